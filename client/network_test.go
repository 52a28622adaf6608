package client_test

import (
	"crypto/x509"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
)

func TestSettingsThatMakeNoSense(t *testing.T) {
	own, other := issue(t, "client", nil, nil), issue(t, "other", nil, nil)
	cert, key := write(t, "cert.pem", own.pem()), write(t, "key.pem", own.keyPEM(t))
	otherKey := write(t, "other.pem", other.keyPEM(t))
	nonsense := write(t, "nonsense.pem", []byte("nonsense"))
	torn := write(t, "torn.pem", pemOf([]byte("nonsense")))
	encrypted := write(t, "encrypted.pem", pem.EncodeToMemory(&pem.Block{Type: "ENCRYPTED PRIVATE KEY", Bytes: []byte("x")}))
	oldEncrypted := write(t, "old.pem", pem.EncodeToMemory(&pem.Block{
		Type: "RSA PRIVATE KEY", Headers: map[string]string{"Proc-Type": "4,ENCRYPTED", "DEK-Info": "AES-256-CBC,00"}, Bytes: []byte("x")}))
	tornKey := write(t, "tornkey.pem", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: []byte("x")}))
	large := write(t, "large.pem", make([]byte, 2<<20))
	gone, folder := filepath.Join(t.TempDir(), "gone"), t.TempDir()
	for name, tt := range map[string]struct {
		network route.Network
		setting route.Setting
		problem route.SettingProblem
	}{
		"no such CA file":          {route.Network{CAFile: gone}, route.SettingCA, route.ProblemMissing},
		"a folder":                 {route.Network{CAFile: folder}, route.SettingCA, route.ProblemNotFile},
		"a device that never ends": {route.Network{CAFile: os.DevNull}, route.SettingCA, route.ProblemNotFile},
		"a large file":             {route.Network{CAFile: large}, route.SettingCA, route.ProblemTooLarge},
		"no certificate":           {route.Network{CAFile: nonsense}, route.SettingCA, route.ProblemNoCertificate},
		"a key for a CA":           {route.Network{CAFile: key}, route.SettingCA, route.ProblemNoCertificate},
		"a torn certificate":       {route.Network{CAFile: torn}, route.SettingCA, route.ProblemBroken},
		"no such certificate":      {route.Network{CertFile: gone, KeyFile: key}, route.SettingCert, route.ProblemMissing},
		"no such key":              {route.Network{CertFile: cert, KeyFile: gone}, route.SettingKey, route.ProblemMissing},
		"no key":                   {route.Network{CertFile: cert}, route.SettingKey, route.ProblemNoKey},
		"a certificate for a key":  {route.Network{CertFile: cert, KeyFile: cert}, route.SettingKey, route.ProblemNoKey},
		"a key alone":              {route.Network{KeyFile: key}, route.SettingKey, route.ProblemNoCertFile},
		"another's key":            {route.Network{CertFile: cert, KeyFile: otherKey}, route.SettingKey, route.ProblemMismatch},
		"an encrypted key":         {route.Network{CertFile: cert, KeyFile: encrypted}, route.SettingKey, route.ProblemEncrypted},
		"one of old":               {route.Network{CertFile: cert, KeyFile: oldEncrypted}, route.SettingKey, route.ProblemEncrypted},
		"a torn key":               {route.Network{CertFile: cert, KeyFile: tornKey}, route.SettingKey, route.ProblemBroken},
		"a proxy of no scheme":     {route.Network{Proxy: "ftp://proxy.test"}, route.SettingProxy, route.ProblemAddress},
		"a proxy with a page":      {route.Network{Proxy: "http://proxy.test/proxy.pac"}, route.SettingProxy, route.ProblemAddress},
		"a proxy of no host":       {route.Network{Proxy: "http://"}, route.SettingProxy, route.ProblemAddress},
		"a proxy of no port":       {route.Network{Proxy: "http://proxy.test:http"}, route.SettingProxy, route.ProblemAddress},
		"a proxy's password":       {route.Network{Proxy: "http://me:hunter2@proxy.test"}, route.SettingProxy, route.ProblemPassword},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client.Resume(client.Endpoint{Base: "https://localhost", TokenFormat: client.FormatSlash},
				client.Credentials{KeyID: "AK1"}, client.Options{Network: tt.network})
			wantProblem(t, err, tt.setting, tt.problem)
			wantProblem(t, tt.network.Check(), tt.setting, tt.problem)
			if strings.Contains(err.Error(), "hunter2") {
				t.Errorf("the error shows the password: %v", err)
			}
		})
	}
}

func wantProblem(t *testing.T, err error, setting route.Setting, problem route.SettingProblem) {
	t.Helper()
	wantKind(t, err, client.KindSettings)
	var n *route.NetworkError
	if !errors.As(err, &n) || n.Setting != setting || n.Problem != problem {
		t.Errorf("the problem is %v", err)
	}
}

func TestUnreadableFileIsRefused(t *testing.T) {
	path := write(t, "ca.pem", nil)
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile(path); err == nil {
		t.Skip("nothing is unreadable to root")
	}
	wantProblem(t, route.Network{CAFile: path}.Check(), route.SettingCA, route.ProblemUnreadable)
}

// Some system files claim to be empty but are endless.
func TestFileThatHidesItsSizeIsRefused(t *testing.T) {
	const path = "/proc/kallsyms"
	if content, err := os.ReadFile(path); err != nil || len(content) <= 1<<20 {
		t.Skip("no such file here")
	}
	wantProblem(t, route.Network{CAFile: path}.Check(), route.SettingCA, route.ProblemTooLarge)
}

func TestSettingsThatMakeSense(t *testing.T) {
	own := issue(t, "client", nil, nil)
	ec, err := x509.MarshalECPrivateKey(own.key)
	if err != nil {
		t.Fatal(err)
	}
	ecPEM := pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: ec})
	parameters := pem.EncodeToMemory(&pem.Block{Type: "EC PARAMETERS", Bytes: []byte("x")})
	for name, n := range map[string]route.Network{
		"nothing":                {},
		"a CA in DER":            {CAFile: write(t, "ca.cer", own.cert.Raw)},
		"several CAs with words": {CAFile: write(t, "ca.pem", append([]byte("# of the company\n"), append(own.pem(), own.pem()...)...))},
		"two files":              {CertFile: write(t, "c", own.pem()), KeyFile: write(t, "k", own.keyPEM(t))},
		"one file":               {CertFile: write(t, "c", append(own.pem(), own.keyPEM(t)...))},
		"a key of openssl's":     {CertFile: write(t, "c", own.pem()), KeyFile: write(t, "k", append(parameters, ecPEM...))},
		"no proxy":               {Proxy: route.ProxyNone},
		"a proxy's host":         {Proxy: "proxy.test:3128"},
		"a SOCKS proxy":          {Proxy: "socks5://proxy.test:1080"},
		"a proxy over TLS":       {Proxy: "https://proxy.test/"},
	} {
		if err := n.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPlainHTTPIsRefusedBeforeAnythingIsSent(t *testing.T) {
	back := start(t, demo.Options{})
	p := startProxy(t, back)
	creds := back.Credentials()
	n := route.Network{Proxy: p.URL()}
	_, err := client.SignIn(t.Context(), "http://optimizer.test", creds, client.Options{Network: n})
	wantKind(t, err, client.KindPlain)
	endpoint := client.Endpoint{Base: "http://optimizer.test/api/v1", TokenFormat: client.FormatSlash}
	_, err = client.Resume(endpoint, creds, client.Options{Network: n})
	wantKind(t, err, client.KindPlain)
	if n := len(back.Requests()) + len(p.asked()); n != 0 {
		t.Errorf("%d requests were sent", n)
	}

	n.AllowPlain = true
	c, err := client.SignIn(t.Context(), "http://optimizer.test", creds, client.Options{Network: n})
	wantKind(t, err, "")
	wantKind(t, c.SetNetwork(route.Network{Proxy: p.URL()}), client.KindPlain)
	_, err = c.List(t.Context())
	wantKind(t, err, "") // the network is as it was before
}

func TestPlainIsHTTPToAnotherMachine(t *testing.T) {
	for address, want := range map[string]bool{
		"localhost:8000": false, "http://127.0.0.1": false, "http://[::1]:80": false, "https://x.test": false, "x.test": false,
		"http://x.test": true, "http://10.0.0.1": true, "http://localhost.x.test": true, "nonsense://x": false,
	} {
		if got := route.Plain(address); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}

func TestOrigin(t *testing.T) {
	for address, want := range map[string]string{
		"Optimizer.Example.com":              "https://optimizer.example.com:443",
		" https://optimizer.example.com/x#y": "https://optimizer.example.com:443",
		"http://optimizer.example.com":       "http://optimizer.example.com:80",
		"localhost:8000":                     "http://localhost:8000",
		"[::1]:8000":                         "http://[::1]:8000",
	} {
		if got, err := route.Origin(address); err != nil || got != want {
			t.Errorf("%s: %s, %v", address, got, err)
		}
	}
	_, err := route.Origin("ftp://x")
	wantKind(t, err, client.KindAddress)
}

func TestSettingsChangeUnderARunningClient(t *testing.T) {
	back := start(t, demo.Options{})
	root := authority(t)
	s := serveTLS(t, back, issue(t, "server", root, nil), nil)
	right := route.Network{CAFile: write(t, "ca.pem", root.pem())}
	c, err := client.SignIn(t.Context(), s.URL, back.Credentials(), client.Options{Network: right})
	wantKind(t, err, "")

	// Requests under way are completed.
	hold := make(chan struct{})
	back.SetFaults(demo.Faults{Hold: hold})
	listed := make(chan error, 1)
	before := len(back.Requests())
	go func() { _, err := c.List(t.Context()); listed <- err }()
	for len(back.Requests()) == before {
		runtime.Gosched()
	}
	wantKind(t, c.SetNetwork(route.Network{}), "")
	close(hold)
	wantKind(t, <-listed, "")
	back.SetFaults(demo.Faults{})

	_, err = c.List(t.Context())
	wantKind(t, err, client.KindCertificate)
	wantProblem(t, c.SetNetwork(route.Network{CAFile: "/nowhere"}), route.SettingCA, route.ProblemMissing)
	wantKind(t, c.SetNetwork(right), "")
	_, err = c.List(t.Context())
	wantKind(t, err, "")
	if c.Network() != right {
		t.Errorf("the network is %+v", c.Network())
	}
}
