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

// Transport sends a request at most once, and says whose a certificate or a proxy was that failed.
//
// By itself http.Transport sends a GET again, Authorization header and all, when a reused connection
// was dropped, and a token must not be seen twice. It does so only for a request that it can replay,
// and a body without GetBody is one that it cannot. An empty one of unknown length leaves no trace on
// the wire under HTTP/1: net/http looks for its first byte and, finding none, sends no body.
type Transport struct {
	next  *http.Transport
	now   func() time.Time
	own   bool         // there is a certificate of ours
	asked *atomic.Bool // for one, by the server

	Lookup      lookup
	lookupLimit time.Duration
}

// RoundTrip implements http.RoundTripper.
func (t Transport) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Method == http.MethodGet && (r.Body == nil || r.Body == http.NoBody) {
		r = r.WithContext(r.Context())
		r.Body, r.GetBody, r.ContentLength = emptyBody{}, nil, 0
	}
	r, through := tunnelled(r)
	resp, err := t.next.RoundTrip(t.resolved(r))
	if err != nil {
		return nil, t.attribute(r, err, through.Load())
	}
	if err := t.loginRefused(r, resp); err != nil {
		_ = resp.Body.Close()
		return nil, err
	}
	return resp, nil
}

// CloseIdleConnections is how http.Client reaches the transport below.
func (t Transport) CloseIdleConnections() { t.next.CloseIdleConnections() }

// emptyBody is a body with nothing in it that, unlike http.NoBody, does not say so.
type emptyBody struct{}

func (emptyBody) Read([]byte) (int, error) { return 0, io.EOF }
func (emptyBody) Close() error             { return nil }

// NewTransport returns a transport to the server at origin. HTTP/1 only, because Transport relies on it.
func NewTransport(n Network, d DialConfig, origin *url.URL, now func() time.Time) Transport {
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	t := Transport{
		now: now, own: len(d.own) > 0, asked: &atomic.Bool{},
		Lookup: net.DefaultResolver.LookupNetIP, lookupLimit: lookupLimit(n),
	}
	trusting := &tls.Config{RootCAs: d.roots, MinVersion: tls.VersionTLS12, Time: now}
	server := trusting.Clone()
	server.ServerName = origin.Hostname() // a request may have an address in its place
	server.GetClientCertificate = func(*tls.CertificateRequestInfo) (*tls.Certificate, error) {
		t.asked.Store(true)
		if t.own {
			return &d.own[0], nil
		}
		return &tls.Certificate{}, nil
	}
	dialer := &net.Dialer{Timeout: n.Limit() / 2}
	dialerTLS := &net.Dialer{Timeout: n.Limit()} // of both the connection and the handshake
	if IsLoopback(origin.Hostname()) {
		dialer.Control, dialerTLS.Control = stayHere, stayHere
	}
	t.next = &http.Transport{
		Proxy:                  byName(d.choose),
		OnProxyConnectResponse: proxyAnswered,
		DialContext:            dialer.DialContext,
		TLSClientConfig:        server,
		TLSHandshakeTimeout:    n.Limit() / 2,
		MaxIdleConnsPerHost:    4,
		IdleConnTimeout:        time.Minute,
		MaxResponseHeaderBytes: 64 << 10,
		Protocols:              protocols,
	}
	if n.Pin != "" {
		server.InsecureSkipVerify = true // verifyPin does
		server.VerifyConnection = verifyPin(n.Pin, origin.Hostname(), now)
	}
	t.next.DialTLSContext = dialTLS(dialerTLS, hostPort(origin), server, trusting)
	return t
}

var errNotHere = errors.New("the name of this machine leads to another one")

// stayHere keeps a connection to this machine on it: what is sent may be plain http, and who resolves names may
// have another machine for app.localhost.
func stayHere(_, address string, _ syscall.RawConn) error {
	if host, _, err := net.SplitHostPort(address); err != nil || !IsLoopback(host) {
		return errNotHere
	}
	return nil
}

// dialTLS connects to the server as it has to be done, and to whatever else, which is a proxy, without
// showing it our certificate or taking the server's pin for its own.
func dialTLS(dialer *net.Dialer, address string, server, proxy *tls.Config) func(context.Context, string, string) (net.Conn, error) {
	return func(ctx context.Context, network, to string) (net.Conn, error) {
		config := proxy
		if to == address {
			config = server
		}
		return (&tls.Dialer{NetDialer: dialer, Config: config}).DialContext(ctx, network, to)
	}
}
