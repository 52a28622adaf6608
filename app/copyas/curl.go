package copyas

import (
	"net/url"
	"strings"

	"accesskeys/client/route"
)

// appendCurl appends a curl command that asks the server for its version. The token is in the command's standard input,
// because other users of the computer can read command lines.
func (s Source) appendCurl(b []byte) ([]byte, error) {
	b = append(b, "curl "...)
	for _, o := range curlOptions(s.Network, s.Server.Base) {
		if !printable(o.value) {
			return b, ErrControl
		}
		b = append(appendShellQuoted(append(append(b, o.name...), ' '), o.value), ' ')
	}
	b = append(appendShellQuoted(append(b, "-H @- "...), s.Server.Base+"/version"), " <<'EOF'\n"...)
	b, err := s.appendHeader(b)
	return append(b, "\nEOF\n"...), err
}

// curlOptions returns the options with which curl reaches a server as the program does. There is none for a pinned
// certificate, because curl can pin only public keys.
func curlOptions(n route.Network, base string) []variable {
	var options []variable
	add := func(name, value string) {
		if value != "" {
			options = append(options, variable{name, value})
		}
	}
	add("--cacert", n.CAFile)
	add("--cert", curlFile.Replace(n.CertFile))
	add("--key", n.KeyFile)
	if u, err := url.Parse(base); err == nil && route.IsLoopback(u.Hostname()) {
		return options
	}
	switch n.Proxy {
	case "":
	case route.ProxyNone:
		add("--noproxy", "*")
	default:
		if u, err := route.ParseProxy(n.Proxy); err == nil {
			add("--proxy", u.Scheme+"://"+u.Host)
		}
	}
	return options
}

// curlFile escapes the name of a certificate file. After an unescaped colon, curl expects a password.
var curlFile = strings.NewReplacer(`\`, `\\`, `:`, `\:`, `"`, `\"`)
