package route

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"sync/atomic"
	"syscall"
	"time"
)

// Transport sends a request at most once, and attributes errors to the server's certificate, the client's certificate,
// or the proxy.
//
// An http.Transport repeats a GET, with the same Authorization header, if a reused connection was dropped. A server must
// not get the same token twice. http.Transport only repeats a request that it can replay, and it cannot replay a body
// without GetBody. So Transport gives a GET an empty body of unknown length. With HTTP/1 that changes nothing on the
// wire: net/http looks for the first byte of the body and, finding none, sends no body.
type Transport struct {
	next  *http.Transport
	now   func() time.Time
	own   bool         // the client has a certificate
	asked *atomic.Bool // the server asked for a client certificate

	Lookup      lookup
	lookupLimit time.Duration
}

// RoundTrip implements http.RoundTripper.
func (t Transport) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Method == http.MethodGet && (r.Body == nil || r.Body == http.NoBody) {
		r = r.WithContext(r.Context())
		r.Body, r.GetBody, r.ContentLength = emptyBody{}, nil, 0
	}
	r, connected := traceConnection(r)
	resp, err := t.next.RoundTrip(t.resolveHost(r))
	if err != nil {
		return nil, t.attribute(r, err, connected.Load())
	}
	if err := t.loginRefused(r, resp); err != nil {
		_ = resp.Body.Close()
		return nil, err
	}
	return resp, nil
}

// CloseIdleConnections closes the connections that are not in use. http.Client.CloseIdleConnections calls it.
func (t Transport) CloseIdleConnections() { t.next.CloseIdleConnections() }

// emptyBody is an empty body that net/http, unlike http.NoBody, does not recognize as empty.
type emptyBody struct{}

func (emptyBody) Read([]byte) (int, error) { return 0, io.EOF }
func (emptyBody) Close() error             { return nil }

// NewTransport returns a transport to the server at origin. It speaks only HTTP/1, which Transport relies on.
func NewTransport(n Network, d DialConfig, origin *url.URL, now func() time.Time) Transport {
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	t := Transport{
		now: now, own: len(d.own) > 0, asked: &atomic.Bool{},
		Lookup: net.DefaultResolver.LookupNetIP, lookupLimit: lookupLimit(n),
	}
	proxyTLS := &tls.Config{RootCAs: d.roots, MinVersion: tls.VersionTLS12, Time: now}
	serverTLS := proxyTLS.Clone()
	serverTLS.ServerName = origin.Hostname() // the request's URL may have an IP address instead
	serverTLS.GetClientCertificate = func(*tls.CertificateRequestInfo) (*tls.Certificate, error) {
		t.asked.Store(true)
		if t.own {
			return &d.own[0], nil
		}
		return &tls.Certificate{}, nil
	}
	dialer := &net.Dialer{Timeout: n.Limit() / 2}
	dialerTLS := &net.Dialer{Timeout: n.Limit()} // the limit includes the handshake
	if IsLoopback(origin.Hostname()) {
		dialer.Control, dialerTLS.Control = requireLoopback, requireLoopback
	}
	t.next = &http.Transport{
		Proxy:                  keepChosen(d.choose),
		OnProxyConnectResponse: onConnectResponse,
		DialContext:            dialer.DialContext,
		TLSClientConfig:        serverTLS,
		TLSHandshakeTimeout:    n.Limit() / 2,
		MaxIdleConnsPerHost:    4,
		IdleConnTimeout:        time.Minute,
		MaxResponseHeaderBytes: 64 << 10,
		Protocols:              protocols,
	}
	if n.Pin != "" {
		serverTLS.InsecureSkipVerify = true // verifyPin verifies instead
		serverTLS.VerifyConnection = verifyPin(n.Pin, origin.Hostname(), now)
	}
	t.next.DialTLSContext = dialTLS(dialerTLS, hostPort(origin), serverTLS, proxyTLS)
	return t
}

var errNotHere = errors.New("the name of this machine leads to another one")

// requireLoopback is a net.Dialer's Control for addresses on this machine. It returns an error for a connection to
// another machine: requests may be plain http, and a name server could resolve app.localhost to any address.
func requireLoopback(_, address string, _ syscall.RawConn) error {
	if host, _, err := net.SplitHostPort(address); err != nil || !IsLoopback(host) {
		return errNotHere
	}
	return nil
}

// dialTLS returns a DialTLSContext that uses the TLS configuration server for the server at address, and proxy for
// anything else, which can only be a proxy. A proxy must not get the client's certificate or be checked against the
// server's pin.
func dialTLS(dialer *net.Dialer, address string, server, proxy *tls.Config) func(context.Context, string, string) (net.Conn, error) {
	return func(ctx context.Context, network, to string) (net.Conn, error) {
		config := proxy
		if to == address {
			config = server
		}
		return (&tls.Dialer{NetDialer: dialer, Config: config}).DialContext(ctx, network, to)
	}
}
