package route

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"time"
)

// lookup is how names are resolved here.
type lookup func(ctx context.Context, network, host string) ([]netip.Addr, error)

// resolved returns r with the address of its host in place of the name, where a socks5 proxy is to be given that:
// by curl's convention names are resolved here for socks5, and by the proxy for socks5h. net/http leaves both
// to the proxy, so a name that is not known here still is.
func (t Transport) resolved(r *http.Request) *http.Request {
	if _, err := netip.ParseAddr(r.URL.Hostname()); err == nil || t.next.Proxy == nil {
		return r
	}
	proxy, err := t.next.Proxy(r)
	if err != nil || proxy == nil || proxy.Scheme != "socks5" {
		return r
	}
	ctx, cancel := context.WithTimeout(r.Context(), t.lookupLimit)
	defer cancel()
	found, err := t.Lookup(ctx, "ip", r.URL.Hostname())
	if err != nil || len(found) == 0 {
		return r
	}
	_, port, err := net.SplitHostPort(hostPort(r.URL))
	if err != nil {
		return r
	}
	there := *r.URL
	there.Host = net.JoinHostPort(found[0].Unmap().String(), port)
	to := r.WithContext(context.WithValue(r.Context(), chosenProxy{}, proxy))
	if to.Host == "" {
		to.Host = r.URL.Host
	}
	to.URL = &there
	return to
}

// chosenProxy is the key of a context for the proxy that a request goes through.
type chosenProxy struct{}

// byName returns choose for requests of which some have an address in place of the name that the proxy was chosen
// for: the address may be one of this machine's, or one that no_proxy exempts.
func byName(choose ProxyChooser) ProxyChooser {
	if choose == nil {
		return nil
	}
	return func(r *http.Request) (*url.URL, error) {
		if proxy, ok := r.Context().Value(chosenProxy{}).(*url.URL); ok {
			return proxy, nil
		}
		return choose(r)
	}
}

// lookupShare is the part of an attempt's time that resolving a name may take.
const lookupShare = 4

func lookupLimit(n Network) time.Duration { return n.Limit() / lookupShare }
