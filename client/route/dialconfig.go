package route

import (
	"crypto/tls"
	"crypto/x509"
)

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
