package copyas

import (
	"net/url"
	"strings"

	"accesskeys/client/route"
)

// curl is a command that asks the server for its version. The token is on the command's standard input: other users of
// the computer can read command lines.
func (s Source) curl() (string, error) {
	header, err := s.header()
	if err != nil {
		return "", err
	}
	words := append([]string{"curl"}, curlOptions(s.Network, s.Server.Base)...)
	for _, w := range words {
		if !printable(w) {
			return "", ErrControl
		}
	}
	words = append(words, "-H @-", inShell(s.Server.Base+"/version"), "<<'EOF'")
	return strings.Join(words, " ") + "\n" + header + "\nEOF\n", nil
}

// curlOptions have curl reach a server as the program does. A pinned certificate is none of them: curl can only pin
// keys.
func curlOptions(n route.Network, base string) []string {
	var options []string
	add := func(name, value string) {
		if value != "" {
			options = append(options, name+" "+inShell(value))
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

// curlFile escapes the name of a certificate's file: behind a colon, curl takes the rest for a password.
var curlFile = strings.NewReplacer(`\`, `\\`, `:`, `\:`, `"`, `\"`)
