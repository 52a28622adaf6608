package route

import (
	"net"
	"net/url"
	"strings"
)

// SameOrigin reports whether both lead to the same server.
func SameOrigin(a, b *url.URL) bool {
	return a.Scheme == b.Scheme && a.Host == b.Host
}

// Origin returns what a server's settings are kept under: scheme, host and port of an address as a user
// types it. It returns an *AddressError when that is none.
func Origin(address string) (string, error) {
	u, err := ParseAddress(address)
	if err != nil {
		return "", err
	}
	return u.Scheme + "://" + hostPort(u), nil
}

// SameServer reports whether both are addresses of one server, such as two bases of its API, which can move.
func SameServer(a, b string) bool {
	if a == b {
		return true // also what is no address, such as where a demo keeps its secrets
	}
	of, err := Origin(a)
	other, failed := Origin(b)
	return err == nil && failed == nil && of == other
}

// SameAddress reports whether two addresses, as typed, are the same but for blanks and a slash at the end.
func SameAddress(a, b string) bool {
	bare := func(s string) string { return strings.TrimRight(strings.TrimSpace(s), "/") }
	return bare(a) == bare(b)
}

// hostPort is where u leads.
func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	return net.JoinHostPort(u.Hostname(), port)
}
