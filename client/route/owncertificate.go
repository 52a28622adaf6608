package route

import (
	"crypto"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"strings"
)

// readClientCertificate reads the client's certificate and its key. The key is in the same file if keyPath is "".
func readClientCertificate(certPath, keyPath string) (tls.Certificate, error) {
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
		return tls.Certificate{}, settingError(SettingKey, ProblemMismatch, keyPath, nil)
	}
	own := tls.Certificate{PrivateKey: key, Leaf: chain[0]}
	for _, c := range chain {
		own.Certificate = append(own.Certificate, c.Raw)
	}
	return own, nil
}

// parseKey returns the first private key in a file.
func parseKey(path string, content []byte) (crypto.Signer, error) {
	for block, rest := pem.Decode(content); block != nil; block, rest = pem.Decode(rest) {
		if !strings.HasSuffix(block.Type, "PRIVATE KEY") {
			continue
		}
		if block.Type == "ENCRYPTED PRIVATE KEY" || block.Headers["DEK-Info"] != "" {
			return nil, settingError(SettingKey, ProblemEncrypted, path, nil)
		}
		key, err := parsePrivateKey(block.Bytes)
		clear(block.Bytes)
		if err != nil {
			return nil, settingError(SettingKey, ProblemBroken, path, nil)
		}
		return key, nil
	}
	return nil, settingError(SettingKey, ProblemNoKey, path, nil)
}

var errNoSigner = errors.New("not a key that signs")

// parsePrivateKey parses a key in any of the common encodings.
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
