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

// PlainWarning says what it means that the connection is not encrypted.
func PlainWarning() string {
	return lang.L("The connection is not encrypted. Others on the network can read and change your keys and secrets. You allowed this for this server.")
}

// InspectCertificate is what a button that shows a certificate says.
func InspectCertificate() string { return lang.L("View Certificate…") }
