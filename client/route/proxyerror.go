package route

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
)

// ProxyError means that a request failed at the proxy.
type ProxyError struct {
	Host         string
	GavePassword bool // the proxy got a user name, and maybe a password
	err          error
}

func (e *ProxyError) Error() string { return "proxy " + e.Host + ": " + e.err.Error() }

func (e *ProxyError) Unwrap() error { return e.err }

// loginRefused returns a *ProxyError if resp means that the proxy does not accept the user name or password in its
// address, and nil otherwise. It is for http requests, where the proxy's own answer comes like the server's.
func (t Transport) loginRefused(r *http.Request, resp *http.Response) error {
	if r.URL.Scheme != "http" || resp.StatusCode != http.StatusProxyAuthRequired ||
		resp.Header.Get("Proxy-Authenticate") == "" || t.next.Proxy == nil {
		return nil
	}
	proxy, err := t.next.Proxy(r)
	if err != nil || proxy == nil || proxy.User == nil {
		return nil
	}
	return &ProxyError{Host: proxy.Host, GavePassword: true, err: &proxyRefusal{resp.StatusCode}}
}

// WantsPassword reports whether the proxy asks for a password or did not accept the one it got.
func (e *ProxyError) WantsPassword() bool {
	var refusal *proxyRefusal
	return errors.As(e.err, &refusal) && refusal.status == http.StatusProxyAuthRequired ||
		isSocks(e.err) && strings.Contains(e.err.Error(), "authentication")
}

// NotSocks5 reports whether a SOCKS5 proxy was expected but the answer was in another protocol, such as SOCKS4.
func (e *ProxyError) NotSocks5() bool {
	return isSocks(e.err) && strings.Contains(e.err.Error(), "unexpected protocol version")
}

// Refused reports whether the proxy was reached but did not connect to the server.
func (e *ProxyError) Refused() bool { return isProxyRefusal(e.err) }

// proxyRefusal is a refusal by the proxy itself: any answer to CONNECT but a 200, or a 407 to an http request.
type proxyRefusal struct{ status int }

func (e *proxyRefusal) Error() string { return fmt.Sprintf("it answered with HTTP %d", e.status) }

// onConnectResponse is an http.Transport's OnProxyConnectResponse. It returns a *proxyRefusal unless the answer is a 200.
func onConnectResponse(ctx context.Context, _ *url.URL, _ *http.Request, resp *http.Response) error {
	if resp.StatusCode != http.StatusOK {
		return &proxyRefusal{status: resp.StatusCode}
	}
	if connected, ok := ctx.Value(connectedKey{}).(*atomic.Bool); ok {
		connected.Store(true)
	}
	return nil
}

// isProxyRefusal reports whether err is a proxy's refusal.
func isProxyRefusal(err error) bool {
	var refusal *proxyRefusal
	return errors.As(err, &refusal) || isSocks(err)
}

// isSocks reports whether err comes from asking a SOCKS proxy for a connection.
func isSocks(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && strings.HasPrefix(op.Op, "socks ")
}
