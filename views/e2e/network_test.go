package e2e

import (
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"io"
	"log"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
)

// front returns a TLS server in front of a back end, which shows another certificate whenever renew is called.
func front(t testing.TB, s *demo.Server) (f *httptest.Server, renew func() route.Fingerprint) {
	t.Helper()
	var own atomic.Pointer[tls.Certificate]
	renew = func() route.Fingerprint {
		made, err := demo.SelfSigned()
		must(t, err)
		own.Store(&made)
		sum := sha256.Sum256(made.Certificate[0])
		return route.Fingerprint(hex.EncodeToString(sum[:]))
	}
	f = httptest.NewUnstartedServer(s)
	f.Config.ErrorLog = log.New(io.Discard, "", 0)
	f.TLS = &tls.Config{GetConfigForClient: func(*tls.ClientHelloInfo) (*tls.Config, error) {
		return &tls.Config{Certificates: []tls.Certificate{*own.Load()}}, nil
	}}
	f.StartTLS()
	t.Cleanup(f.Close)
	return f, renew
}

// signInAt fills in the form for an address, and submits it.
func (r *running) signInAt(address string, creds client.Credentials) {
	r.t.Helper()
	r.settled()
	r.typeIn(address)
	r.press("Tab")
	r.typeIn(creds.KeyID)
	r.press("Tab")
	r.typeIn(creds.Secret.Reveal())
	r.press("Return")
}

func TestSelfSignedCertificateIsTrustedByKeyboard(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	f, renew := front(t, s)
	print := renew()
	d := newDesk(t, true)
	r := d.open()
	r.signInAt(f.URL, s.Credentials())
	r.waitLog("sign-in failed", 1)
	if n := len(s.Requests()); n != 0 {
		t.Fatalf("%d requests were sent to who showed an unknown certificate", n)
	}
	r.settled()
	r.press("Return") // inspect the certificate
	r.settled()
	r.press("Tab", "Return") // from Close to Trust
	r.waitKeys(1)
	r.wait("the sign-in to be remembered", func() bool { return d.remembered().Session != nil })
	if pin := d.remembered().Servers["https://"+f.Listener.Addr().String()].Pin; pin != print {
		t.Errorf("the settings have the pin %q, not %q", pin, print)
	}
	r.press("ctrl+q")
	r.waitEnd()

	r = d.open()
	r.waitKeys(1)
	r.press("ctrl+q")
	r.waitEnd()

	renew()
	before := len(s.Requests())
	r = d.open()
	r.waitLog("loading the list", 1)
	r.settled()
	if after := len(s.Requests()); after != before {
		t.Errorf("%d requests were sent to who showed another certificate", after-before)
	}
	if !strings.Contains(r.log.String(), "certificate") {
		t.Error("the log does not say why")
	}
}

func TestPlainHTTPIsAskedAboutOnce(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	proxy := httptest.NewServer(s) // it leads there whatever it is asked for
	t.Cleanup(proxy.Close)
	d := newDesk(t, true)
	d.env = append(d.env, "ALL_PROXY="+proxy.URL)
	r := d.open()
	r.signInAt("http://optimizer.test", s.Credentials())
	r.waitLog("sign-in failed", 1)
	if n := len(s.Requests()); n != 0 {
		t.Fatalf("%d requests were sent before it was asked about", n)
	}
	r.settled()
	r.press("Tab", "Return") // from Cancel
	r.waitKeys(1)
	r.wait("the sign-in to be remembered", func() bool { return d.remembered().Session != nil })
	r.press("ctrl+q")
	r.waitEnd()

	r = d.open()
	r.waitKeys(1)
}
