package client_test

import (
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
)

// refusedCertificate signs in to a server with the certificate own and returns why the client refused that. It fails the
// test if a request was sent.
func refusedCertificate(t *testing.T, own *issued, n route.Network) *route.Certificate {
	t.Helper()
	s := serveTLS(t, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		t.Errorf("the server was sent %s %s with %q", r.Method, r.URL, r.Header.Get("Authorization"))
	}), own, nil)
	_, err := client.SignIn(t.Context(), s.URL, client.Credentials{KeyID: "AK1", Secret: client.NewSecret("s")}, client.Options{Network: n})
	wantKind(t, err, client.KindCertificate)
	var e *client.Error
	if !errors.As(err, &e) || e.Certificate == nil {
		t.Fatalf("%v does not say which certificate", err)
	}
	return e.Certificate
}

func TestRefusedCertificateIsDescribed(t *testing.T) {
	root := authority(t)
	trusted := route.Network{CAFile: write(t, "ca.pem", root.pem())}
	expired := func(c *x509.Certificate) { c.NotAfter = time.Now().Add(-time.Minute) }
	early := func(c *x509.Certificate) { c.NotBefore = time.Now().Add(30 * time.Minute) }
	elsewhere := func(c *x509.Certificate) { c.IPAddresses, c.DNSNames = nil, []string{"other.example.com"} }
	for name, tt := range map[string]struct {
		own      *issued
		network  route.Network
		problem  route.CertificateProblem
		pinnable bool
	}{
		"nobody's":                  {issue(t, "server", root, nil), route.Network{}, route.CertificateUnknownIssuer, false},
		"its own":                   {issue(t, "server", nil, nil), route.Network{}, route.CertificateSelfSigned, true},
		"its own, of another name":  {issue(t, "server", nil, elsewhere), route.Network{}, route.CertificateSelfSigned, true},
		"its own, expired":          {issue(t, "server", nil, expired), route.Network{}, route.CertificateExpired, false},
		"expired":                   {issue(t, "server", root, expired), trusted, route.CertificateExpired, false},
		"not yet valid":             {issue(t, "server", root, early), trusted, route.CertificateNotYet, false},
		"another host's":            {issue(t, "server", root, elsewhere), trusted, route.CertificateWrongHost, false},
		"another than the pinned":   {issue(t, "server", nil, nil), route.Network{Pin: pinOf(root)}, route.CertificateChanged, true},
		"trusted, but not pinned":   {issue(t, "server", root, nil), route.Network{Pin: pinOf(root), CAFile: trusted.CAFile}, route.CertificateChanged, false},
		"pinned to what is no sum":  {issue(t, "server", nil, nil), route.Network{Pin: "x"}, route.CertificateChanged, true},
		"issued by what issued not": {issue(t, "server", issue(t, "Example Root", nil, nil), nil), trusted, route.CertificateUnknownIssuer, false},
	} {
		t.Run(name, func(t *testing.T) {
			c := refusedCertificate(t, tt.own, tt.network)
			if c.Problem != tt.problem || c.Pinnable() != tt.pinnable {
				t.Errorf("problem %q, pinnable %v", c.Problem, c.Pinnable())
			}
			if c.Owner != "server" || c.Host != "127.0.0.1" || !strings.Contains(c.Subject, "O=Example") || c.Fingerprint != pinOf(tt.own) {
				t.Errorf("described as %+v", c)
			}
			if !c.NotAfter.Equal(tt.own.cert.NotAfter) || c.By != tt.own.cert.Issuer.CommonName {
				t.Errorf("described as %+v", c)
			}
		})
	}
}

// TestNameInTheOldWay uses certificates with the host in the common name, which is no longer accepted.
func TestNameInTheOldWay(t *testing.T) {
	root := authority(t)
	none := func(c *x509.Certificate) { c.IPAddresses = nil }
	others := func(c *x509.Certificate) { c.IPAddresses, c.DNSNames = nil, []string{"other.example.com"} }
	mail := func(c *x509.Certificate) { c.IPAddresses, c.EmailAddresses = nil, []string{"root@example.com"} }
	own := issue(t, "127.0.0.1", nil, none)
	trusting := func(i *issued) route.Network { return route.Network{CAFile: write(t, "ca.pem", i.pem())} }
	for name, tt := range map[string]struct {
		own     *issued
		network route.Network
		problem route.CertificateProblem
	}{
		"no alternative name":             {issue(t, "127.0.0.1", root, none), trusting(root), route.CertificateCommonName},
		"those of others":                 {issue(t, "127.0.0.1", root, others), trusting(root), route.CertificateCommonName},
		"that of a person":                {issue(t, "127.0.0.1", root, mail), trusting(root), route.CertificateCommonName},
		"the common name of another host": {issue(t, "server", root, none), trusting(root), route.CertificateWrongHost},
		"its own, in a file":              {own, trusting(own), route.CertificateCommonName},
		"its own":                         {own, route.Network{}, route.CertificateSelfSigned},
	} {
		t.Run(name, func(t *testing.T) {
			if c := refusedCertificate(t, tt.own, tt.network); c.Problem != tt.problem {
				t.Errorf("the problem is %q, want %q", c.Problem, tt.problem)
			}
		})
	}
}

func pinOf(i *issued) route.Fingerprint {
	sum := sha256.Sum256(i.cert.Raw)
	return route.Fingerprint(hex.EncodeToString(sum[:]))
}

func TestCertificateTextIsCleaned(t *testing.T) {
	own := issue(t, "ser\u202ever\n\x1b[31m", nil, func(c *x509.Certificate) {
		for range 100 {
			c.DNSNames = append(c.DNSNames, strings.Repeat("a", 60)+".example.com")
		}
	})
	c := refusedCertificate(t, own, route.Network{})
	if c.Owner != "server [31m" || len(c.Names) > 20 || strings.ContainsAny(c.Subject+c.Issuer, "\n\x1b\u202e") {
		t.Errorf("described as %+v", c)
	}
}

func TestPinLetsExactlyThatCertificateThrough(t *testing.T) {
	back := start(t, demo.Options{})
	own := issue(t, "server", nil, func(c *x509.Certificate) { c.IPAddresses, c.DNSNames = nil, []string{"other.example.com"} })
	var shown atomic.Pointer[tls.Config] // nil is with the first certificate
	s := serveTLS(t, back, own, func(c *tls.Config) {
		c.GetConfigForClient = func(*tls.ClientHelloInfo) (*tls.Config, error) { return shown.Load(), nil }
	})
	network := route.Network{Pin: pinOf(own)}
	c := resumeAt(t, s.URL+"/api/v1", back.Credentials(), client.Options{Network: network})
	_, err := c.List(t.Context())
	wantKind(t, err, "")

	// Another certificate at the same address is refused on a new connection and on a resumed one.
	s.CloseClientConnections()
	before := len(back.Requests())
	other := issue(t, "server", nil, nil)
	shown.Store(&tls.Config{Certificates: []tls.Certificate{other.tls()}})
	_, err = c.List(t.Context())
	wantKind(t, err, client.KindCertificate)
	if after := len(back.Requests()); after != before {
		t.Errorf("%d requests were sent to who shows another certificate", after-before)
	}
}

// The pin applies however the host is written: ｌ is not l, but names the same machine.
func TestPinHoldsForHostsBeyondASCII(t *testing.T) {
	back := start(t, demo.Options{})
	root := authority(t)
	own := issue(t, "server", root, func(c *x509.Certificate) { c.DNSNames = []string{"localhost"} })
	s := serveTLS(t, back, own, nil)
	_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
	network := route.Network{CAFile: write(t, "ca.pem", root.pem()), Pin: pinOf(root)}
	_, err := client.SignIn(t.Context(), "https://ｌocalhost:"+port, back.Credentials(), client.Options{Network: network})
	wantKind(t, err, client.KindCertificate)
	if n := len(back.Requests()); n != 0 {
		t.Errorf("%d requests were sent to who does not show the pinned certificate", n)
	}
}

func TestPinnedCertificateExpires(t *testing.T) {
	own := issue(t, "server", nil, nil)
	s := serveTLS(t, http.NotFoundHandler(), own, nil)
	later := func() time.Time { return time.Now().Add(2 * time.Hour) }
	_, err := client.SignIn(t.Context(), s.URL, client.Credentials{KeyID: "AK1"}, client.Options{Network: route.Network{Pin: pinOf(own)}, Now: later})
	wantKind(t, err, client.KindCertificate)
	var e *client.Error
	if errors.As(err, &e); e.Certificate.Problem != route.CertificateExpired || e.Certificate.Pinnable() {
		t.Errorf("described as %+v", e.Certificate)
	}
}

func TestServerThatAsksForACertificate(t *testing.T) {
	root := authority(t)
	asking := x509.NewCertPool()
	asking.AddCert(root.cert)
	forClients := func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth} }
	mine, stranger := issue(t, "client", root, forClients), issue(t, "stranger", nil, forClients)
	for _, version := range []uint16{tls.VersionTLS12, tls.VersionTLS13} {
		for name, tt := range map[string]struct {
			shown *issued
			want  client.Kind
		}{
			"none":         {nil, client.KindNoOwnCertificate},
			"the right":    {mine, ""},
			"a stranger's": {stranger, client.KindOwnCertificate},
		} {
			t.Run(tls.VersionName(version)+" "+name, func(t *testing.T) {
				back := start(t, demo.Options{})
				own := issue(t, "server", root, nil)
				s := serveTLS(t, back, own, func(c *tls.Config) {
					c.ClientAuth, c.ClientCAs, c.MinVersion, c.MaxVersion = tls.RequireAndVerifyClientCert, asking, version, version
				})
				n := route.Network{CAFile: write(t, "ca.pem", root.pem())}
				if tt.shown != nil {
					n.CertFile, n.KeyFile = write(t, "cert.pem", tt.shown.pem()), write(t, "key.pem", tt.shown.keyPEM(t))
				}
				_, err := client.SignIn(t.Context(), s.URL, back.Credentials(), client.Options{Network: n})
				wantKind(t, err, tt.want)
			})
		}
	}
}

func TestSchemesThatDoNotMeet(t *testing.T) {
	tlsOnly := serveTLS(t, http.NotFoundHandler(), issue(t, "server", nil, nil), nil)
	nginx := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusBadRequest)
		_, _ = w.Write([]byte("<title>400 The plain HTTP request was sent to HTTPS port</title>"))
	})
	alert := listen(t, func(c net.Conn) { _, _ = c.Write([]byte("\x15\x03\x01\x00\x02\x02\x46")) })
	old := serveTLS(t, http.NotFoundHandler(), issue(t, "server", nil, nil), func(c *tls.Config) {
		c.MinVersion, c.MaxVersion = tls.VersionTLS10, tls.VersionTLS11
	})
	noTLS := listen(t, func(c net.Conn) { _, _ = c.Write([]byte("SSH-2.0-OpenSSH_9.2\r\n")) })
	plain := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("asked in the clear") })
	for name, tt := range map[string]struct {
		address string
		want    client.Kind
	}{
		"http to Go's https":      {strings.Replace(tlsOnly.URL, "https", "http", 1), client.KindWantsTLS},
		"http to nginx's https":   {nginx, client.KindWantsTLS},
		"http to who sends alert": {"http://" + alert, client.KindWantsTLS},
		"https to http":           {strings.Replace(plain, "http", "https", 1), client.KindNotTLS},
		"https to TLS 1.1":        {old.URL, client.KindTLS},
		"https to no TLS":         {"https://" + noTLS, client.KindTLS},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client.SignIn(t.Context(), tt.address, client.Credentials{KeyID: "AK1"}, client.Options{})
			wantKind(t, err, tt.want)
		})
	}
}

// listen accepts connections until the test ends, and calls a function to answer each when it has received something.
func listen(t *testing.T, serve func(net.Conn)) (address string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer func() { _ = c.Close() }()
				if _, err := c.Read(make([]byte, 4096)); err == nil {
					serve(c)
				}
			}()
		}
	}()
	return l.Addr().String()
}
