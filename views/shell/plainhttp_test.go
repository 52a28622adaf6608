package shell

import (
	"net/http/httptest"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/client/route"
	"accesskeys/views/connectionform"
)

// plainServer returns a proxy that forwards every request to the rig's server.
func (r *rig) plainServer() *httptest.Server {
	r.t.Helper()
	s := httptest.NewServer(r.server)
	r.t.Cleanup(s.Close)
	return s
}

// useProxy fills in the form that a server is reached through a proxy.
func (r *rig) useProxy(server, proxy string) {
	r.t.Helper()
	form := r.form()
	form.server().SetText(server)
	form.network().Proxy.Choose(connectionform.ProxyOwn)
	form.network().Address.SetText(proxy)
}

const plainAddress = "http://optimizer.test"

func TestPlainHTTPIsAskedAboutOnce(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.useProxy(plainAddress, r.plainServer().URL)
	form := r.signInTo(plainAddress)
	if r.signedIn() || len(r.server.Requests()) != 0 || !r.dialogOpen() {
		t.Fatal("it is not asked about")
	}
	if form.notice().Visible() {
		t.Errorf("before the answer it says %q", form.notice().Text)
	}
	r.press(fyne.KeyEscape)
	if r.signedIn() || form.secret().Empty() || !form.notice().Visible() {
		t.Fatal("cancelling it goes on, loses what was typed, or says nothing")
	}
	form.signIn()
	r.pressOn("Connect Unencrypted")
	if !r.signedIn() {
		t.Fatalf("not signed in: %s", form.notice().Text)
	}
	if !r.reads("Not encrypted: optimizer.test") {
		t.Error("the window does not show that it is not encrypted")
	}
	r.openAccount()
	if !r.reads("The connection is not encrypted. Others on the network") {
		t.Error("the account does not tell that it is not encrypted")
	}
	r = r.restarted()
	if !r.signedIn() || r.dialogOpen() || len(r.listed()) == 0 {
		t.Error("the next start asks again")
	}
}

// Another start of the program may change the server while a question is open. A yes for one server must not apply to
// the other.
func TestAnswerIsAboutTheServerAskedAbout(t *testing.T) {
	const other = "http://other.test"
	t.Run("without encryption", func(t *testing.T) {
		r := signedOutRig(t, demo.Options{})
		r.opened()
		r.useProxy(plainAddress, r.plainServer().URL)
		r.signInTo(plainAddress)
		r.calledUp(other)
		r.pressOn("Connect Unencrypted")
		if n := len(r.server.Requests()); r.signedIn() || n != 0 || r.app.Networks.Of(other).AllowPlain {
			t.Errorf("%d requests went to a server that was not asked about", n)
		}
	})
	t.Run("certificate", func(t *testing.T) {
		r := signedOutRig(t, demo.Options{})
		r.opened()
		form := r.signInTo(r.overTLS(selfSigned(t)).URL)
		r.pressOn("View Certificate…")
		another := r.overTLS(selfSigned(t)).URL
		r.calledUp(another)
		r.pressOn("Trust This Certificate")
		if pin := r.app.Networks.Of(another).Pin; pin != "" || form.network().Network().Pin != "" {
			t.Errorf("the other server is to show the certificate %q", pin)
		}
		if form.look().Visible() {
			t.Error("the certificate can still be looked at under another server's address")
		}
	})
}

// An old version, which did not ask yet, has remembered a session over http.
func TestRememberedPlainSessionIsAskedAbout(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	proxy := r.plainServer().URL
	r.useProxy(plainAddress, proxy)
	r.signInTo(plainAddress)
	r.pressOn("Connect Unencrypted")
	if err := r.app.Networks.Set(plainAddress, route.Network{Proxy: proxy}); err != nil {
		t.Fatal(err)
	}
	if err := r.app.Settings.Save(); err != nil {
		t.Fatal(err)
	}
	before := len(r.server.Requests())
	r = r.restarted()
	if r.signedIn() || !r.dialogOpen() || len(r.server.Requests()) != before {
		t.Fatal("it is not asked about")
	}
	r.press(fyne.KeyEscape)
	r = r.restarted()
	r.pressOn("Connect Unencrypted")
	if !r.signedIn() || len(r.listed()) == 0 {
		t.Fatalf("not opened: %s", r.signInForm().notice().Text)
	}
}
