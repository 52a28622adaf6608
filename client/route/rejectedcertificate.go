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
	CertificateUnknownIssuer CertificateProblem = "unknown-issuer" // nobody trusted has issued it
	CertificateSelfSigned    CertificateProblem = "self-signed"    // it has issued itself
	CertificateExpired       CertificateProblem = "expired"
	CertificateNotYet        CertificateProblem = "not-yet-valid"
	CertificateWrongHost     CertificateProblem = "wrong-host"  // it is another server's
	CertificateCommonName    CertificateProblem = "common-name" // its common name is the host's, its alternative names are not
	CertificateChanged       CertificateProblem = "changed"     // it is not the pinned one
	CertificateOther         CertificateProblem = "other"
)

// Certificate is one that was not accepted. Its texts are fit for showing.
type Certificate struct {
	Problem     CertificateProblem
	Host        string   // that was asked for
	OfProxy     bool     // it is the proxy's, not the server's
	Owner       string   // whose it says that it is, in short
	By          string   // who it says has issued it, in short
	Subject     string   // whose, in full
	Issuer      string   // by whom, in full
	Names       []string // of the hosts that it is for; at most maxNames
	OtherHost   bool     // Host is not among them
	NotBefore   time.Time
	NotAfter    time.Time
	Fingerprint Fingerprint

	selfSigned, current bool
}

// maxNames is how many of a certificate's names are kept.
const maxNames = 20

// describe returns the facts of a certificate that host has shown.
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

// isSelfSigned reports whether c has issued itself.
func isSelfSigned(c *x509.Certificate) bool {
	return string(c.RawIssuer) == string(c.RawSubject) &&
		c.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature) == nil
}

// dateProblem returns what is wrong with when c is valid, if anything.
func dateProblem(c *x509.Certificate, now time.Time) CertificateProblem {
	switch {
	case now.Before(c.NotBefore):
		return CertificateNotYet
	case now.After(c.NotAfter):
		return CertificateExpired
	}
	return ""
}

// CertificateError is a failed handshake: the certificate was not accepted.
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

// rejected returns err with the certificate that it is about, where there is one, which host has shown. roots
// are what it was checked against.
func rejected(err error, host string, roots *x509.CertPool, now time.Time) error {
	var failed *tls.CertificateVerificationError
	if !errors.As(err, &failed) || len(failed.UnverifiedCertificates) == 0 {
		return err
	}
	leaf := failed.UnverifiedCertificates[0]
	about := leaf
	var invalid x509.CertificateInvalidError
	if errors.As(err, &invalid) && invalid.Cert != nil && invalid.Reason == x509.Expired {
		about = invalid.Cert // may be one above
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

// problemOf says why a certificate was not accepted. One that has issued itself is not trusted whatever name
// it is in, so that comes before its names.
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

// isTrusted reports whether c would be accepted for a host of its names.
func isTrusted(c *x509.Certificate, roots *x509.CertPool, now time.Time) bool {
	_, err := c.Verify(x509.VerifyOptions{Roots: roots, CurrentTime: now})
	return err == nil
}

// hasCommonName reports whether host is a common name of c, which is where certificates named hosts before
// they had alternative names.
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
