package client

import (
	"errors"
	"net"
	"net/url"
	"syscall"

	"accesskeys/client/oneline"
)

// connectionRefused are the system's words for that nothing listens at a port, Windows' second.
var connectionRefused = []error{syscall.ECONNREFUSED, syscall.Errno(10061)}

// NotThere returns the host that err, of KindUnreachable, says has no address, or the host and the port at which nothing
// listens. Both are "" where it says neither.
func NotThere(err error) (host, port string) {
	var (
		name *net.DNSError
		sent *url.Error
	)
	switch {
	case KindOf(err) != KindUnreachable:
	case errors.As(err, &name):
		if name.IsNotFound {
			host = oneline.Clean(name.Name)
		}
	case errors.Is(err, connectionRefused[0]), errors.Is(err, connectionRefused[1]):
		if !errors.As(err, &sent) {
			return "", ""
		}
		if u, err := url.Parse(sent.URL); err == nil {
			host, port = oneline.Clean(u.Hostname()), u.Port()
			if port == "" {
				port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
			}
		}
	}
	return host, port
}
