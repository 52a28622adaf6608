package settings

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"accesskeys/client/route"
)

// longestMark is the most characters that a mark has.
const longestMark = 4

// assignMarks gives each account without a mark one that no other account has. Existing marks do not change.
func assignMarks(all []Account) {
	for i := range all {
		if all[i].Mark == "" {
			all[i].Mark = freeMark(all, all[i].letters())
		}
	}
}

// freeMark returns the first of letters that is no account's mark. If all are taken, it returns the first character of
// letters[0] followed by a number.
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

// letters returns possible marks for the account, the best first: the initials of its name or of its server's, and for
// another account without a name at that server the end of its key ID, which the menu shows beside the server too. For a
// server with an IP address these are the letters of the alphabet: digits look like a number of something.
func (a Account) letters() []string {
	if a.Name != "" {
		return []string{initials(a.Name)}
	}
	host := a.Server
	if u, err := route.ParseAddress(a.Server); err == nil {
		host = u.Host
		if _, err := netip.ParseAddr(u.Hostname()); err == nil || !strings.ContainsFunc(initials(host), unicode.IsLetter) {
			return strings.Split("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "")
		}
	}
	return []string{initials(host), validMark(a.KeyID[max(0, len(a.KeyID)-longestMark):])}
}

// initials returns the first letters of the first two words of a name. If the first letter is not Latin, it returns only
// that, because letters of other scripts are often wide.
func initials(name string) string {
	var first []rune
	inside := false
	for _, r := range name {
		inWord := unicode.IsLetter(r) || unicode.IsDigit(r)
		if inWord && !inside {
			first = append(first, unicode.ToUpper(r))
		}
		inside = inWord
	}
	switch {
	case len(first) == 0:
		return "?"
	case len(first) == 1 || first[0] > unicode.MaxLatin1:
		return string(first[:1])
	}
	return string(first[:2])
}

// validMark returns mark, or "" if it is not valid. It is for marks that come from a file.
func validMark(mark string) string {
	if len([]rune(mark)) > longestMark || strings.ContainsFunc(mark, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '?' }) {
		return ""
	}
	return mark
}
