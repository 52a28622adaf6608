package route

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"sync/atomic"
)

// attribute returns err with whose certificate it is about, or which proxy. It is the proxy's where https did not get
// through it, unless time ran out: then the proxy may be waiting for the server.
func (t Transport) attribute(r *http.Request, err error, through bool) error {
	var proxy *url.URL
	if t.next.Proxy != nil {
		proxy, _ = t.next.Proxy(r)
	}
	host := r.URL.Hostname()
	var op *net.OpError
	atProxy := proxy != nil && errors.As(err, &op) && op.Op == "proxyconnect"
	if atProxy {
		host = proxy.Hostname()
	}
	err = rejected(err, host, t.next.TLSClientConfig.RootCAs, t.now())
	var refusal *CertificateError
	switch {
	case errors.As(err, &refusal):
		refusal.Certificate.OfProxy = atProxy
		return err
	case proxy != nil && (atProxy || isProxys(err) || r.URL.Scheme == "https" && !through && !isTimeout(err)):
		return &ProxyError{Host: proxy.Host, GavePassword: proxy.User != nil, err: err}
	case t.wantsOurs(err):
		return &OwnCertificateError{Shown: t.own, err: err}
	}
	return err
}

// getsThrough is the key of a context for an *atomic.Bool, set once there is a way to the server.
type getsThrough struct{}

// tunnelled returns r with a note of whether there was a way to the server, if need be through a proxy.
func tunnelled(r *http.Request) (*http.Request, *atomic.Bool) {
	through := &atomic.Bool{}
	ctx := httptrace.WithClientTrace(r.Context(), &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { through.Store(true) },
	})
	return r.WithContext(context.WithValue(ctx, getsThrough{}, through)), through
}

// isTimeout reports whether err is that something took too long.
func isTimeout(err error) bool {
	var timeout interface{ Timeout() bool }
	return errors.As(err, &timeout) && timeout.Timeout()
}
