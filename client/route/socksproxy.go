package route

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"time"
)

// lookup is the signature of net.Resolver.LookupNetIP.
type lookup func(ctx context.Context, network, host string) ([]netip.Addr, error)

// resolveHost returns r with the IP address of its host in place of the name, if r goes through a socks5 proxy. By curl's
// convention, the client resolves names for socks5 and the proxy does for socks5h. net/http leaves both to the proxy,
// which therefore still gets a name that the client cannot resolve.
func (t Transport) resolveHost(r *http.Request) *http.Request {
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

// chosenProxy is the context key for the proxy that a request goes through.
type chosenProxy struct{}

// keepChosen returns a ProxyChooser that returns the proxy in the request's context, and calls choose if there is none.
// After resolveHost, the proxy must not be chosen again by the IP address: no_proxy may exempt the address, or it may be
// one of this machine.
func keepChosen(choose ProxyChooser) ProxyChooser {
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

// lookupShare is the fraction of an attempt's time, as 1/lookupShare, that resolving a name may take.
const lookupShare = 4

func lookupLimit(n Network) time.Duration { return n.Limit() / lookupShare }
