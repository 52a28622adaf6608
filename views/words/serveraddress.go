package words

import (
	"net/url"
	"strings"
)

// Host returns the host and port of a server's address.
func Host(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return strings.TrimRight(address, "/")
}
