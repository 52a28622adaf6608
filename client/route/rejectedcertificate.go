package route

import (
	"cmp"
	"crypto/tls"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"net"
	"time"

	"accesskeys/client/oneline"
)

// CertificateProblem says why a certificate is not accepted. The values are stable names.
type CertificateProblem string

// Why a certificate is not accepted.
const (
	CertificateUnknownIssuer CertificateProblem = "unknown-issuer" // its issuer is not trusted
	CertificateSelfSigned    CertificateProblem = "self-signed"
	CertificateExpired       CertificateProblem = "expired"
	CertificateNotYet        CertificateProblem = "not-yet-valid"
	CertificateWrongHost     CertificateProblem = "wrong-host"  // it is for another host
	CertificateCommonName    CertificateProblem = "common-name" // it names the host in its common name only
	CertificateChanged       CertificateProblem = "changed"     // it is not the pinned one
	CertificateOther         CertificateProblem = "other"
)

// Certificate describes a certificate that was not accepted. Its texts may be shown as they are.
type Certificate struct {
	Problem     CertificateProblem
	Host        string   // the host that was requested
	OfProxy     bool     // the certificate is the proxy's, not the server's
	Owner       string   // the subject in short
	By          string   // the issuer in short
	Subject     string   // the subject in full
	Issuer      string   // the issuer in full
	Names       []string // the hosts that it is for; at most maxNames
	OtherHost   bool     // Host is not among the hosts that it is for
	NotBefore   time.Time
	NotAfter    time.Time
	Fingerprint Fingerprint

	selfSigned, current bool
}

// maxNames is how many of a certificate's host names are kept.
const maxNames = 20

// describe returns a description of the certificate c of host, with the problem CertificateOther.
func describe(c *x509.Certificate, host string, now time.Time) *Certificate {
	d := &Certificate{
		Problem: CertificateOther, Host: oneline.Clean(host),
		Owner:   oneline.Clean(cmp.Or(c.Subject.CommonName, first(c.DNSNames), first(c.Subject.Organization), c.Subject.String())),
		By:      oneline.Clean(cmp.Or(c.Issuer.CommonName, first(c.Issuer.Organization), c.Issuer.String())),
		Subject: oneline.Clean(c.Subject.String()), Issuer: oneline.Clean(c.Issuer.String()),
		NotBefore: c.NotBefore, NotAfter: c.NotAfter, Fingerprint: fingerprint(c),
		OtherHost:  c.VerifyHostname(host) != nil,
		selfSigned: isSelfSigned(c), current: dateProblem(c, now) == "",
	}
	for _, name := range c.DNSNames {
		d.Names = append(d.Names, oneline.Clean(name))
	}
	for _, ip := range c.IPAddresses {
		d.Names = append(d.Names, ip.String())
	}
	d.Names = d.Names[:min(len(d.Names), maxNames)]
	return d
}

func first(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

// isSelfSigned reports whether c is signed with its own key.
func isSelfSigned(c *x509.Certificate) bool {
	return string(c.RawIssuer) == string(c.RawSubject) &&
		c.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature) == nil
}

// dateProblem returns the problem if c is not valid at the time now, and "" otherwise.
func dateProblem(c *x509.Certificate, now time.Time) CertificateProblem {
	switch {
	case now.Before(c.NotBefore):
		return CertificateNotYet
	case now.After(c.NotAfter):
		return CertificateExpired
	}
	return ""
}

// CertificateError means that a handshake failed because the certificate was not accepted.
type CertificateError struct {
	Certificate *Certificate
	err         error
}

func (e *CertificateError) Error() string {
	if e.err != nil {
		return e.err.Error()
	}
	return "certificate " + string(e.Certificate.Problem)
}

func (e *CertificateError) Unwrap() error { return e.err }

// describeRejection returns a *CertificateError if err means that the certificate of host was not accepted, and err
// itself otherwise. roots are the certificates against which it was verified.
func describeRejection(err error, host string, roots *x509.CertPool, now time.Time) error {
	var failed *tls.CertificateVerificationError
	if !errors.As(err, &failed) || len(failed.UnverifiedCertificates) == 0 {
		return err
	}
	leaf := failed.UnverifiedCertificates[0]
	about := leaf
	var invalid x509.CertificateInvalidError
	if errors.As(err, &invalid) && invalid.Cert != nil && invalid.Reason == x509.Expired {
		about = invalid.Cert // may be a certificate above the leaf
	}
	d := describe(leaf, host, now)
	d.Problem = problemOf(err, d, about, now)
	if d.Problem == CertificateSelfSigned && isTrusted(leaf, roots, now) {
		d.Problem = CertificateWrongHost
	}
	if d.Problem == CertificateWrongHost && hasCommonName(leaf, host) {
		d.Problem = CertificateCommonName
	}
	if about != leaf && d.Problem != CertificateSelfSigned {
		above := describe(about, host, now)
		above.Problem, above.selfSigned = d.Problem, false
		d = above
	}
	return &CertificateError{Certificate: d, err: err}
}

// problemOf returns why a certificate was not accepted. That it is self-signed goes before a wrong host, because it
// would not be trusted for its own host either.
func problemOf(err error, d *Certificate, about *x509.Certificate, now time.Time) CertificateProblem {
	var (
		unknown x509.UnknownAuthorityError
		host    x509.HostnameError
	)
	if problem := dateProblem(about, now); problem != "" {
		return problem
	}
	switch {
	case d.selfSigned:
		return CertificateSelfSigned
	case errors.As(err, &host):
		return CertificateWrongHost
	case errors.As(err, &unknown):
		return CertificateUnknownIssuer
	}
	return CertificateOther
}

// isTrusted reports whether c would be accepted for the hosts that it is for.
func isTrusted(c *x509.Certificate, roots *x509.CertPool, now time.Time) bool {
	_, err := c.Verify(x509.VerifyOptions{Roots: roots, CurrentTime: now})
	return err == nil
}

// hasCommonName reports whether host is a common name of c. Old certificates name their host there instead of in the
// alternative names.
func hasCommonName(c *x509.Certificate, host string) bool {
	for _, attribute := range c.Subject.Names {
		name, ok := attribute.Value.(string)
		if !ok || !attribute.Type.Equal(commonName) {
			continue
		}
		old := &x509.Certificate{DNSNames: []string{name}}
		if ip := net.ParseIP(name); ip != nil {
			old.IPAddresses = []net.IP{ip}
		}
		if old.VerifyHostname(host) == nil {
			return true
		}
	}
	return false
}

var commonName = asn1.ObjectIdentifier{2, 5, 4, 3}
