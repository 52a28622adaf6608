package route

import (
	"errors"
	"net"
	"net/url"
	"syscall"

	"accesskeys/client/oneline"
)

// connectionRefused are the system's errors for a port at which nothing listens. The second is that of Windows.
var connectionRefused = []error{syscall.ECONNREFUSED, syscall.Errno(10061)}

// UnreachableHost returns the host and port that a request could not reach, according to its error. If the host has no
// address, it returns only the host. If nothing listens at the port, it returns both. For any other error, it returns
// neither.
func UnreachableHost(err error) (host, port string) {
	var (
		name *net.DNSError
		sent *url.Error
	)
	switch {
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
