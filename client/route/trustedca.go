package route

import "crypto/x509"

// readRoots returns the system's trusted certificates together with those in a file.
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
