package route

import (
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"strings"
)

// ProxyChooser returns the proxy for a request, nil for none.
type ProxyChooser func(*http.Request) (*url.URL, error)

// proxyOf returns what chooses the proxy of a request. It never chooses one for this machine.
func (n Network) proxyOf(system ProxyChooser) (ProxyChooser, error) {
	choose := guarded(system)
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

// guarded drops errors of the system's choice that are not known to be fit for showing: they may quote a password.
func guarded(system ProxyChooser) ProxyChooser {
	return func(r *http.Request) (*url.URL, error) {
		u, err := system(r)
		var known *NetworkError
		switch {
		case errors.As(err, &known):
			return nil, err
		case err != nil:
			return nil, refused(SettingProxy, ProblemSystem, "", nil)
		}
		return u, nil
	}
}

// parseOwnProxy reads the address of a proxy as a user types it, which has no user name and no path.
func parseOwnProxy(typed string) (*url.URL, error) {
	if strings.Contains(typed, "@") {
		return nil, refused(SettingProxy, ProblemPassword, "", nil)
	}
	u, err := ParseProxy(typed)
	if err != nil || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
		return nil, refused(SettingProxy, ProblemAddress, "", nil)
	}
	return &url.URL{Scheme: u.Scheme, Host: u.Host}, nil
}

var hasScheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*://`)

// ParseProxy reads the address of a proxy, http where it has no scheme, and maybe with a user name and a password.
// The error is an *Error of KindSettings that quotes no part of the address.
//
// With an @ after the first one, or after the host, a password ends early: part of it would be taken for a host
// name, and shown as such.
func ParseProxy(address string) (*url.URL, error) {
	text := strings.TrimSpace(address)
	if !hasScheme.MatchString(text) {
		text = "http://" + text
	}
	scheme, rest, _ := strings.Cut(text, "://")
	known, ok := proxySchemes[strings.ToLower(scheme)]
	if !ok {
		return nil, refused(SettingProxy, ProblemScheme, "", nil)
	}
	u, err := url.Parse(known + "://" + rest)
	user, after, hasUser := strings.Cut(rest, "@")
	switch {
	case strings.Contains(after, "@"), hasUser && strings.ContainsAny(user, "/?#"), hasUser && (err != nil || !validHost(u)):
		return nil, refused(SettingProxy, ProblemEscape, "", nil)
	case err != nil, !validHost(u):
		return nil, refused(SettingProxy, ProblemAddress, "", nil)
	}
	return u, nil
}

// proxySchemes are the kinds of proxies by how an address begins. GNOME writes socks for any version.
var proxySchemes = map[string]string{
	"http": "http", "https": "https", "socks": "socks5", "socks5": "socks5", "socks5h": "socks5h",
}
