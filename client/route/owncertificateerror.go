package route

import (
	"crypto/tls"
	"errors"
	"net"
)

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
