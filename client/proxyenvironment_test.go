package client_test

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
)

// noProxy removes the proxy variables from the environment until the test ends.
func noProxy(t *testing.T) {
	t.Helper()
	for _, name := range []string{"http_proxy", "https_proxy", "all_proxy", "no_proxy"} {
		t.Setenv(name, "")
		t.Setenv(strings.ToUpper(name), "")
	}
}

func TestProxyFromEnvironment(t *testing.T) {
	const a, b, c, d = "http://a:1", "http://b:2", "http://c:3", "http://d:4"
	for _, tt := range []struct {
		set         string
		https, http string // the proxies for each, "" for none
	}{
		{"", "", ""},
		{"HTTPS_PROXY=" + a, a, ""},
		{"HTTP_PROXY=" + a, "", a},
		{"ALL_PROXY=" + a, a, a},
		{"all_proxy=" + a + " ALL_PROXY=" + b, a, a},
		{"https_proxy=" + a + " HTTPS_PROXY=" + b + " http_proxy=" + c + " HTTP_PROXY=" + d, a, c},
		{"HTTPS_PROXY=" + a + " all_proxy=" + b, a, b},
		{"HTTP_PROXY=" + a + " ALL_PROXY=" + b, b, a},
		{"https_proxy= ALL_PROXY=" + a, a, a},
		{"ALL_PROXY=" + a + " NO_PROXY=x.test", "", ""},
		{"ALL_PROXY=" + a + " NO_PROXY=.test", "", ""},
		{"ALL_PROXY=" + a + " NO_PROXY=.x.test", "", ""},
		{"ALL_PROXY=" + a + " NO_PROXY=.y.x.test", a, a},
		{"ALL_PROXY=" + a + " NO_PROXY=.", a, a},
		{"ALL_PROXY=" + a + " NO_PROXY=*", "", ""},
		{"ALL_PROXY=" + a + " no_proxy=y.test,x.test:443", "", a},
		{"ALL_PROXY=" + a + " no_proxy=y.test NO_PROXY=x.test", a, a},
		{"ALL_PROXY=proxy:8080", "http://proxy:8080", "http://proxy:8080"},
		{"ALL_PROXY=SOCKS5H://u:p%23@proxy", "socks5h://u:p%23@proxy", "socks5h://u:p%23@proxy"},
		{"ALL_PROXY=socks://proxy:1080/", "socks5://proxy:1080/", "socks5://proxy:1080/"},
		{"ALL_PROXY=ftp:// NO_PROXY=x.test", "", ""},
	} {
		t.Run(tt.set, func(t *testing.T) {
			noProxy(t)
			for _, set := range strings.Fields(tt.set) {
				name, value, _ := strings.Cut(set, "=")
				t.Setenv(name, value)
			}
			for scheme, want := range map[string]string{"https": tt.https, "http": tt.http} {
				got := ""
				u, err := route.ProxyFromEnvironment(&http.Request{URL: &url.URL{Scheme: scheme, Host: "x.test"}})
				if err != nil {
					t.Fatal(err)
				}
				if u != nil {
					got = u.String()
				}
				if got != want {
					t.Errorf("%s goes through %q, want %q", scheme, got, want)
				}
			}
		})
	}
}

func TestNoProxySeparatesByBlanksToo(t *testing.T) {
	noProxy(t)
	t.Setenv("ALL_PROXY", "http://a:1")
	t.Setenv("NO_PROXY", "y.test x.test")
	u, err := route.ProxyFromEnvironment(&http.Request{URL: &url.URL{Scheme: "https", Host: "x.test"}})
	if u != nil || err != nil {
		t.Errorf("got %v and %v", u, err)
	}
}

// TestProxyThatMakesNoSenseIsNotShown uses passwords with characters that are not percent-encoded, so that they seem to
// end early.
func TestProxyThatMakesNoSenseIsNotShown(t *testing.T) {
	for value, want := range map[string]route.SettingProblem{
		"http://user:hun#ter2@proxy.test:3128":    route.ProblemEscape,
		"http://user:hun/ter2@proxy.test:3128":    route.ProblemEscape,
		"http://user:hun?ter2@proxy.test:3128":    route.ProblemEscape,
		"http://user:hun@ter2@proxy.test:3128":    route.ProblemEscape,
		"http://user:hun@ter2/x@proxy.test:3128":  route.ProblemEscape,
		"http://user:1#ter2@proxy.test:3128":      route.ProblemEscape,
		"http://user:1/ter2@proxy.test:3128":      route.ProblemEscape,
		"http://user:1?ter2@proxy.test:3128":      route.ProblemEscape,
		"http://user:hun%ter2@proxy.test:3128":    route.ProblemEscape,
		"http://user:hun ter2@proxy.test:3128":    route.ProblemEscape,
		"http://user:hun\\ter2@proxy.test:3128":   route.ProblemEscape,
		"http://user:hun[ter2@proxy.test:3128":    route.ProblemEscape,
		"http://user:hün^ter2@proxy.test:3128":    route.ProblemEscape,
		"http://user:hun\x01ter2@proxy.test:3128": route.ProblemEscape,
		"user:hun#ter2@proxy.test:3128":           route.ProblemEscape,
		"user:hun://ter2@proxy.test:3128":         route.ProblemEscape,
		"socks5h://user:hun/ter2@proxy.test":      route.ProblemEscape,
		"http://user:hunter2@":                    route.ProblemEscape,
		"http://user:hunter2":                     route.ProblemAddress,
		"hunter2://user:hunter2@proxy.test:3128":  route.ProblemScheme,
		"socks4://user:hunter2@proxy.test:1080":   route.ProblemScheme,
		"://hunter2":                              route.ProblemAddress,
		"http://":                                 route.ProblemAddress,
	} {
		for _, variable := range []string{"HTTPS_PROXY", "https_proxy", "ALL_PROXY"} {
			t.Run(variable+"="+value, func(t *testing.T) {
				noProxy(t)
				t.Setenv(variable, value)
				var log bytes.Buffer
				_, err := client.SignIn(t.Context(), "https://optimizer.test", client.Credentials{KeyID: "AK1"},
					client.Options{Logger: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
				wantProblem(t, err, route.SettingProxy, want)
				var e *route.NetworkError
				if errors.As(err, &e); e.Variable != variable {
					t.Errorf("it names %s", e.Variable)
				}
				for text := fmt.Sprintf("%v %+v", err, log.String()); err != nil; err = errors.Unwrap(err) {
					text += fmt.Sprintf(" %v %#v", err, err)
					for _, part := range []string{"hun", "hün", "ter2", "proxy.test"} {
						if strings.Contains(text, part) {
							t.Fatalf("%s is in %s", part, text)
						}
					}
				}
			})
		}
	}
}

func TestTypedProxyWithAPasswordIsNotShown(t *testing.T) {
	for _, typed := range []string{"http://u:hun@ter2@p:1", "u:hun/ter2@p:1", "u:hun#ter2@p", "u:1?ter2@p", "hunter2://u@p", "http://u:hun ter2@p"} {
		err := route.Network{Proxy: typed}.Check()
		wantProblem(t, err, route.SettingProxy, route.ProblemPassword)
		if text := fmt.Sprintf("%v %#v", err, errors.Unwrap(err)); strings.Contains(text, "hun") || strings.Contains(text, "ter2") {
			t.Errorf("%q is shown: %s", typed, text)
		}
	}
}

func TestAllProxyCarriesRequestsButNotOfThisMachine(t *testing.T) {
	back := start(t, demo.Options{})
	own := issue(t, "server", nil, nil)
	p := startProxy(t, back)
	p.toTLS = serveTLS(t, back, own, nil).Listener.Addr().String()
	noProxy(t)
	t.Setenv("ALL_PROXY", p.URL())
	_, err := client.SignIn(t.Context(), back.URL(), back.Credentials(), client.Options{})
	wantKind(t, err, "")
	if asked := p.asked(); len(asked) != 0 {
		t.Fatalf("the proxy was asked: %v", asked)
	}
	_, err = client.SignIn(t.Context(), "https://optimizer.test", back.Credentials(), client.Options{Network: route.Network{Pin: pinOf(own)}})
	wantKind(t, err, "")
	if asked := p.asked(); len(asked) == 0 || asked[0] != "CONNECT optimizer.test:443" {
		t.Errorf("the proxy was asked: %v", asked)
	}
	unasked := startProxy(t, back) // a new proxy, because a late request of the search for the base may still use the other
	t.Setenv("ALL_PROXY", unasked.URL())
	t.Setenv("NO_PROXY", "optimizer.test")
	_, err = client.SignIn(t.Context(), "https://optimizer.test", back.Credentials(), client.Options{Network: route.Network{Pin: pinOf(own), Seconds: 1}})
	wantUnreached(t, err)
	if asked := unasked.asked(); len(asked) != 0 {
		t.Errorf("the proxy was asked: %v", asked)
	}
}
