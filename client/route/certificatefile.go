package route

import (
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io"
	"io/fs"
	"os"
)

const maxSettingFile = 1 << 20 // bytes; all certificates that browsers trust take a third of that

// readSetting reads a file that a setting names.
func readSetting(s Setting, path string) ([]byte, error) {
	info, err := os.Stat(path) // before os.Open, which can block forever on a pipe
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, settingError(s, ProblemMissing, path, err)
	case err != nil:
		return nil, settingError(s, ProblemUnreadable, path, err)
	case !info.Mode().IsRegular():
		return nil, settingError(s, ProblemNotFile, path, nil)
	case info.Size() > maxSettingFile:
		return nil, settingError(s, ProblemTooLarge, path, nil)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, settingError(s, ProblemUnreadable, path, err)
	}
	defer func() { _ = file.Close() }()
	content, err := io.ReadAll(io.LimitReader(file, maxSettingFile+1)) // some system files state no size or are endless
	switch {
	case err != nil:
		return nil, settingError(s, ProblemUnreadable, path, err)
	case len(content) > maxSettingFile:
		return nil, settingError(s, ProblemTooLarge, path, nil)
	}
	return content, nil
}

// parseCertificates returns the certificates in a file, at least one. It ignores anything else in the file.
func parseCertificates(s Setting, path string, content []byte) ([]*x509.Certificate, error) {
	var found []*x509.Certificate
	for block, rest := pem.Decode(content); block != nil; block, rest = pem.Decode(rest) {
		if block.Type != "CERTIFICATE" && block.Type != "TRUSTED CERTIFICATE" {
			continue
		}
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, settingError(s, ProblemBroken, path, err)
		}
		found = append(found, c)
	}
	if len(found) > 0 {
		return found, nil
	}
	if found, err := x509.ParseCertificates(content); err == nil && len(found) > 0 { // DER, as Windows exports it
		return found, nil
	}
	return nil, settingError(s, ProblemNoCertificate, path, nil)
}
