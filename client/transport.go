package client

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"time"
)

// onceTransport sends a request at most once.
//
// By itself http.Transport sends a GET again, Authorization header and all, when a reused connection
// was dropped, and a token must not be seen twice. It does so only for a request that it can replay,
// and a body without GetBody is one that it cannot. An empty one of unknown length leaves no trace on
// the wire under HTTP/1: net/http looks for its first byte and, finding none, sends no body.
type onceTransport struct{ next *http.Transport }

// RoundTrip implements http.RoundTripper.
func (t onceTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Method == http.MethodGet && (r.Body == nil || r.Body == http.NoBody) {
		r = r.WithContext(r.Context())
		r.Body, r.GetBody, r.ContentLength = emptyBody{}, nil, 0
	}
	return t.next.RoundTrip(r)
}

// CloseIdleConnections is how http.Client reaches the transport below.
func (t onceTransport) CloseIdleConnections() { t.next.CloseIdleConnections() }

// emptyBody is a body with nothing in it that, unlike http.NoBody, does not say so.
type emptyBody struct{}

func (emptyBody) Read([]byte) (int, error) { return 0, io.EOF }
func (emptyBody) Close() error             { return nil }

// newTransport returns the transport of one sign-in. The environment's proxy is used, except for this
// machine. HTTP/1 only, because onceTransport relies on it. A nil roots means the system's.
func newTransport(roots *x509.CertPool) onceTransport {
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	return onceTransport{next: &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		DialContext:            (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSClientConfig:        &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    5 * time.Second,
		MaxIdleConnsPerHost:    4,
		IdleConnTimeout:        time.Minute,
		MaxResponseHeaderBytes: 64 << 10,
		Protocols:              protocols,
	}}
}

// transportKind returns the kind of an exchange that did not complete.
func transportKind(err error) Kind {
	var (
		certificate *tls.CertificateVerificationError
		dial        *net.OpError
		timeout     interface{ Timeout() bool }
	)
	switch {
	case errors.Is(err, errForeignHost), errors.Is(err, errUnknownJoin):
		return KindAddress
	case errors.Is(err, errLocked):
		return KindLocked
	case errors.As(err, &certificate):
		return KindCertificate
	case errors.As(err, &dial) && dial.Op == "dial":
		return KindUnreachable
	case errors.As(err, &timeout) && timeout.Timeout():
		return KindTimeout
	}
	return KindUnreachable
}
