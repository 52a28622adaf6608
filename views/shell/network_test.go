package shell

import (
	"crypto/tls"
	"encoding/pem"
	"io"
	"log"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/control"
	"accesskeys/views/words"
)

// selfSigned makes a self-signed certificate for this computer.
func selfSigned(t testing.TB) tls.Certificate {
	t.Helper()
	own, err := demo.SelfSigned()
	if err != nil {
		t.Fatal(err)
	}
	return own
}

// overTLS returns a TLS server in front of the rig's server.
func (r *rig) overTLS(own tls.Certificate) *httptest.Server {
	r.t.Helper()
	s := httptest.NewUnstartedServer(r.server)
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.TLS = &tls.Config{Certificates: []tls.Certificate{own}}
	s.StartTLS()
	r.t.Cleanup(s.Close)
	return s
}

// showAnother replaces the certificate of a server.
func showAnother(s *httptest.Server, own tls.Certificate) {
	s.TLS.GetConfigForClient = func(*tls.ClientHelloInfo) (*tls.Config, error) {
		return &tls.Config{Certificates: []tls.Certificate{own}}, nil
	}
	s.CloseClientConnections()
}

// caFile writes a certificate to a file.
func caFile(t *testing.T, own tls.Certificate) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: own.Certificate[0]}), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func (r *rig) settingsFile() string {
	r.t.Helper()
	content, err := os.ReadFile(filepath.Join(r.dir, "settings.json"))
	if err != nil {
		r.t.Fatal(err)
	}
	return string(content)
}

func TestMissingFileDoesNotLoseTheSignIn(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	own := selfSigned(t)
	path := caFile(t, own)
	s := r.overTLS(own)
	form := r.form()
	form.server().SetText(s.URL)
	form.network().Ca.SetText(path)
	r.signInTo(s.URL)
	if !r.signedIn() {
		t.Fatalf("not signed in: %s", form.notice().Text)
	}
	moved := path + ".moved"
	if err := os.Rename(path, moved); err != nil {
		t.Fatal(err)
	}
	r = r.restarted()
	form = r.signInForm()
	if form == nil || !strings.Contains(form.notice().Text, path) || !form.network().Object.Visible() {
		t.Fatal("the form does not say what is missing")
	}
	if r.canvas().Focused() != fyne.Focusable(form.network().Ca) {
		t.Error("the keyboard is not on what is wrong")
	}
	form.network().Ca.SetText(moved)
	r.pressOn("Open Without Signing In")
	if !r.signedIn() || len(r.listed()) == 0 {
		t.Fatalf("not opened: %s", r.signInForm().notice().Text)
	}
}

func TestAdvancedFollowsTheServer(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	if err := r.app.Networks.Set("a.test", route.Network{Proxy: "proxy.test", Pin: "ab"}); err != nil {
		t.Fatal(err)
	}
	form := r.form()
	if form.network().Object.Visible() {
		t.Error("it is open at first")
	}
	form.server().SetText("a.test")
	if !form.network().Object.Visible() || form.network().Address.Text != "proxy.test" || form.network().Pinned != "ab" {
		t.Error("what is kept of the server is not shown")
	}
	form.server().SetText("b.test")
	if n := form.network().Network(); n != (route.Network{}) {
		t.Errorf("another server would be reached as %+v", n)
	}
	if form.network().Object.Visible() {
		t.Error("it stays open for a server of which nothing is kept")
	}
	form.advanced().OnTapped()
	form.server().SetText("c.test")
	if !form.network().Object.Visible() {
		t.Error("it does not stay as the user opened it")
	}
	// Settings that were typed before the address is complete stay, but trust does not.
	form.network().Ca.SetText("/ca.pem")
	form.network().SetPin("cd")
	form.server().SetText("b.test:8443")
	if n := form.network().Network(); n != (route.Network{CAFile: "/ca.pem"}) {
		t.Errorf("another server would be reached as %+v", n)
	}
	// The saved settings of one server do not apply to another, whether they were changed or not.
	form.server().SetText("a.test")
	form.network().Ca.SetText("/other.pem")
	form.server().SetText("c.test")
	if n := form.network().Network(); n != (route.Network{}) {
		t.Errorf("a third server would be reached as %+v", n)
	}
}

func TestAdvancedOpensByKeyboard(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	r.canvas().Focus(form.advanced().Button)
	if got := form.advanced().AccessibilityLabel(); got != "Advanced: closed" {
		t.Errorf("reads %q", got)
	}
	r.press(fyne.KeySpace)
	if !form.network().Object.Visible() || form.advanced().AccessibilityLabel() != "Advanced: open" {
		t.Error("it does not open")
	}
	r.press(fyne.KeyReturn)
	if form.network().Object.Visible() {
		t.Error("it does not close")
	}
}

func TestWrongSettingIsSaidWhereItIsTyped(t *testing.T) {
	for name, c := range map[string]struct {
		set  func(*connectionform.Form)
		want string
		at   func(*connectionform.Form) fyne.Focusable
	}{
		"no file":  {func(f *connectionform.Form) { f.Ca.SetText("/nowhere/ca.pem") }, "The file /nowhere/ca.pem", func(f *connectionform.Form) fyne.Focusable { return f.Ca }},
		"no proxy": {func(f *connectionform.Form) { f.Proxy.Choose(connectionform.ProxyOwn) }, "Type the proxy's address", func(f *connectionform.Form) fyne.Focusable { return f.Address }},
		"password": {func(f *connectionform.Form) {
			f.Proxy.Choose(connectionform.ProxyOwn)
			f.Address.SetText("http://me:hunter2@p.test")
		}, "doesn't save proxy passwords", func(f *connectionform.Form) fyne.Focusable { return f.Address }},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			form := r.form()
			form.server().SetText(r.server.URL())
			c.set(form.network())
			r.signInTo(r.server.URL())
			if r.signedIn() || !strings.Contains(form.notice().Text, c.want) || strings.Contains(form.notice().Text, "hunter2") {
				t.Errorf("says %q", form.notice().Text)
			}
			if r.canvas().Focused() != c.at(form.network()) {
				t.Errorf("the keyboard is not on it but on %s", describe(r.canvas().Focused()))
			}
			form.network().Set(route.Network{})
			form.signIn()
			r.openAccount()
			account := r.accountTab()
			c.set(account.network())
			test.Tap(account.save())
			if !strings.Contains(account.notice().Text, c.want) || r.session().Network() != (route.Network{}) {
				t.Errorf("the account says %q", account.notice().Text)
			}
			if r.canvas().Focused() != c.at(account.network()) {
				t.Error("in the account, the keyboard is not on it")
			}
		})
	}
}

// The pointer stays on Save, and the fields where they are.
func TestFailedSaveMovesNothing(t *testing.T) {
	for name, size := range map[string]fyne.Size{"scrolled": fyne.NewSize(1221, 740), "all in sight": fyne.NewSize(1400, 1100)} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.setSize(size)
			r.openAccount()
			account := r.accountTab()
			account.network().Ca.SetText("/nowhere/ca.pem")
			r.canvas().Focus(account.save()) // scrolls to it
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject
			save, ca := at(account.save()), at(account.network().Ca)
			for range 2 {
				test.Tap(account.save())
				if at(account.save()) != save || at(account.network().Ca) != ca {
					t.Errorf("Save moved from %v to %v, the field from %v to %v", save, at(account.save()), ca, at(account.network().Ca))
				}
				r.wantSeen(account.notice())
			}
		})
	}
}

// At the window's least size too, what was refused is seen together with the field that it is about.
func TestWrongSettingIsSeen(t *testing.T) {
	for name, wrong := range map[string]func(*connectionform.Form){
		"authority": func(f *connectionform.Form) { f.Ca.SetText("/nowhere/ca.pem") },
		"key":       func(f *connectionform.Form) { f.Key.SetText("/nowhere/me.key") },
		"proxy": func(f *connectionform.Form) {
			f.Proxy.Choose(connectionform.ProxyOwn)
			f.Address.SetText("http://me:hunter2@p.test")
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			r.setSize(fyne.NewSize(760, 480))
			form := r.form()
			form.advanced().Open(true)
			form.server().SetText(r.server.URL())
			wrong(form.network())
			r.signInTo(r.server.URL())
			r.wantSeen(form.notice())
			r.wantSeen(r.canvas().Focused().(*control.Entry))

			form.network().Set(route.Network{})
			form.signIn()
			r.openAccount()
			account := r.accountTab()
			wrong(account.network())
			account.network().Ca.OnSubmitted("")
			account.network().Ca.OnSubmitted("") // the keyboard is there already
			r.wantSeen(account.notice())
			r.wantSeen(r.canvas().Focused().(*control.Entry))
		})
	}
}

// wantSeen checks that an object is inside of the window, from top to bottom.
func (r *rig) wantSeen(o fyne.CanvasObject) {
	r.t.Helper()
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
	if bottom := top + o.Size().Height; !o.Visible() || top < 0 || bottom > r.canvas().Size().Height {
		r.t.Errorf("%s is not seen: it goes from %v to %v", described(o), top, bottom)
	}
}

func TestAccountChangesHowTheServerIsReached(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.openAccount()
	account := r.accountTab()
	account.network().Limit.Choose(3)
	account.network().Proxy.Choose(connectionform.ProxyNone)
	account.network().Ca.OnSubmitted("")
	want := route.Network{Seconds: 30, Proxy: route.ProxyNone}
	if got := r.session().Network(); got != want {
		t.Errorf("the server is reached as %+v", got)
	}
	if r.callLimit() != 135*time.Second {
		t.Errorf("the limit is %v", r.callLimit())
	}
	r = r.restarted()
	if got := r.session().Network(); got != want || r.callLimit() != 135*time.Second {
		t.Errorf("after a restart the server is reached as %+v, for %v", got, r.callLimit())
	}
}

func TestEveryNetworkFailureIsWorded(t *testing.T) {
	generic := words.Explain(&client.Error{Kind: "unheard-of"})
	for _, k := range []client.Kind{
		client.KindCertificate, client.KindTLS, client.KindNotTLS, client.KindWantsTLS, client.KindPlain, client.KindSettings,
		client.KindNoOwnCertificate, client.KindOwnCertificate, client.KindProxy, client.KindProxyAuth, client.KindProxyLogin,
		client.KindProxyRefused, client.KindProxySocks,
	} {
		if said := words.Explain(&client.Error{Kind: k, Message: "proxy.test:3128"}); said == generic || strings.Contains(said, "It said") {
			t.Errorf("%s: %q", k, said)
		}
	}
	said := map[string]bool{}
	problems := []route.SettingProblem{
		route.ProblemMissing, route.ProblemUnreadable, route.ProblemNotFile, route.ProblemTooLarge, route.ProblemNoCertificate,
		route.ProblemBroken, route.ProblemNoKey, route.ProblemEncrypted, route.ProblemMismatch, route.ProblemNoCertFile,
		route.ProblemAddress, route.ProblemPassword, route.ProblemSystem,
	}
	for _, p := range problems {
		said[words.Explain(&client.Error{Kind: client.KindSettings, Err: &route.NetworkError{Problem: p, Path: "/x"}})] = true
	}
	if len(said) != len(problems) {
		t.Errorf("%d problems are worded in %d ways", len(problems), len(said))
	}
	for p, want := range map[route.SettingProblem]string{
		route.ProblemEscape:  "The proxy in HTTPS_PROXY is not valid. Percent-encode special characters in its password",
		route.ProblemScheme:  "The proxy in HTTPS_PROXY is not supported. ",
		route.ProblemAddress: "The proxy in HTTPS_PROXY is not valid. Set it to an address like ",
	} {
		err := &client.Error{Kind: client.KindSettings, Err: &route.NetworkError{Problem: p, Variable: "HTTPS_PROXY"}}
		if said := words.Explain(err); !strings.HasPrefix(said, want) || !strings.HasSuffix(said, ", and restart the app.") {
			t.Errorf("says %q, want %q", said, want)
		}
	}
	old := &route.Certificate{Problem: route.CertificateCommonName, Host: "optimizer.test"}
	want := "Nothing was sent: the certificate of optimizer.test has no subject alternative name. "
	if said := words.Explain(&client.Error{Kind: client.KindCertificate, Certificate: old}); !strings.HasPrefix(said, want) {
		t.Errorf("says %q, want %q", said, want)
	}
}

// As on the sign-in form, what is said about a setting is about what the form contained then.
func TestEditingASettingHidesWhatWasWrong(t *testing.T) {
	for name, edit := range map[string]func(*rig, *connectionform.Form){
		"the field":      func(r *rig, f *connectionform.Form) { r.typeInto(f.Ca, "x") },
		"another one":    func(r *rig, f *connectionform.Form) { r.typeInto(f.Key, "x") },
		"the proxy":      func(_ *rig, f *connectionform.Form) { f.Proxy.Choose(connectionform.ProxyNone) },
		"the time limit": func(_ *rig, f *connectionform.Form) { f.Limit.Choose(0) },
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			form := r.form()
			form.server().SetText(r.server.URL())
			form.network().Ca.SetText("/nowhere/ca.pem")
			r.signInTo(r.server.URL())
			if said := form.notice(); !said.Visible() {
				t.Fatal("the form says nothing")
			}
			edit(r, form.network())
			if form.notice().Visible() {
				t.Errorf("the form still says %q", form.notice().Text)
			}
			form.network().Set(route.Network{})
			form.signIn()
			r.openAccount()
			account := r.accountTab()
			account.network().Ca.SetText("/nowhere/ca.pem")
			test.Tap(account.save())
			if !account.notice().Visible() {
				t.Fatal("the account says nothing")
			}
			edit(r, account.network())
			if account.notice().Visible() {
				t.Errorf("the account still says %q", account.notice().Text)
			}
		})
	}
}

// A choice stands alone in the menu and in the closed list.
func TestNoProxyChoiceEndsWithAColon(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	for _, option := range r.form().network().Proxy.Options {
		if strings.HasSuffix(option, ":") {
			t.Errorf("%q", option)
		}
	}
}
