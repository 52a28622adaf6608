package route

import (
	"crypto/tls"
	"errors"
	"net"
)

// OwnCertificateError means that a server refused the client's certificate, or that it wants one and there is none.
type OwnCertificateError struct {
	Shown bool // the client has a certificate
	err   error
}

func (e *OwnCertificateError) Error() string { return e.err.Error() }

func (e *OwnCertificateError) Unwrap() error { return e.err }

// The TLS alerts about the other side's certificate, with their numbers in RFC 8446.
const (
	alertHandshakeFailure    tls.AlertError = 40 // unspecific; some servers send it if the client shows no certificate
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

// isAboutOwnCertificate reports whether err means that the server refused the client's certificate, or wants one and got
// none. With TLS 1.3 the server sends that instead of its answer.
func (t Transport) isAboutOwnCertificate(err error) bool {
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

// isAlert reports whether err is the alert a, sent by the other side. It compares the texts, because the type that
// crypto/tls uses for received alerts is not exported.
func isAlert(err error, a tls.AlertError) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "remote error" && op.Err.Error() == a.Error()
}
