package words

import (
	"net/url"
	"strings"

	"fyne.io/fyne/v2/lang"
)

// Host is the part of a server's address that tells it from others.
func Host(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return strings.TrimRight(address, "/")
}

// InspectCertificate is what a button that shows a certificate says.
func InspectCertificate() string { return lang.L("View Certificate…") }
