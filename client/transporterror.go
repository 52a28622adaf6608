package client

import (
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"strings"

	"accesskeys/client/oneline"
	"accesskeys/client/route"
)

// isTLS reports whether err means that one side ended a TLS connection because of a TLS error.
func isTLS(err error) bool {
	var op *net.OpError
	var record tls.RecordHeaderError
	return errors.As(err, &op) && op.Op == "remote error" || errors.As(err, &record) ||
		strings.Contains(err.Error(), "tls: ")
}

// spokeTLS reports whether err means that the server answered http with TLS: the answer is not HTTP, and begins as a
// TLS alert does.
func spokeTLS(err error) bool {
	return strings.Contains(err.Error(), `malformed HTTP response "\x15\x03`)
}

// wantsTLS reports whether an answer to http is one that https servers give to plain http. It ignores a body that is
// JSON, because that comes from the API.
func wantsTLS(r *http.Response, body []byte) bool {
	if r.StatusCode != http.StatusBadRequest || r.TLS != nil || isJSON(r.Header) {
		return false
	}
	text := strings.ToLower(string(body))
	return strings.Contains(text, "https server") || strings.Contains(text, "https port")
}

// transportError returns an Error with the kind of err, which ended an exchange before its answer was complete.
func transportError(err error) *Error {
	var (
		own         *route.OwnCertificateError
		certificate *route.CertificateError
		proxy       *route.ProxyError
		timeout     interface{ Timeout() bool }
		settings    *route.NetworkError
		typed       *Error
	)
	switch {
	case errors.As(err, &typed):
		return &Error{Kind: typed.Kind}
	case errors.As(err, &settings):
		return &Error{Kind: KindSettings}
	case errors.Is(err, errForeignHost), errors.Is(err, ErrUnknownFormat):
		return &Error{Kind: KindAddress}
	case errors.Is(err, errLocked):
		return &Error{Kind: KindLocked}
	case errors.As(err, &certificate):
		return &Error{Kind: KindCertificate, Certificate: certificate.Certificate}
	case errors.As(err, &own) && own.Shown:
		return &Error{Kind: KindOwnCertificate}
	case errors.As(err, &own):
		return &Error{Kind: KindNoOwnCertificate}
	case errors.As(err, &proxy):
		return &Error{Kind: proxyKind(proxy), Message: oneline.Clean(proxy.Host)}
	case errors.Is(err, http.ErrSchemeMismatch):
		return &Error{Kind: KindNotTLS}
	case spokeTLS(err):
		return &Error{Kind: KindWantsTLS}
	case isDial(err):
		return &Error{Kind: KindUnreachable}
	case errors.As(err, &timeout) && timeout.Timeout():
		return &Error{Kind: KindTimeout}
	case isTLS(err):
		return &Error{Kind: KindTLS}
	}
	return &Error{Kind: KindUnreachable}
}

// isDial reports whether err means that no connection could be made.
func isDial(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial"
}

func proxyKind(e *route.ProxyError) Kind {
	switch {
	case e.WantsPassword() && e.GavePassword:
		return KindProxyLogin
	case e.WantsPassword():
		return KindProxyAuth
	case e.NotSocks5():
		return KindProxySocks
	case e.Refused():
		return KindProxyRefused
	}
	return KindProxy
}

// addressRefused returns the Error for an invalid address.
func addressRefused(err error) error { return &Error{Kind: KindAddress, Op: "read address", Err: err} }

// settingsRefused returns the Error for an invalid Network.
func settingsRefused(err error) error {
	return &Error{Kind: KindSettings, Op: "read network settings", Err: err}
}
