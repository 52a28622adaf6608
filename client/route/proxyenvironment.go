package route

import (
	"errors"
	"net/http"
	"net/url"
	"os"
	"strings"
	"unicode"

	"golang.org/x/net/http/httpproxy"
)

// ProxyFromEnvironment returns the proxy that the environment names for a request, nil for none. As curl does, it
// takes https_proxy or http_proxy, by the scheme, or else all_proxy, each before its form in capitals, and an
// empty one for none; no_proxy exempts hosts. Its error is an *Error of KindSettings that wraps a *NetworkError
// with the variable's name and no part of its value.
//
// http.ProxyFromEnvironment knows nothing of all_proxy, drops what it cannot read, so that requests go out
// without the proxy, and guesses a host from what is left of a password.
func ProxyFromEnvironment(r *http.Request) (*url.URL, error) {
	lower := r.URL.Scheme + "_proxy"
	variable, value := firstSet(lower, strings.ToUpper(lower), "all_proxy", "ALL_PROXY")
	if value == "" || isExempt(r.URL) {
		return nil, nil
	}
	u, err := ParseProxy(value)
	var wrong *NetworkError
	if errors.As(err, &wrong) {
		wrong.Variable = variable
		return nil, err
	}
	return u, nil
}

// EnvironmentNamesProxy reports whether a variable of the environment names a proxy, for any scheme.
func EnvironmentNamesProxy() bool {
	variable, _ := firstSet("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY")
	return variable != ""
}

// isExempt reports whether no_proxy has the host of a URL reached without a proxy. Blanks separate as commas do, and
// .example.com is as example.com: package httpproxy would leave the host of that name to the proxy.
func isExempt(u *url.URL) bool {
	_, list := firstSet("no_proxy", "NO_PROXY")
	hosts := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
	for i, host := range hosts {
		hosts[i] = strings.TrimPrefix(host, ".")
	}
	const some = "http://proxy.invalid"
	c := httpproxy.Config{HTTPProxy: some, HTTPSProxy: some, NoProxy: strings.Join(hosts, ",")}
	proxy, err := c.ProxyFunc()(u)
	return err == nil && proxy == nil
}

// firstSet returns the first of the variables that is set and not blank, with its value.
func firstSet(variables ...string) (variable, value string) {
	for _, variable := range variables {
		if value := strings.TrimSpace(os.Getenv(variable)); value != "" {
			return variable, value
		}
	}
	return "", ""
}
