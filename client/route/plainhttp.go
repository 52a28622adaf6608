package route

import "net/url"

// Plain reports whether what is exchanged with an address as a user types it can be read on the way: it
// is http, and not to this machine.
func Plain(address string) bool {
	u, err := ParseAddress(address)
	return err == nil && IsPlain(u)
}

// IsPlain is Plain for an address that was read.
func IsPlain(u *url.URL) bool { return u.Scheme == "http" && !IsLoopback(u.Hostname()) }
