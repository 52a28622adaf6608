// Package proxy finds the system's proxy for a request.
package proxy

import (
	"errors"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"strings"

	"accesskeys/client/route"
)

// System returns the system's proxy for a request, or nil for none. It uses the environment if that sets any proxy, and
// the settings of Windows or macOS otherwise. It does not run scripts that choose a proxy (PAC). The error quotes nothing
// of a setting, because there may be a password in it.
func System(r *http.Request) (*url.URL, error) {
	if route.EnvironmentNamesProxy() {
		return route.ProxyFromEnvironment(r)
	}
	return systemProxies().choose(r.URL)
}

// proxies are the proxy settings of a system.
type proxies struct {
	http, https, socks string   // host and port, or "" for none
	direct             []string // patterns of hosts that are reached without a proxy
	simple             bool     // hosts without a dot are reached without a proxy too
}

// choose returns the proxy for a URL, or nil for none.
func (p proxies) choose(u *url.URL) (*url.URL, error) {
	host := strings.ToLower(u.Hostname())
	if p.simple && !strings.ContainsAny(host, ".:") {
		return nil, nil
	}
	for _, pattern := range p.direct {
		if matches(pattern, host) {
			return nil, nil
		}
	}
	address := map[string]string{"http": p.http, "https": p.https}[u.Scheme]
	switch {
	case address != "":
		return proxyAt("http", address)
	case p.socks != "":
		return proxyAt("socks5h", p.socks)
	}
	return nil, nil
}

var errNoProxy = errors.New("the system's setting for a proxy makes no sense")

// proxyAt returns the proxy at an address, with the given scheme if the address has none.
func proxyAt(scheme, address string) (*url.URL, error) {
	if !strings.Contains(address, "://") {
		address = scheme + "://" + address
	}
	u, err := route.ParseProxy(address)
	if err != nil {
		return nil, errNoProxy // err is worded for an environment variable
	}
	return &url.URL{Scheme: u.Scheme, Host: u.Host}, nil
}

// matches reports whether a host matches a pattern, which is a name, a name with stars, or a network such as 10.1/16.
func matches(pattern, host string) bool {
	pattern = strings.ToLower(strings.TrimSpace(pattern))
	if network, bits, ok := strings.Cut(pattern, "/"); ok {
		for strings.Count(network, ".") < 3 && !strings.Contains(network, ":") {
			network += ".0"
		}
		prefix, err := netip.ParsePrefix(network + "/" + bits)
		ip, notIP := netip.ParseAddr(host)
		return err == nil && notIP == nil && prefix.Contains(ip)
	}
	matched, err := path.Match(strings.ReplaceAll(pattern, "[", `\[`), host)
	return err == nil && matched
}

// parseProxies parses the two texts of the proxy settings of Windows. proxy is such as proxy:8080 or
// http=a:80;https=b:80. direct lists the hosts that are reached without a proxy; in it, <local> means hosts without a dot.
// By socks= Windows means SOCKS4, but the program speaks SOCKS5, as most such proxies do too. Proxies that do not cause
// client.KindProxySocks.
func parseProxies(proxy, direct string) proxies {
	var p proxies
	split := func(text string) []string {
		return strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == ' ' || r == '\t' || r == '\n' || r == '\r' })
	}
	for _, part := range split(proxy) {
		scheme, address, named := strings.Cut(part, "=")
		switch {
		case !named:
			p.http, p.https = part, part
		case scheme == "http":
			p.http = address
		case scheme == "https":
			p.https = address
		case scheme == "socks":
			p.socks = address
		}
	}
	for _, part := range split(direct) {
		if part == "<local>" {
			p.simple = true
			continue
		}
		p.direct = append(p.direct, part)
	}
	return p
}
