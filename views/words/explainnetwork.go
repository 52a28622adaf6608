package words

import (
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/client"
	"accesskeys/client/route"
)

// explainNetwork says why a server cannot be reached, or returns "" if e is about something else.
func explainNetwork(e *client.Error) string {
	host := map[string]any{"Host": e.Message}
	switch e.Kind {
	case client.KindCertificate:
		return ExplainCertificate(e.Certificate)
	case client.KindSettings:
		return explainSetting(e)
	case client.KindTLS:
		return lang.L("Couldn't set up an encrypted connection. The server may not support TLS 1.2, or something in between interferes. Ask your administrator.")
	case client.KindNotTLS:
		return lang.L("The server doesn't support https. If you trust the network, change its address to begin with http://.")
	case client.KindWantsTLS:
		return lang.L("The server requires https. Change its address to begin with https://.")
	case client.KindPlain:
		return lang.L("Nothing was sent: the connection would not be encrypted. Change the address to begin with https://, or allow it when you sign in.")
	case client.KindNoOwnCertificate:
		return lang.L("The server requires a client certificate. Choose yours and its key under Advanced, or in Account.")
	case client.KindOwnCertificate:
		return lang.L("The server rejected your client certificate. It may have expired or be for another server. Ask the server's administrator.")
	case client.KindProxy:
		return lang.L("The proxy {{.Host}} can't be reached. Check its address and your network, or choose another under Advanced, or in Account.", host)
	case client.KindProxyAuth:
		return lang.L("The proxy asks for a password, which the app doesn't save. Choose the system's proxy, set the environment variable HTTPS_PROXY (HTTP_PROXY for http) to http://name:password@host:port, and restart the app.")
	case client.KindProxyLogin:
		return lang.L("The proxy {{.Host}} rejected the user name or password. Correct them in the environment variable that sets the proxy, such as HTTPS_PROXY, and restart the app.", host)
	case client.KindProxyRefused:
		return lang.L("The proxy {{.Host}} refuses to connect to this server. Check the server's address, or ask the proxy's administrator.", host)
	case client.KindProxySocks:
		return lang.L("The proxy {{.Host}} doesn't speak SOCKS5, the only SOCKS version that the app supports. Choose an HTTP or SOCKS5 proxy under Advanced, or in Account.", host)
	}
	return ""
}

// explainUnreachable says why there is no connection, as far as that is known.
func explainUnreachable(e *client.Error) string {
	host, port := route.UnreachableHost(e)
	place := map[string]any{"Host": host, "Port": port}
	switch {
	case port != "":
		return lang.L("The server can't be reached: nothing listens at {{.Host}}, port {{.Port}} (connection refused). Check the address and any port forwarding.", place)
	case host != "":
		return lang.L("The server can't be reached: no computer named {{.Host}} was found. Check the address and your network.", place)
	}
	return lang.L("The server can't be reached. Check the address, your network and any port forwarding.")
}

// ExplainCertificate says which certificate was not accepted, why, and what to do.
func ExplainCertificate(c *route.Certificate) string {
	if c == nil {
		return lang.L("Nothing was sent: this computer doesn't trust the server's certificate. Check the address, or install its certificate authority.")
	}
	facts := map[string]any{"Host": c.Host, "Owner": c.Owner, "By": c.By, "Names": namesOf(c),
		"From": c.NotBefore.Local().Format(time.DateOnly), "Until": c.NotAfter.Local().Format(time.DateOnly)}
	switch c.Problem {
	case route.CertificateSelfSigned:
		return lang.L("Nothing was sent: {{.Host}} has a self-signed certificate (of {{.Owner}}). Trust it if you can verify its fingerprint, or choose its file under Advanced, or in Account.", facts)
	case route.CertificateUnknownIssuer:
		return lang.L("Nothing was sent: the certificate of {{.Owner}} at {{.Host}} was issued by {{.By}}, which this computer does not trust. Ask your administrator for that authority's certificate file, and choose it under Advanced, or in Account.", facts)
	case route.CertificateExpired:
		return lang.L("Nothing was sent: the certificate of {{.Owner}} at {{.Host}} expired on {{.Until}}. Check this computer's date, or tell the server's administrator.", facts)
	case route.CertificateNotYet:
		return lang.L("Nothing was sent: the certificate of {{.Owner}} at {{.Host}} is not valid before {{.From}}. Check this computer's date, or tell the server's administrator.", facts)
	case route.CertificateWrongHost:
		return lang.L("Nothing was sent: the certificate of {{.Host}} is for {{.Names}}. Check the address.", facts)
	case route.CertificateCommonName:
		return lang.L("Nothing was sent: the certificate of {{.Host}} has no subject alternative name. Tell the server's administrator.", facts)
	case route.CertificateChanged:
		return lang.L("Nothing was sent: {{.Host}} has another certificate than the one you trusted (it is that of {{.Owner}}). If the administrator did not replace it, someone may be intercepting the connection.", facts)
	}
	return lang.L("Nothing was sent: the certificate of {{.Owner}} at {{.Host}} is not valid. Tell the server's administrator.", facts)
}

// namesOf returns the hosts that a certificate is for, or its owner if it names none.
func namesOf(c *route.Certificate) string {
	if len(c.Names) == 0 {
		return c.Owner
	}
	return strings.Join(c.Names[:min(len(c.Names), 3)], ", ")
}

// explainSetting says what is wrong with a network setting.
func explainSetting(err error) string {
	var e *route.NetworkError
	if !errors.As(err, &e) {
		return lang.L("This server's connection settings are not valid. Correct them under Advanced, or in Account.")
	}
	if e.Variable != "" {
		return explainVariable(e)
	}
	path := map[string]any{"Path": e.Path}
	switch e.Problem {
	case route.ProblemMissing:
		return lang.L("The file {{.Path}} doesn't exist. Check its name.", path)
	case route.ProblemUnreadable:
		return lang.L("{{.Path}} can't be read. Check its permissions.", path)
	case route.ProblemNotFile:
		return lang.L("{{.Path}} is not a file. Choose a file.", path)
	case route.ProblemTooLarge:
		return lang.L("{{.Path}} is too large for a certificate or key. Choose another file.", path)
	case route.ProblemNoCertificate:
		return lang.L("{{.Path}} contains no certificate. Choose a PEM file with the line -----BEGIN CERTIFICATE-----.", path)
	case route.ProblemBroken:
		return lang.L("{{.Path}} is damaged or of an unknown kind. Choose another file.", path)
	case route.ProblemNoKey:
		return lang.L("{{.Path}} contains no private key. Choose a PEM file with the line -----BEGIN PRIVATE KEY-----.", path)
	case route.ProblemEncrypted:
		return lang.L("The private key in {{.Path}} is encrypted. Save a copy without a passphrase: openssl pkey -in encrypted.pem -out key.pem", path)
	case route.ProblemMismatch:
		return lang.L("The private key in {{.Path}} doesn't match the client certificate. Choose the two files that belong together.", path)
	case route.ProblemNoCertFile:
		return lang.L("The client certificate is missing. Choose its file too.")
	case route.ProblemPassword:
		return lang.L("The app doesn't save proxy passwords. Choose the system's proxy, set the environment variable HTTPS_PROXY (HTTP_PROXY for http) to http://name:password@host:port, and restart the app.")
	case route.ProblemSystem:
		return lang.L("The system's proxy setting is not valid. Correct it, or choose a proxy under Advanced, or in Account.")
	}
	return lang.L("Not a proxy address. Use a form like http://proxy.example.com:3128 or socks5://proxy.example.com:1080.")
}

// explainVariable says what is wrong with the proxy in an environment variable. It shows nothing of the value, which
// may contain a password.
func explainVariable(e *route.NetworkError) string {
	variable := map[string]any{"Variable": e.Variable}
	switch e.Problem {
	case route.ProblemEscape:
		return lang.L("The proxy in {{.Variable}} is not valid. Percent-encode special characters in its password (%40 for @, %23 for #, %2F for /, %3F for ?), and restart the app.", variable)
	case route.ProblemScheme:
		return lang.L("The proxy in {{.Variable}} is not supported. Set it to an address that begins with http://, https://, socks5:// or socks5h://, and restart the app.", variable)
	}
	return lang.L("The proxy in {{.Variable}} is not valid. Set it to an address like http://proxy.example.com:3128 or socks5://proxy.example.com:1080, and restart the app.", variable)
}

// CertificateOf returns the certificate that was not accepted, or nil if err is not about one.
func CertificateOf(err error) *route.Certificate {
	var e *client.Error
	if errors.As(err, &e) {
		return e.Certificate
	}
	return nil
}

// InspectCertificate returns the label of a button that shows a certificate.
func InspectCertificate() string { return lang.L("View Certificate…") }
