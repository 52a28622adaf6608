// Package route is how a server is reached: its address, the certificates that are trusted and shown, the proxy, and
// the transport that comes of them. What is asked of the server is the client's.
package route

import (
	"net"
	"net/url"
	"strings"
)

// Network is how a server is reached. The zero value is right for most; nothing in it is a secret, so it
// may be stored. Its files are read when a client is made, and not again.
type Network struct {
	CAFile     string      `json:"caFile,omitempty"`       // certificates trusted beside the system's, PEM or DER
	CertFile   string      `json:"certFile,omitempty"`     // the client's certificate and its chain, PEM
	KeyFile    string      `json:"keyFile,omitempty"`      // its key, PEM; "" is for one in CertFile
	Proxy      string      `json:"proxy,omitempty"`        // "" is the system's, ProxyNone none, else a URL
	Seconds    int         `json:"limitSeconds,omitempty"` // for one attempt; 0 means 10
	Pin        Fingerprint `json:"pin,omitempty"`          // the only certificate that is accepted; "" is whatever is trusted
	AllowPlain bool        `json:"allowPlain,omitempty"`   // http to another machine is wanted
}

// ProxyNone is the Network.Proxy of who wants none.
const ProxyNone = "direct"

// Check returns nil, or a *NetworkError.
func (n Network) Check() error {
	_, err := n.DialConfig(ProxyFromEnvironment)
	return err
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
