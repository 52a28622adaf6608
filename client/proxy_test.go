package client_test

import (
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
)

// proxy is a real proxy that connects to one server, whichever is requested.
type proxy struct {
	server *httptest.Server
	to     http.Handler // for http
	toTLS  string       // address for CONNECT
	status int          // answered instead, if set

	mu   sync.Mutex
	seen []string
}

func startProxy(t *testing.T, to http.Handler) *proxy {
	t.Helper()
	p := &proxy{to: to}
	p.server = httptest.NewServer(p)
	t.Cleanup(p.server.Close)
	return p
}

func (p *proxy) URL() string { return p.server.URL }

func (p *proxy) asked() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.seen...)
}

func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	p.seen = append(p.seen, r.Method+" "+r.Host)
	p.mu.Unlock()
	switch {
	case p.status != 0:
		if p.status == http.StatusProxyAuthRequired {
			w.Header().Set("Proxy-Authenticate", "Basic")
		}
		w.WriteHeader(p.status)
	case r.Method == http.MethodConnect:
		p.tunnel(w)
	default:
		p.to.ServeHTTP(w, r)
	}
}

func (p *proxy) tunnel(w http.ResponseWriter) {
	there, err := net.Dial("tcp", p.toTLS)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer there.Close()
	w.WriteHeader(http.StatusOK)
	here, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer here.Close()
	go func() { _, _ = io.Copy(there, here); _ = there.Close() }()
	_, _ = io.Copy(here, there)
}

func TestProxyCarriesRequests(t *testing.T) {
	back := start(t, demo.Options{})
	own := issue(t, "server", nil, nil)
	secure := serveTLS(t, back, own, nil)
	p := startProxy(t, back)
	p.toTLS = secure.Listener.Addr().String()
	for address, n := range map[string]route.Network{
		"http://optimizer.test":  {AllowPlain: true},
		"https://optimizer.test": {Pin: pinOf(own)},
	} {
		before := len(p.asked())
		n.Proxy = p.URL()
		_, err := client.SignIn(t.Context(), address, back.Credentials(), client.Options{Network: n})
		wantKind(t, err, "")
		if after := len(p.asked()); after == before {
			t.Errorf("%s: the proxy was not asked", address)
		}
		// The system's does the same.
		n.Proxy = ""
		u, _ := url.Parse(p.URL())
		_, err = client.SignIn(t.Context(), address, back.Credentials(), client.Options{Network: n, SystemProxy: http.ProxyURL(u)})
		wantKind(t, err, "")
	}
}

func TestProxyOverTLSIsVerifiedItself(t *testing.T) {
	back := start(t, demo.Options{})
	root, own := authority(t), issue(t, "server", nil, nil)
	p := &proxy{toTLS: serveTLS(t, back, own, nil).Listener.Addr().String()}
	p.server = serveTLS(t, p, issue(t, "proxy", root, nil), nil)
	n := route.Network{Proxy: p.URL(), Pin: pinOf(own)}
	_, err := client.SignIn(t.Context(), "https://optimizer.test", back.Credentials(), client.Options{Network: n})
	wantKind(t, err, client.KindCertificate)
	var e *client.Error
	if errors.As(err, &e); !e.Certificate.OfProxy || e.Certificate.Owner != "proxy" || e.Certificate.Pinnable() {
		t.Errorf("described as %+v", e.Certificate)
	}
	if n := len(back.Requests()) + len(p.asked()); n != 0 {
		t.Errorf("%d requests were sent", n)
	}
	n.CAFile = write(t, "ca.pem", root.pem())
	_, err = client.SignIn(t.Context(), "https://optimizer.test", back.Credentials(), client.Options{Network: n})
	wantKind(t, err, "")
}

func TestThisMachineIsNeverProxied(t *testing.T) {
	back := start(t, demo.Options{})
	p := startProxy(t, back)
	u, _ := url.Parse(p.URL())
	for _, o := range []client.Options{{Network: route.Network{Proxy: p.URL()}}, {SystemProxy: http.ProxyURL(u)}} {
		for _, address := range []string{back.URL(), strings.Replace(back.URL(), "127.0.0.1", "localhost", 1)} {
			_, err := client.SignIn(t.Context(), address, back.Credentials(), o)
			wantKind(t, err, "")
		}
	}
	if asked := p.asked(); len(asked) != 0 {
		t.Errorf("the proxy was asked: %v", asked)
	}
}

func TestNoProxyIsNone(t *testing.T) {
	p := startProxy(t, http.NotFoundHandler())
	u, _ := url.Parse(p.URL())
	_, err := client.SignIn(t.Context(), "https://optimizer.invalid", client.Credentials{KeyID: "AK1"},
		client.Options{Network: route.Network{Proxy: route.ProxyNone, Seconds: 1}, SystemProxy: http.ProxyURL(u)})
	wantUnreached(t, err)
	if asked := p.asked(); len(asked) != 0 {
		t.Errorf("the proxy was asked: %v", asked)
	}
}

// wantUnreached fails the test unless err is that a name could not be resolved, or not in time: what resolves names here
// takes as long as it likes.
func wantUnreached(t *testing.T, err error) {
	t.Helper()
	if kind := client.KindOf(err); kind != client.KindUnreachable && kind != client.KindTimeout {
		t.Errorf("error is %v", err)
	}
}

func TestProxyFailures(t *testing.T) {
	nobody := nobodyAt(t)
	auth, refusing := startProxy(t, nil), startProxy(t, nil)
	auth.status, refusing.status = http.StatusProxyAuthRequired, http.StatusForbidden
	socksAuth := listen(t, func(c net.Conn) { _, _ = c.Write([]byte{5, 0xff}) })
	socksNo := listen(t, func(c net.Conn) {
		_, _ = c.Write([]byte{5, 0})
		_, _ = c.Read(make([]byte, 512))
		_, _ = c.Write([]byte{5, 4, 0, 1, 0, 0, 0, 0, 0, 0})
	})
	socks4 := listen(t, func(c net.Conn) { _, _ = c.Write([]byte{0, 0x5b, 0, 0, 0, 0, 0, 0}) })
	hangsUp := listen(t, func(net.Conn) {})
	noHTTP := listen(t, func(c net.Conn) { _, _ = c.Write([]byte("SSH-2.0-x\r\n")) })
	for name, tt := range map[string]struct {
		proxy   string
		address string
		want    client.Kind
	}{
		"nobody there":               {"http://" + nobody, "https://optimizer.test", client.KindProxy},
		"nobody there, for http":     {"http://" + nobody, "http://optimizer.test", client.KindProxy},
		"no SOCKS there":             {"socks5://" + nobody, "https://optimizer.test", client.KindProxy},
		"a password":                 {auth.URL(), "https://optimizer.test", client.KindProxyAuth},
		"a password, for http":       {auth.URL(), "http://optimizer.test", client.KindProxyAuth},
		"refuses to connect":         {refusing.URL(), "https://optimizer.test", client.KindProxyRefused},
		"SOCKS wants a password":     {"socks5://" + socksAuth, "https://optimizer.test", client.KindProxyAuth},
		"SOCKS can't reach it":       {"socks5://" + socksNo, "https://optimizer.test", client.KindProxyRefused},
		"SOCKS4 only":                {"socks5h://" + socks4, "https://optimizer.test", client.KindProxySocks},
		"SOCKS4 only, for http":      {"socks5h://" + socks4, "http://optimizer.test", client.KindProxySocks},
		"hangs up":                   {"http://" + hangsUp, "https://optimizer.test", client.KindProxy},
		"speaks no HTTP":             {"http://" + noHTTP, "https://optimizer.test", client.KindProxy},
		"a proxy that speaks no TLS": {strings.Replace(auth.URL(), "http", "https", 1), "https://optimizer.test", client.KindProxy},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := client.SignIn(t.Context(), tt.address, client.Credentials{KeyID: "AK1"},
				client.Options{Network: route.Network{Proxy: tt.proxy, AllowPlain: true}})
			wantKind(t, err, tt.want)
			var e *client.Error
			if errors.As(err, &e); tt.want != client.KindProxyAuth && !strings.Contains(tt.proxy, e.Message) || e.Message == "" && e.Status == 0 {
				t.Errorf("names %q", e.Message)
			}
		})
	}
}

// TestProxyThatDoesNotAcceptThePassword uses a proxy that requires another password than the one in the environment.
func TestProxyThatDoesNotAcceptThePassword(t *testing.T) {
	p := startProxy(t, nil)
	p.status = http.StatusProxyAuthRequired
	socksNone := listen(t, func(c net.Conn) { _, _ = c.Write([]byte{5, 0xff}) })
	for _, tt := range []struct{ scheme, host, address string }{
		{"http", p.server.Listener.Addr().String(), "https://optimizer.test"},
		{"http", p.server.Listener.Addr().String(), "http://optimizer.test"},
		{"socks5h", socksNone, "https://optimizer.test"},
	} {
		t.Run(tt.scheme+" to "+tt.address, func(t *testing.T) {
			noProxy(t)
			t.Setenv("ALL_PROXY", tt.scheme+"://user:hunter2@"+tt.host)
			_, err := client.SignIn(t.Context(), tt.address, client.Credentials{KeyID: "AK1"},
				client.Options{Network: route.Network{AllowPlain: true}})
			wantKind(t, err, client.KindProxyLogin)
			var e *client.Error
			if errors.As(err, &e); e.Message != tt.host {
				t.Errorf("names %q", e.Message)
			}
			if strings.Contains(err.Error(), "hunter2") {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

func TestSystemProxyThatMakesNoSenseIsNotQuoted(t *testing.T) {
	system := func(*http.Request) (*url.URL, error) { return nil, errors.New("invalid proxy address hunter2") }
	_, err := client.SignIn(t.Context(), "https://optimizer.test", client.Credentials{KeyID: "AK1"}, client.Options{SystemProxy: system})
	wantProblem(t, err, route.SettingProxy, route.ProblemSystem)
	if strings.Contains(err.Error(), "hunter2") {
		t.Errorf("the error is %v", err)
	}
}

func TestLimitIsOfOneAttempt(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for real time-outs")
	}
	hold := make(chan struct{})
	slow := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-hold:
		case <-r.Context().Done():
		}
	})
	defer close(hold)
	c, err := client.Resume(client.Endpoint{Base: slow, TokenFormat: client.FormatSlash}, client.Credentials{KeyID: "AK1"},
		client.Options{Network: route.Network{Seconds: 1}})
	wantKind(t, err, "")
	begun := time.Now()
	_, err = c.Create(t.Context(), nil)
	wantKind(t, err, client.KindTimeout)
	if took := time.Since(begun); took < time.Second || took > 3500*time.Millisecond {
		t.Errorf("it took %v", took)
	}
}
