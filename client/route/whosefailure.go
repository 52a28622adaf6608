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

// attribute returns err as an error of the server's certificate, the client's certificate, or the proxy, if it is one.
// connected tells whether there was a connection to the server. Without one, an https request failed at the proxy,
// unless it timed out: then the proxy may have been waiting for the server.
func (t Transport) attribute(r *http.Request, err error, connected bool) error {
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
	err = describeRejection(err, host, t.next.TLSClientConfig.RootCAs, t.now())
	var refusal *CertificateError
	switch {
	case errors.As(err, &refusal):
		refusal.Certificate.OfProxy = atProxy
		return err
	case proxy != nil && (atProxy || isProxyRefusal(err) || r.URL.Scheme == "https" && !connected && !isTimeout(err)):
		return &ProxyError{Host: proxy.Host, GavePassword: proxy.User != nil, err: err}
	case t.isAboutOwnCertificate(err):
		return &OwnCertificateError{Shown: t.own, err: err}
	}
	return err
}

// connectedKey is the context key for an *atomic.Bool that is set as soon as the server, not only a proxy, is connected.
type connectedKey struct{}

// traceConnection returns r with a context that sets the returned bool as soon as there is a connection to the server,
// directly or through a proxy.
func traceConnection(r *http.Request) (*http.Request, *atomic.Bool) {
	connected := &atomic.Bool{}
	ctx := httptrace.WithClientTrace(r.Context(), &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { connected.Store(true) },
	})
	return r.WithContext(context.WithValue(ctx, connectedKey{}, connected)), connected
}

// isTimeout reports whether err is a timeout.
func isTimeout(err error) bool {
	var timeout interface{ Timeout() bool }
	return errors.As(err, &timeout) && timeout.Timeout()
}
