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

// ProxyFromEnvironment returns the proxy that the environment sets for a request, or nil for none. Like curl, it uses
// https_proxy or http_proxy, depending on the request's scheme, and all_proxy if neither is set. The lower-case name of a
// variable goes before the upper-case one, an empty variable counts as not set, and no_proxy exempts hosts. The error is
// a *NetworkError with the variable's name and no part of its value.
//
// http.ProxyFromEnvironment is not used because it ignores all_proxy and invalid values, so that requests would go out
// without the proxy, and because it can take part of a password for the host.
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

// EnvironmentNamesProxy reports whether an environment variable sets a proxy for any scheme.
func EnvironmentNamesProxy() bool {
	variable, _ := firstSet("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY")
	return variable != ""
}

// isExempt reports whether no_proxy exempts the host of a URL from the proxy. White space separates hosts like commas do.
// A leading dot is removed because .example.com must match example.com too, which it does not in package httpproxy.
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

// firstSet returns the name and the value of the first variable that is set and not blank.
func firstSet(variables ...string) (variable, value string) {
	for _, variable := range variables {
		if value := strings.TrimSpace(os.Getenv(variable)); value != "" {
			return variable, value
		}
	}
	return "", ""
}
