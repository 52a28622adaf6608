package words

import (
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/client"
	"accesskeys/client/route"
)

// explainNetwork words what keeps a server from being reached, or nothing where e is about something else.
func explainNetwork(e *client.Error) string {
	host := map[string]any{"Host": e.Message}
	switch e.Kind {
	case client.KindCertificate:
		return ExplainCertificate(e.Certificate)
	case client.KindSettings:
		return explainSetting(e)
	case client.KindTLS:
		return lang.L("No encrypted connection could be agreed on with the server. It may be too old for TLS 1.2, or something on the way interferes.")
	case client.KindNotTLS:
		return lang.L("The server does not speak https. If nobody can listen on the way to it, type http:// before its address.")
	case client.KindWantsTLS:
		return lang.L("The server speaks https only. Type https:// before its address.")
	case client.KindPlain:
		return lang.L("What is exchanged with this server would not be encrypted, so nothing was sent. Type https:// before its address, or allow it when you sign in.")
	case client.KindNoOwnCertificate:
		return lang.L("The server asks for a client certificate. Name yours and its key under Advanced, or in Account.")
	case client.KindOwnCertificate:
		return lang.L("The server does not accept your client certificate. It may have expired, or be for another server: ask the server's administrator.")
	case client.KindProxy:
		return lang.L("The proxy {{.Host}} can't be reached. Check its address and your network, or choose another one under Advanced, or in Account.", host)
	case client.KindProxyAuth:
		return lang.L("The proxy asks for a password, which this app does not keep. Leave the proxy to the system, and before you start the app set the environment variable HTTPS_PROXY (for http, HTTP_PROXY) to http://name:password@host:port.")
	case client.KindProxyLogin:
		return lang.L("The proxy {{.Host}} does not accept the user name or the password that it was given. Correct them in the environment variable that names the proxy, such as HTTPS_PROXY, and start the app again.", host)
	case client.KindProxyRefused:
		return lang.L("The proxy {{.Host}} does not connect to this server. Check the server's address, or ask whoever runs the proxy.", host)
	}
	return ""
}

// ExplainCertificate says whose certificate was not accepted, why, and what to do.
func ExplainCertificate(c *route.Certificate) string {
	if c == nil {
		return lang.L("The server's certificate is not trusted by this computer, so nothing was sent. Check the address, or have its certificate authority installed.")
	}
	facts := map[string]any{"Host": c.Host, "Owner": c.Owner, "By": c.By, "Names": namesOf(c),
		"From": c.NotBefore.Local().Format(time.DateOnly), "Until": c.NotAfter.Local().Format(time.DateOnly)}
	switch c.Problem {
	case route.CertificateSelfSigned:
		return lang.L("{{.Host}} shows a self-signed certificate, which is that of {{.Owner}}, so nothing was sent. Trust it if you can check its fingerprint, or name the file with it under Advanced, or in Account.", facts)
	case route.CertificateUnknownIssuer:
		return lang.L("The certificate that {{.Host}} shows, which is that of {{.Owner}}, was issued by {{.By}}, which this computer does not trust, so nothing was sent. Ask your administrator for the file with that authority's certificate, and name it under Advanced, or in Account.", facts)
	case route.CertificateExpired:
		return lang.L("The certificate of {{.Owner}} at {{.Host}} expired on {{.Until}}, so nothing was sent. Tell the server's administrator, if this computer's date is right.", facts)
	case route.CertificateNotYet:
		return lang.L("The certificate of {{.Owner}} at {{.Host}} is not valid before {{.From}}, so nothing was sent. Check this computer's date, or tell the server's administrator.", facts)
	case route.CertificateWrongHost:
		return lang.L("The certificate that {{.Host}} shows is that of {{.Names}}, so nothing was sent. Check the address: it has to be one that the certificate is for.", facts)
	case route.CertificateCommonName:
		return lang.L("The certificate of {{.Host}} names its host only in the old way (common name); it needs a subject alternative name. Nothing was sent. Tell who runs the server.", facts)
	case route.CertificateChanged:
		return lang.L("The certificate that {{.Host}} shows, which is that of {{.Owner}}, is not the one that you trusted, so nothing was sent. If its administrator has not replaced it, somebody may be listening on the way.", facts)
	}
	return lang.L("The certificate that {{.Host}} shows, which is that of {{.Owner}}, is not accepted, so nothing was sent. Tell the server's administrator.", facts)
}

// namesOf is the hosts that a certificate is for, or whose it is where it names none.
func namesOf(c *route.Certificate) string {
	if len(c.Names) == 0 {
		return c.Owner
	}
	return strings.Join(c.Names[:min(len(c.Names), 3)], ", ")
}

// explainSetting says what is wrong with how a server is to be reached.
func explainSetting(err error) string {
	var e *route.NetworkError
	if !errors.As(err, &e) {
		return lang.L("How this server is to be reached makes no sense. Look under Advanced, or in Account.")
	}
	if e.Variable != "" {
		return explainVariable(e)
	}
	path := map[string]any{"Path": e.Path}
	switch e.Problem {
	case route.ProblemMissing:
		return lang.L("There is no file {{.Path}}. Check its name.", path)
	case route.ProblemUnreadable:
		return lang.L("{{.Path}} cannot be read. Check that you are allowed to.", path)
	case route.ProblemNotFile:
		return lang.L("{{.Path}} is not a file. Type the name of one.", path)
	case route.ProblemTooLarge:
		return lang.L("{{.Path}} is too large for a certificate or a key. Name another file.", path)
	case route.ProblemNoCertificate:
		return lang.L("There is no certificate in {{.Path}}. Name a PEM file: in it is a line -----BEGIN CERTIFICATE-----.", path)
	case route.ProblemBroken:
		return lang.L("What is in {{.Path}} is damaged, or of a kind that is not known here. Ask for it anew.", path)
	case route.ProblemNoKey:
		return lang.L("There is no private key in {{.Path}}. Name the PEM file that has it: in it is a line -----BEGIN PRIVATE KEY-----.", path)
	case route.ProblemEncrypted:
		return lang.L("The private key in {{.Path}} is encrypted, and there is nothing here to type its passphrase into. Store it without one: openssl pkey -in encrypted.pem -out key.pem", path)
	case route.ProblemMismatch:
		return lang.L("The private key in {{.Path}} is not that of the client certificate. Name the two files that belong together.", path)
	case route.ProblemNoCertFile:
		return lang.L("There is a private key, but no certificate. Name the file of the client certificate too.")
	case route.ProblemPassword:
		return lang.L("A proxy's user name and password are not kept here. Leave the proxy to the system, and before you start the app set the environment variable HTTPS_PROXY (for http, HTTP_PROXY) to http://name:password@host:port.")
	case route.ProblemSystem:
		return lang.L("The system's proxy setting makes no sense. Check it, or choose a proxy under Advanced, or in Account.")
	}
	return lang.L("That is not a proxy's address. Type it like http://proxy.example.com:3128 or socks5://proxy.example.com:1080.")
}

// explainVariable says what is wrong with the proxy that an environment variable names. Nothing of its value is
// shown: it may be a password.
func explainVariable(e *route.NetworkError) string {
	variable := map[string]any{"Variable": e.Variable}
	switch e.Problem {
	case route.ProblemEscape:
		return lang.L("The proxy in {{.Variable}} makes no sense. Special characters in its password have to be percent-encoded: %40 for @, %23 for #, %2F for /, %3F for ?.", variable)
	case route.ProblemScheme:
		return lang.L("The proxy in {{.Variable}} is of a kind that this app does not know. Its address has to begin with http://, https://, socks5:// or socks5h://.", variable)
	}
	return lang.L("The proxy in {{.Variable}} makes no sense. Set it to an address like http://proxy.example.com:3128 or socks5://proxy.example.com:1080.", variable)
}

// CertificateOf is the certificate that was not accepted, if err is about one.
func CertificateOf(err error) *route.Certificate {
	var e *client.Error
	if errors.As(err, &e) {
		return e.Certificate
	}
	return nil
}
