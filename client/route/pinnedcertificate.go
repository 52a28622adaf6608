package route

import (
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"time"
)

// Fingerprint is the SHA-256 of a certificate's DER form, as 64 hexadecimal digits.
type Fingerprint string

func fingerprint(c *x509.Certificate) Fingerprint {
	sum := sha256.Sum256(c.Raw)
	return Fingerprint(hex.EncodeToString(sum[:]))
}

// Pinnable reports whether a user who knows the fingerprint can trust it by that: it is the server's own,
// has issued itself, and is valid now.
func (c *Certificate) Pinnable() bool { return c.selfSigned && c.current && !c.OfProxy }

// verifyPin returns what lets through a connection whose certificate is the pinned one, and no other. It is
// asked about resumed connections as well.
func verifyPin(pin Fingerprint, host string, now func() time.Time) func(tls.ConnectionState) error {
	return func(s tls.ConnectionState) error {
		if len(s.PeerCertificates) == 0 {
			return errNoCertificate
		}
		leaf := s.PeerCertificates[0]
		problem := dateProblem(leaf, now())
		if fingerprint(leaf) != pin {
			problem = CertificateChanged
		}
		if problem == "" {
			return nil
		}
		d := describe(leaf, host, now())
		d.Problem = problem
		return &CertificateError{Certificate: d}
	}
}

var errNoCertificate = errors.New("the server has shown no certificate")
