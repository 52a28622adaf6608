package route

import (
	"net"
	"net/url"
	"strings"
)

// SameOrigin reports whether a and b have the same scheme, host and port.
func SameOrigin(a, b *url.URL) bool {
	return a.Scheme == b.Scheme && a.Host == b.Host
}

// Origin returns the scheme, host and port of an address as a user types it. A server's settings are stored under its
// origin. The error is an *AddressError.
func Origin(address string) (string, error) {
	u, err := ParseAddress(address)
	if err != nil {
		return "", err
	}
	return u.Scheme + "://" + hostPort(u), nil
}

// SameServer reports whether a and b are addresses on the same server, such as two bases of an API that moved.
func SameServer(a, b string) bool {
	if a == b {
		return true // a and b need not be addresses: a demo stores its secrets under another kind of name
	}
	of, err := Origin(a)
	other, failed := Origin(b)
	return err == nil && failed == nil && of == other
}

// SameAddress reports whether two typed addresses are the same, apart from surrounding blanks and trailing slashes.
func SameAddress(a, b string) bool {
	bare := func(s string) string { return strings.TrimRight(strings.TrimSpace(s), "/") }
	return bare(a) == bare(b)
}

// hostPort returns the host and the port of u, or the default port of its scheme.
func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	return net.JoinHostPort(u.Hostname(), port)
}
