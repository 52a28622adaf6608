package proxy

import (
	"net/url"
	"strings"
	"testing"
)

func TestWindowsProxySetting(t *testing.T) {
	for _, c := range []struct{ proxy, direct, asked, want string }{
		{"", "", "https://a.test", ""},
		{"proxy:8080", "", "https://a.test", "http://proxy:8080"},
		{"proxy:8080", "", "http://a.test", "http://proxy:8080"},
		{"http=a:80;https=b:81", "", "https://x.test", "http://b:81"},
		{"http=a:80;https=b:81", "", "http://x.test", "http://a:80"},
		{"http=a:80", "", "https://x.test", ""},
		{"http=a:80;socks=s:1080", "", "https://x.test", "socks5h://s:1080"},
		{"https=https://b:81", "", "https://x.test", "https://b:81"},
		{"proxy:8080", "*.corp.test;10.*;<local>", "https://x.corp.test", ""},
		{"proxy:8080", "*.corp.test;10.*;<local>", "https://X.Corp.Test:8443/y", ""},
		{"proxy:8080", "*.corp.test;10.*;<local>", "https://10.1.2.3", ""},
		{"proxy:8080", "*.corp.test;10.*;<local>", "https://optimizer", ""},
		{"proxy:8080", "*.corp.test;10.*;<local>", "https://corp.test", "http://proxy:8080"},
		{"proxy:8080", "*.corp.test", "https://optimizer", "http://proxy:8080"},
		{"https=u:p@b:81", "", "https://x.test", "http://b:81"},
		{"://", "", "https://x.test", "an error"},
		{"https=u:hun/ter2@b:81", "", "https://x.test", "an error"},
		{"https=u:hun@ter2@b:81", "", "https://x.test", "an error"},
		{"https=u:hun#ter2@b:81", "*.x.test;x.test", "https://x.test", ""},
	} {
		asked, err := url.Parse(c.asked)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		switch u, err := parseProxies(c.proxy, c.direct).choose(asked); {
		case err != nil && !strings.ContainsAny(err.Error(), "@#/") && !strings.Contains(err.Error(), "ter2"):
			got = "an error"
		case err != nil:
			got = err.Error()
		case u != nil:
			got = u.String()
		}
		if got != c.want {
			t.Errorf("%q but %q: %s goes through %q, not %q", c.proxy, c.direct, c.asked, got, c.want)
		}
	}
}

func TestHostsThatAreReachedWithoutAProxy(t *testing.T) {
	for _, c := range []struct {
		pattern, host string
		want          bool
	}{
		{"169.254/16", "169.254.7.7", true}, {"169.254/16", "169.255.7.7", false}, {"169.254/16", "a.test", false},
		{"10.0.0.0/8", "10.9.9.9", true}, {"fd00::/8", "fd00::1", true}, {"nonsense/8", "10.0.0.1", false},
		{"*.local", "printer.local", true}, {"*.local", "printer.local.test", false}, {"a.test", "a.test", true},
		{"[::1]", "a", false}, {"", "a.test", false}, {`\`, "a", false},
	} {
		if got := matches(c.pattern, c.host); got != c.want {
			t.Errorf("%s and %s: %v", c.pattern, c.host, got)
		}
	}
}
