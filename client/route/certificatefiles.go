package route

import (
	"crypto"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
)

const maxSettingFile = 1 << 20 // bytes; the whole of what browsers trust has a third of that

// DialConfig is what a Network comes to.
type DialConfig struct {
	roots  *x509.CertPool    // nil is the system's
	own    []tls.Certificate // the client's, at most one
	choose ProxyChooser      // nil is for no proxy
}

// DialConfig reads the files and checks the rest. It returns an *Error of KindSettings.
func (n Network) DialConfig(system ProxyChooser) (DialConfig, error) {
	var d DialConfig
	var err error
	if d.choose, err = n.proxyOf(system); err != nil {
		return DialConfig{}, err
	}
	if n.CAFile != "" {
		if d.roots, err = readRoots(n.CAFile); err != nil {
			return DialConfig{}, err
		}
	}
	if n.CertFile == "" && n.KeyFile != "" {
		return DialConfig{}, refused(SettingKey, ProblemNoCertFile, n.KeyFile, nil)
	}
	if n.CertFile != "" {
		own, err := readOwn(n.CertFile, n.KeyFile)
		if err != nil {
			return DialConfig{}, err
		}
		d.own = []tls.Certificate{own}
	}
	return d, nil
}

// readRoots returns the system's certificates with those of a file.
func readRoots(path string) (*x509.CertPool, error) {
	content, err := readSetting(SettingCA, path)
	if err != nil {
		return nil, err
	}
	found, err := parseCertificates(SettingCA, path, content)
	if err != nil {
		return nil, err
	}
	roots, err := x509.SystemCertPool()
	if err != nil {
		roots = x509.NewCertPool()
	}
	for _, c := range found {
		roots.AddCert(c)
	}
	return roots, nil
}

// readOwn returns the client's certificate with its key, which may be in the same file.
func readOwn(certPath, keyPath string) (tls.Certificate, error) {
	content, err := readSetting(SettingCert, certPath)
	if err != nil {
		return tls.Certificate{}, err
	}
	chain, err := parseCertificates(SettingCert, certPath, content)
	if err != nil {
		return tls.Certificate{}, err
	}
	if keyPath == "" {
		keyPath = certPath
	} else if content, err = readSetting(SettingKey, keyPath); err != nil {
		return tls.Certificate{}, err
	}
	key, err := parseKey(keyPath, content)
	clear(content)
	if err != nil {
		return tls.Certificate{}, err
	}
	if public, ok := key.Public().(interface{ Equal(crypto.PublicKey) bool }); !ok || !public.Equal(chain[0].PublicKey) {
		return tls.Certificate{}, refused(SettingKey, ProblemMismatch, keyPath, nil)
	}
	own := tls.Certificate{PrivateKey: key, Leaf: chain[0]}
	for _, c := range chain {
		own.Certificate = append(own.Certificate, c.Raw)
	}
	return own, nil
}

// readSetting reads a file that a setting names.
func readSetting(s Setting, path string) ([]byte, error) {
	info, err := os.Stat(path) // first: opening what is no file may wait forever
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, refused(s, ProblemMissing, path, err)
	case err != nil:
		return nil, refused(s, ProblemUnreadable, path, err)
	case !info.Mode().IsRegular():
		return nil, refused(s, ProblemNotFile, path, nil)
	case info.Size() > maxSettingFile:
		return nil, refused(s, ProblemTooLarge, path, nil)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, refused(s, ProblemUnreadable, path, err)
	}
	defer func() { _ = file.Close() }()
	content, err := io.ReadAll(io.LimitReader(file, maxSettingFile+1)) // some files of the system's have no size, or no end
	switch {
	case err != nil:
		return nil, refused(s, ProblemUnreadable, path, err)
	case len(content) > maxSettingFile:
		return nil, refused(s, ProblemTooLarge, path, nil)
	}
	return content, nil
}

// parseCertificates returns the certificates in a file, at least one. What else is in it is ignored.
func parseCertificates(s Setting, path string, content []byte) ([]*x509.Certificate, error) {
	var found []*x509.Certificate
	for block, rest := pem.Decode(content); block != nil; block, rest = pem.Decode(rest) {
		if block.Type != "CERTIFICATE" && block.Type != "TRUSTED CERTIFICATE" {
			continue
		}
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, refused(s, ProblemBroken, path, err)
		}
		found = append(found, c)
	}
	if len(found) > 0 {
		return found, nil
	}
	if found, err := x509.ParseCertificates(content); err == nil && len(found) > 0 { // DER, as Windows exports it
		return found, nil
	}
	return nil, refused(s, ProblemNoCertificate, path, nil)
}

// parseKey returns the first private key in a file.
func parseKey(path string, content []byte) (crypto.Signer, error) {
	for block, rest := pem.Decode(content); block != nil; block, rest = pem.Decode(rest) {
		if !strings.HasSuffix(block.Type, "PRIVATE KEY") {
			continue
		}
		if block.Type == "ENCRYPTED PRIVATE KEY" || block.Headers["DEK-Info"] != "" {
			return nil, refused(SettingKey, ProblemEncrypted, path, nil)
		}
		key, err := parsePrivateKey(block.Bytes)
		clear(block.Bytes)
		if err != nil {
			return nil, refused(SettingKey, ProblemBroken, path, nil)
		}
		return key, nil
	}
	return nil, refused(SettingKey, ProblemNoKey, path, nil)
}

var errNoSigner = errors.New("not a key that signs")

// parsePrivateKey reads a key in any of the forms that there are in use.
func parsePrivateKey(der []byte) (crypto.Signer, error) {
	if key, err := x509.ParsePKCS1PrivateKey(der); err == nil {
		return key, nil
	}
	if key, err := x509.ParseECPrivateKey(der); err == nil {
		return key, nil
	}
	key, err := x509.ParsePKCS8PrivateKey(der)
	if err != nil {
		return nil, err
	}
	signer, ok := key.(crypto.Signer)
	if !ok {
		return nil, errNoSigner
	}
	return signer, nil
}
