package client_test

import (
	"context"
	"crypto/x509"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
)

// socks is a SOCKS5 proxy (RFC 1928 and 1929), which leads to one server whatever it is asked for.
type socks struct {
	address        string
	user, password string // asked for if set
	to             string

	mu   sync.Mutex
	seen []string
}

func startSocks(t *testing.T, s *socks) *socks {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.address = l.Addr().String()
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go s.serve(c)
		}
	}()
	return s
}

func (s *socks) asked() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.seen...)
}

func (s *socks) serve(c net.Conn) {
	defer c.Close()
	asked, err := s.greet(c)
	if err != nil {
		return
	}
	s.mu.Lock()
	s.seen = append(s.seen, asked)
	s.mu.Unlock()
	there, err := net.Dial("tcp", s.to)
	if err != nil {
		_, _ = c.Write([]byte{5, 4, 0, 1, 0, 0, 0, 0, 0, 0})
		return
	}
	defer there.Close()
	_, _ = c.Write([]byte{5, 0, 0, 1, 0, 0, 0, 0, 0, 0})
	go func() { _, _ = io.Copy(there, c); _ = there.Close() }()
	_, _ = io.Copy(c, there)
}

var errRefused = errors.New("refused")

// greet lets a client in and returns the host and port that it asks for.
func (s *socks) greet(c net.Conn) (string, error) {
	read := func(n byte) []byte {
		b := make([]byte, n)
		if _, err := io.ReadFull(c, b); err != nil {
			return make([]byte, n)
		}
		return b
	}
	read(read(2)[1]) // the ways of letting in that the client knows
	if s.user == "" {
		_, _ = c.Write([]byte{5, 0})
	} else {
		_, _ = c.Write([]byte{5, 2})
		user := string(read(read(2)[1]))
		if password := string(read(read(1)[0])); user != s.user || password != s.password {
			_, _ = c.Write([]byte{1, 1})
			return "", errRefused
		}
		_, _ = c.Write([]byte{1, 0})
	}
	var host string
	switch read(4)[3] {
	case 1:
		host = net.IP(read(4)).String()
	case 3:
		host = string(read(read(1)[0]))
	case 4:
		host = net.IP(read(16)).String()
	default:
		return "", errRefused
	}
	return net.JoinHostPort(host, strconv.Itoa(int(binary.BigEndian.Uint16(read(2))))), nil
}

// resolver asks a DNS server of the test's, which knows one name.
func resolver(t *testing.T, name string, ip [4]byte) *net.Resolver {
	t.Helper()
	server, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	go func() {
		packet := make([]byte, 1500)
		for {
			n, from, err := server.ReadFrom(packet)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(packet[:n]) != nil || len(m.Questions) != 1 {
				continue
			}
			q := m.Questions[0]
			answer := dnsmessage.Message{Header: dnsmessage.Header{ID: m.ID, Response: true}, Questions: m.Questions}
			switch {
			case q.Name.String() != name+".":
				answer.RCode = dnsmessage.RCodeNameError
			case q.Type == dnsmessage.TypeA:
				answer.Answers = []dnsmessage.Resource{{
					Header: dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class, TTL: 60}, Body: &dnsmessage.AResource{A: ip},
				}}
			}
			if out, err := answer.Pack(); err == nil {
				_, _ = server.WriteTo(out, from)
			}
		}
	}()
	var d net.Dialer
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return d.DialContext(ctx, "udp", server.LocalAddr().String())
	}}
}

// TestWhoResolvesNamesForSocks has a server that one name is known of here.
func TestWhoResolvesNamesForSocks(t *testing.T) {
	root := authority(t)
	named := func(c *x509.Certificate) { c.DNSNames = []string{"optimizer.test", "unknown.test"} }
	var hosts []string
	secure := serveTLS(t, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { hosts = append(hosts, r.Host) }), issue(t, "server", root, named), nil)
	n := route.Network{CAFile: write(t, "ca.pem", root.pem())}
	there, here := [4]byte{192, 0, 2, 7}, [4]byte{127, 0, 0, 1}
	for _, tt := range []struct {
		scheme, asked string
		is            [4]byte
		want          string
	}{
		{"socks5", "https://optimizer.test:8443/x", there, "192.0.2.7:8443"},
		{"socks5", "https://optimizer.test/x", there, "192.0.2.7:443"},
		{"socks5h", "https://optimizer.test/x", there, "optimizer.test:443"},
		{"socks5", "https://optimizer.test/x", here, "127.0.0.1:443"}, // of the proxy's machine: it was chosen for the name
		{"socks5", "https://unknown.test/x", there, "unknown.test:443"},
	} {
		names := resolver(t, "optimizer.test", tt.is)
		p := startSocks(t, &socks{to: secure.Listener.Addr().String()})
		origin, _ := url.Parse(tt.asked)
		dial, err := n.DialConfig(http.ProxyURL(&url.URL{Scheme: tt.scheme, Host: p.address}))
		if err != nil {
			t.Fatal(err)
		}
		transport := route.NewTransport(n, dial, origin, time.Now)
		transport.Lookup = names.LookupNetIP
		c := &http.Client{Transport: transport}
		resp, err := c.Get(tt.asked)
		if err != nil {
			t.Fatalf("%s, %s: %v", tt.scheme, tt.asked, err)
		}
		_ = resp.Body.Close()
		c.CloseIdleConnections()
		if got := p.asked(); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: the proxy was asked for %v, want %s", tt.scheme, got, tt.want)
		}
		if got := hosts[len(hosts)-1]; got != origin.Host {
			t.Errorf("%s: the server was asked for %s, want %s", tt.scheme, got, origin.Host)
		}
	}
}

func TestSocksFromTheEnvironment(t *testing.T) {
	back := start(t, demo.Options{})
	own := issue(t, "server", nil, nil)
	secure := serveTLS(t, back, own, nil)
	for _, tt := range []struct {
		variable, value string
		want            client.Kind
	}{
		{"ALL_PROXY", "socks5h://", ""},
		{"all_proxy", "socks5://", ""},
		{"ALL_PROXY", "socks://", ""},
		{"ALL_PROXY", "socks5h://user:p%40ss%2Fw%23d@", ""},
		{"all_proxy", "socks5://user:wrong@", client.KindProxyLogin},
		{"HTTPS_PROXY", "socks5h://", ""},
	} {
		t.Run(tt.variable+"="+tt.value, func(t *testing.T) {
			noProxy(t)
			p := &socks{to: secure.Listener.Addr().String()}
			if len(tt.value) > len("socks5h://") {
				p.user, p.password = "user", "p@ss/w#d"
			}
			startSocks(t, p)
			t.Setenv(tt.variable, tt.value+p.address)
			_, err := client.SignIn(t.Context(), "https://optimizer.test", back.Credentials(),
				client.Options{Network: route.Network{Pin: pinOf(own)}})
			wantKind(t, err, tt.want)
			if got := p.asked(); tt.want == "" && (len(got) == 0 || got[0] != "optimizer.test:443") {
				t.Errorf("the proxy was asked for %v", got)
			}
		})
	}
}
