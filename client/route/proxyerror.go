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

// ProxyError is a failure of the proxy's.
type ProxyError struct {
	Host         string
	GavePassword bool // it was given a user name, and maybe a password
	err          error
}

func (e *ProxyError) Error() string { return "proxy " + e.Host + ": " + e.err.Error() }

func (e *ProxyError) Unwrap() error { return e.err }

// loginRefused returns the ProxyError for an answer to http, which comes from the proxy itself, that does not accept
// the user name or the password in the proxy's address.
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

// WantsPassword reports whether the proxy asks for one, or did not take ours.
func (e *ProxyError) WantsPassword() bool {
	var refusal *proxyRefusal
	return errors.As(e.err, &refusal) && refusal.status == http.StatusProxyAuthRequired ||
		isSocks(e.err) && strings.Contains(e.err.Error(), "authentication")
}

// NotSocks5 reports whether the proxy answered in another protocol than SOCKS5, such as SOCKS4.
func (e *ProxyError) NotSocks5() bool {
	return isSocks(e.err) && strings.Contains(e.err.Error(), "unexpected protocol version")
}

// Refused reports whether the proxy was reached and did not connect to the server.
func (e *ProxyError) Refused() bool { return isProxys(e.err) }

// proxyRefusal is a proxy's answer of its own: to CONNECT one that is no 200, to http a 407.
type proxyRefusal struct{ status int }

func (e *proxyRefusal) Error() string { return fmt.Sprintf("it answered with HTTP %d", e.status) }

// proxyAnswered looks at a proxy's answer to CONNECT.
func proxyAnswered(ctx context.Context, _ *url.URL, _ *http.Request, resp *http.Response) error {
	if resp.StatusCode != http.StatusOK {
		return &proxyRefusal{status: resp.StatusCode}
	}
	if through, ok := ctx.Value(getsThrough{}).(*atomic.Bool); ok {
		through.Store(true)
	}
	return nil
}

// isProxys reports whether err is a proxy's refusal.
func isProxys(err error) bool {
	var refusal *proxyRefusal
	return errors.As(err, &refusal) || isSocks(err)
}

// isSocks reports whether err comes from asking a SOCKS proxy for a connection.
func isSocks(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && strings.HasPrefix(op.Op, "socks ")
}
