package route

import (
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"strings"
)

// ProxyChooser returns the proxy for a request, or nil for none.
type ProxyChooser func(*http.Request) (*url.URL, error)

// proxyOf returns the ProxyChooser of n. It never chooses a proxy for this machine.
func (n Network) proxyOf(system ProxyChooser) (ProxyChooser, error) {
	choose := withoutQuotes(system)
	switch {
	case n.Proxy == ProxyNone:
		return nil, nil
	case n.Proxy != "":
		u, err := parseOwnProxy(n.Proxy)
		if err != nil {
			return nil, err
		}
		choose = http.ProxyURL(u)
	}
	return func(r *http.Request) (*url.URL, error) {
		if IsLoopback(r.URL.Hostname()) {
			return nil, nil
		}
		return choose(r)
	}, nil
}

// withoutQuotes returns a ProxyChooser that calls system and replaces any error other than a *NetworkError, because
// such an error may quote a password.
func withoutQuotes(system ProxyChooser) ProxyChooser {
	return func(r *http.Request) (*url.URL, error) {
		u, err := system(r)
		var known *NetworkError
		switch {
		case errors.As(err, &known):
			return nil, err
		case err != nil:
			return nil, settingError(SettingProxy, ProblemSystem, "", nil)
		}
		return u, nil
	}
}

// parseOwnProxy parses the address of a proxy as a user types it. It must have no user name and no path.
func parseOwnProxy(typed string) (*url.URL, error) {
	if strings.Contains(typed, "@") {
		return nil, settingError(SettingProxy, ProblemPassword, "", nil)
	}
	u, err := ParseProxy(typed)
	if err != nil || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
		return nil, settingError(SettingProxy, ProblemAddress, "", nil)
	}
	return &url.URL{Scheme: u.Scheme, Host: u.Host}, nil
}

var hasScheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*://`)

// ParseProxy parses the address of a proxy, which may have a user name and a password. A missing scheme means http. The
// error is a *NetworkError that quotes no part of the address.
//
// ParseProxy refuses a second @, and certain characters before the first, because they mean that the password is not
// percent-encoded. Part of the password would otherwise be taken for the host name, and shown as such.
func ParseProxy(address string) (*url.URL, error) {
	text := strings.TrimSpace(address)
	if !hasScheme.MatchString(text) {
		text = "http://" + text
	}
	scheme, rest, _ := strings.Cut(text, "://")
	known, ok := proxySchemes[strings.ToLower(scheme)]
	if !ok {
		return nil, settingError(SettingProxy, ProblemScheme, "", nil)
	}
	u, err := url.Parse(known + "://" + rest)
	user, after, hasUser := strings.Cut(rest, "@")
	switch {
	case strings.Contains(after, "@"), hasUser && strings.ContainsAny(user, "/?#"), hasUser && (err != nil || !validHost(u)):
		return nil, settingError(SettingProxy, ProblemEscape, "", nil)
	case err != nil, !validHost(u):
		return nil, settingError(SettingProxy, ProblemAddress, "", nil)
	}
	return u, nil
}

// proxySchemes maps the schemes in addresses of proxies to those that net/http knows. GNOME writes socks for any
// version of SOCKS.
var proxySchemes = map[string]string{
	"http": "http", "https": "https", "socks": "socks5", "socks5": "socks5", "socks5h": "socks5h",
}
