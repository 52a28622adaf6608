// Package proxy finds the proxy that the system has for an address.
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

// System returns the proxy that the system wants a request to go through, nil for none: that of the
// environment if it names one, or else that of the settings of Windows or macOS. Scripts that choose a proxy
// (PAC) are not run. The error quotes nothing: there may be a password.
func System(r *http.Request) (*url.URL, error) {
	if route.EnvironmentNamesProxy() {
		return route.ProxyFromEnvironment(r)
	}
	return proxyFound().choose(r.URL)
}

// proxies are what the settings of a system name.
type proxies struct {
	http, https, socks string   // host and port, "" for none
	direct             []string // hosts that are reached without, as patterns
	simple             bool     // hosts without a dot are too
}

// choose returns the proxy for a URL, nil for none.
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

// proxyAt is the proxy at an address, which may have a scheme.
func proxyAt(scheme, address string) (*url.URL, error) {
	if !strings.Contains(address, "://") {
		address = scheme + "://" + address
	}
	u, err := route.ParseProxy(address)
	if err != nil {
		return nil, errNoProxy // err would be about an environment variable
	}
	return &url.URL{Scheme: u.Scheme, Host: u.Host}, nil
}

// matches tells whether a host is meant by a pattern: a name, one with stars, or a network such as 10.1/16.
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

// parseProxies reads the two texts in which Windows keeps its setting: proxy:8080, or http=a:80;https=b:80, and
// the hosts that are reached without, where <local> means those without a dot. By socks= Windows means SOCKS4; it is
// asked in SOCKS5, which most proxies speak too, and about the others there is an error of its own.
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
