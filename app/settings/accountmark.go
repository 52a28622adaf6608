package settings

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"accesskeys/client/route"
)

// longestMark is how many characters a mark has at most.
const longestMark = 4

// markEach gives letters of its own to each account that has none. An account keeps them whatever becomes of the others.
func markEach(all []Account) {
	for i := range all {
		if all[i].Mark == "" {
			all[i].Mark = freeMark(all, all[i].letters())
		}
	}
}

// freeMark is the first of some letters that no account has, or one that begins as the first.
func freeMark(all []Account, letters []string) string {
	taken := func(mark string) bool {
		return slices.ContainsFunc(all, func(a Account) bool { return a.Mark == mark })
	}
	for _, mark := range letters {
		if mark != "" && !taken(mark) {
			return mark
		}
	}
	for n := 2; ; n++ {
		if mark := string([]rune(letters[0])[:1]) + strconv.Itoa(n); !taken(mark) {
			return mark
		}
	}
}

// letters are a letter or two of the account's name, or else of its server's, or for a second account there the end of the
// key ID, which is beside the server's name too.
func (a Account) letters() []string {
	if a.Name != "" {
		return []string{initials(a.Name)}
	}
	return append(a.ofServer(), validMark(a.KeyID[max(0, len(a.KeyID)-longestMark):]))
}

func (a Account) ofServer() []string {
	u, err := route.ParseAddress(a.Server)
	if err != nil {
		return []string{initials(a.Server)}
	}
	if ip, err := netip.ParseAddr(u.Hostname()); err == nil {
		return ofIP(ip, u.Port())
	}
	return []string{initials(u.Host)}
}

// ofIP is where the addresses of servers without a name differ: in the last number, and on this computer in the port.
func ofIP(ip netip.Addr, port string) []string {
	text := ip.WithZone("").String()
	last := strings.ToUpper(text[strings.LastIndexAny(text, ".:")+1:])
	marks := []string{last, port[max(0, len(port)-2):], port[max(0, len(port)-longestMark):]}
	if ip.IsLoopback() {
		marks = append(marks[1:], last)
	}
	return slices.DeleteFunc(marks, func(m string) bool { return m == "" })
}

// initials are the first letters of the first two words of a name. Those of other scripts than Latin are wide: one is
// enough.
func initials(name string) string {
	var first []rune
	inside := false
	for _, r := range name {
		is := unicode.IsLetter(r) || unicode.IsDigit(r)
		if is && !inside {
			first = append(first, unicode.ToUpper(r))
		}
		inside = is
	}
	switch {
	case len(first) == 0:
		return "?"
	case len(first) == 1 || first[0] > unicode.MaxLatin1:
		return string(first[:1])
	}
	return string(first[:2])
}

// validMark is a mark as in a file from elsewhere, "" where that cannot be one.
func validMark(mark string) string {
	if len([]rune(mark)) > longestMark || strings.ContainsFunc(mark, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '?' }) {
		return ""
	}
	return mark
}
