package route

import (
	"net"
	"net/netip"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// ParseAddress parses the address of a server as a user types or pastes it. It returns an absolute URL without query,
// fragment or trailing slash. A missing scheme means http on this machine and https anywhere else; of two schemes, the
// first counts. The error is an *AddressError.
func ParseAddress(typed string) (*url.URL, error) {
	refuse := func(why string) (*url.URL, error) {
		return nil, &AddressError{why: why}
	}
	text := TrimPasted(typed)
	text, _, _ = strings.Cut(text, "#")
	text, _, _ = strings.Cut(text, "?")
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		return refuse("it contains a blank")
	}
	u, err := url.Parse(withScheme(twoSchemes.ReplaceAllString(text, "$1")))
	if err != nil {
		return refuse("it is not a URL")
	}
	u.Host = asciiHost(strings.ToLower(u.Host))
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return refuse("neither http nor https")
	case u.User != nil:
		return refuse("it carries a user name")
	case !validHost(u):
		return refuse("it names no host")
	}
	u.Path, u.RawPath = strings.TrimSuffix(path.Clean("/"+u.Path), "/"), ""
	return u, nil
}

// twoSchemes matches a scheme that a user has typed before the one that it is to replace.
var twoSchemes = regexp.MustCompile(`(?i)^(https?://)https?://`)

// withScheme adds a scheme to text if it has none.
func withScheme(text string) string {
	if strings.Contains(text, "://") {
		return text
	}
	authority, rest, _ := strings.Cut(text, "/")
	if a, err := netip.ParseAddr(authority); err == nil && a.Is6() {
		authority = "[" + strings.ReplaceAll(authority, "%", "%25") + "]"
	}
	scheme := "https"
	if u, err := url.Parse("//" + authority); err == nil && IsLoopback(u.Hostname()) {
		scheme = "http"
	}
	return scheme + "://" + authority + "/" + rest
}

// asciiHost returns the host of a URL with its name in ASCII, as it is looked up, so that one host has one form. It
// returns "" if the name has no such form.
func asciiHost(host string) string {
	if !strings.ContainsFunc(host, func(r rune) bool { return r > unicode.MaxASCII }) {
		return host
	}
	name, port, hasPort := strings.Cut(host, ":")
	name, err := idna.Lookup.ToASCII(name)
	switch {
	case err != nil:
		return ""
	case hasPort:
		return name + ":" + port
	}
	return name
}

// IsLoopback reports whether host names this machine.
func IsLoopback(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	a, err := netip.ParseAddr(host)
	return err == nil && a.Unmap().IsLoopback()
}

// validHost reports whether u has a well-formed host and, if it has a port, a valid one.
func validHost(u *url.URL) bool {
	if strings.HasSuffix(u.Host, ":") {
		return false
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
			return false
		}
	}
	host, zone, _ := strings.Cut(u.Hostname(), "%")
	if net.ParseIP(host) != nil {
		return !strings.ContainsFunc(zone, func(r rune) bool {
			return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-._", r)
		})
	}
	return host != "" && !strings.ContainsFunc(host, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-._", r)
	})
}

// AddressError means that a text is not the address of a server. It does not quote the text, which may contain a
// password.
type AddressError struct{ why string }

// Error implements error, for logs.
func (e *AddressError) Error() string { return e.why }
