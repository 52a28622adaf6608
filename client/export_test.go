package client

import (
	"net"
	"net/http"
	"net/url"
	"time"
)

// TransportBy returns a transport to origin by way of a proxy, with a resolver of its own.
func TransportBy(proxy, origin *url.URL, r *net.Resolver, n Network) (http.RoundTripper, error) {
	d, err := n.dialing(http.ProxyURL(proxy))
	if err != nil {
		return nil, err
	}
	t := newTransport(n, d, origin, time.Now)
	t.lookup = r.LookupNetIP
	return t, nil
}
