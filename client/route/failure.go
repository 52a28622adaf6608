package route

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strings"
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

// isTimeout reports whether err is that something took too long.
func isTimeout(err error) bool {
	var timeout interface{ Timeout() bool }
	return errors.As(err, &timeout) && timeout.Timeout()
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

// OwnCertificateError is a server's refusal of the client's certificate, or of who shows none.
type OwnCertificateError struct {
	Shown bool // we have one
	err   error
}

func (e *OwnCertificateError) Error() string { return e.err.Error() }
func (e *OwnCertificateError) Unwrap() error { return e.err }

// The alerts that say what is wrong with the other side's certificate, by their numbers in RFC 8446.
const (
	alertHandshakeFailure    tls.AlertError = 40 // says nothing; it is how some refuse who shows none
	alertBadCertificate      tls.AlertError = 42
	alertUnsupported         tls.AlertError = 43
	alertRevoked             tls.AlertError = 44
	alertExpired             tls.AlertError = 45
	alertUnknownCertificate  tls.AlertError = 46
	alertUnknownCA           tls.AlertError = 48
	alertAccessDenied        tls.AlertError = 49
	alertDecryptError        tls.AlertError = 51
	alertCertificateRequired tls.AlertError = 116
)

// wantsOurs reports whether the server refuses the client's certificate, or that there is none. With TLS 1.3
// that comes in place of the answer.
func (t Transport) wantsOurs(err error) bool {
	if !t.asked.Load() {
		return false
	}
	for _, a := range []tls.AlertError{
		alertHandshakeFailure, alertBadCertificate, alertUnsupported, alertRevoked, alertExpired,
		alertUnknownCertificate, alertUnknownCA, alertAccessDenied, alertDecryptError, alertCertificateRequired,
	} {
		if isAlert(err, a) {
			return true
		}
	}
	return false
}

// isAlert reports whether err is that alert of the other side. crypto/tls has a type of its own for those,
// which only says the same.
func isAlert(err error, a tls.AlertError) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "remote error" && op.Err.Error() == a.Error()
}
