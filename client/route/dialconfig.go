package route

import (
	"crypto/tls"
	"crypto/x509"
)

// DialConfig is a Network that was checked, with the contents of its files.
type DialConfig struct {
	roots  *x509.CertPool    // nil means the system's
	own    []tls.Certificate // the client's certificate, at most one
	choose ProxyChooser      // nil means no proxy
}

// DialConfig reads the files of n and checks its other settings. The error is a *NetworkError.
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
		return DialConfig{}, settingError(SettingKey, ProblemNoCertFile, n.KeyFile, nil)
	}
	if n.CertFile != "" {
		own, err := readClientCertificate(n.CertFile, n.KeyFile)
		if err != nil {
			return DialConfig{}, err
		}
		d.own = []tls.Certificate{own}
	}
	return d, nil
}
