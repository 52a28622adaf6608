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

// Pinnable reports whether a user can trust the certificate by its fingerprint: it is self-signed, valid now, and not
// the proxy's.
func (c *Certificate) Pinnable() bool { return c.selfSigned && c.current && !c.OfProxy }

// verifyPin returns a tls.Config.VerifyConnection that accepts only the pinned certificate. Unlike
// VerifyPeerCertificate, it is also called for resumed connections.
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
