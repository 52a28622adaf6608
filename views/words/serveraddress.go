package words

import (
	"net/url"
	"strings"
)

// Host is the part of a server's address that tells it from others.
func Host(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return strings.TrimRight(address, "/")
}
