package route

import "net/url"

// Plain reports whether requests to an address, as a user types it, are unencrypted on a network: the address is http
// and not on this machine.
func Plain(address string) bool {
	u, err := ParseAddress(address)
	return err == nil && IsPlain(u)
}

// IsPlain is Plain for an address that was parsed.
func IsPlain(u *url.URL) bool { return u.Scheme == "http" && !IsLoopback(u.Hostname()) }
