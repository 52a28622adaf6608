package shell

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/connectionform"
)

func TestSignInByKeyboardIsKeptInTheKeyring(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	creds := r.server.Credentials()
	form.fill(" "+r.server.URL()+"/ ", creds.KeyID, creds.Secret.Reveal()+"\n")
	form.secret().OnSubmitted("")
	if !r.signedIn() {
		t.Fatalf("not signed in: %s", form.notice().Text)
	}
	if len(r.store.secrets) != 1 || !r.session().Remembered() {
		t.Error("the sign-in was not kept")
	}
	if !form.secret().IsEmpty() {
		t.Error("the form still holds the secret")
	}

	r.leave()
	r.start()
	if !r.signedIn() {
		t.Error("the next start asks to sign in again")
	}
}

func TestNotKeptUnlessAsked(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	creds := r.server.Credentials()
	form.fill(r.server.URL(), creds.KeyID, creds.Secret.Reveal())
	form.keep().SetChecked(false)
	form.signIn()
	if !r.signedIn() || len(r.store.secrets) != 0 {
		t.Errorf("%d secrets are in the keyring", len(r.store.secrets))
	}
	next := r.restarted()
	if got := next.form().keyID().Text; got != creds.KeyID || !next.form().secret().IsEmpty() {
		t.Errorf("the next start asks for %q", got)
	}
	next.signIn()
	next.logOut(false)
	if got := next.restarted().form().keyID().Text; got != "" {
		t.Errorf("logged out, the next start asks for %q", got)
	}
}

func TestSignInProblemsAreSaidPlainly(t *testing.T) {
	for _, c := range []struct {
		name               string
		server, id, secret string
		faults             demo.Faults
		options            demo.Options
		want               string
	}{
		{name: "no server", id: "AK1", secret: "s", want: "Type the server's address"},
		{name: "no secret", server: "x", id: "AK1", want: "Type the access key secret"},
		{name: "no address", server: "ftp://x", id: "AK1", secret: "s", want: "Not a server address"},
		{name: "ID in place of the address", server: "AKHxEU5vJw2eQ8rT0bD1", id: "AK1", secret: "s", want: "looks like an access key ID"},
		{name: "secret in place of the address", server: "q3Jx8Zt0vB5nM2kL7wYe", id: "AK1", secret: "s", want: "This looks like an access key secret, so nothing was sent."},
		{name: "swapped", server: "x", id: " q3J+x/8Zt0vB5nM2kL7w", secret: "AKHxEU5vJw2eQ8rT0bD1", want: "seem to be swapped"},
		{name: "wrong secret", secret: "wrong", want: "rejected this access key"},
		{name: "web page", faults: demo.Faults{HTML: true}, want: "A web page answered"},
		{name: "refused", faults: demo.Faults{Status: 403}, want: "This access key isn't allowed to list access keys. Sign in with another key."},
		{name: "nobody there", server: "http://127.0.0.1:1", want: "can't be reached: nothing listens at 127.0.0.1, port 1 (connection refused)."},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := signedOutRig(t, c.options)
			form := r.form()
			creds := r.server.Credentials()
			server, id, secret := c.server, c.id, c.secret
			if id == "" {
				id = creds.KeyID
				if server == "" {
					server = r.server.URL()
				}
				if secret == "" {
					secret = creds.Secret.Reveal()
				}
			}
			r.server.SetFaults(c.faults)
			form.fill(server, id, secret)
			form.signIn()
			if r.signedIn() || !strings.Contains(form.notice().Text, c.want) {
				t.Errorf("says %q", form.notice().Text)
			}
			if form.server().Text != server || form.secret().Secret().Reveal() != secret {
				t.Error("what was typed is lost")
			}
		})
	}
}

func TestKeyringFailureDoesNotStopSigningIn(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.store.err = &keyring.Error{Kind: keyring.Timeout, Err: errors.New("late")}
	r.signIn()
	if !r.signedIn() {
		t.Fatal("not signed in")
	}
	if said := strings.Join(r.said(), "\n"); !strings.Contains(said, "didn't answer") || !strings.Contains(said, "sign in again at the next start") {
		t.Errorf("said %q", said)
	}
}

func TestLogOutForgets(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.chooseEnabled()
	r.press(fyne.KeyReturn)
	if len(r.store.secrets) != 2 {
		t.Fatalf("the keyring holds %d secrets, not the sign-in's and one in the vault", len(r.store.secrets))
	}
	r.askLogOut()
	r.answerDialog()
	if r.signedIn() || len(r.store.secrets) != 0 {
		t.Errorf("the keyring holds %d secrets after logging out", len(r.store.secrets))
	}
	r.start()
	if r.signedIn() {
		t.Error("signed in again after logging out")
	}
}

func TestQuitWorksFromAField(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.form()
	r.shortcut(shortcutQuit())
	if !r.quit {
		t.Error("Ctrl+Q in a field did not quit")
	}
}

func TestLateAnswerOfAnOldSessionTouchesNothing(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, true)
	r.selectKey(id, 0)
	r.press(fyne.KeyDelete)
	r.hold = true
	r.answerDialog()
	late := r.held
	r.held, r.hold = nil, false
	r.logOut(false)

	session, err := r.app.Sessions.SignIn(t.Context(), r.server.URL(), r.server.Credentials())
	if err != nil {
		t.Fatal(err)
	}
	r.showSession(session)
	before := r.requests()
	for _, work := range late {
		work()
	}
	if r.session() != session {
		t.Error("what was pending when logging out ended the next session")
	}
	if after := r.requests(); after != before {
		t.Errorf("%d requests were signed with the key of a session that is over", after-before)
	}
}

func TestRejectedKeyAsksToSignInAgain(t *testing.T) {
	r := newRig(t, demo.Options{})
	own := r.session().KeyID()
	r.server.SetFaults(demo.Faults{Status: 401})
	r.press(fyne.KeyF5)
	if !r.signInShown() || r.signInForm().keyID().Text != own || !strings.Contains(r.signInForm().notice().Text, "rejected") {
		t.Error("no sign-in form with the reason is shown")
	}
}

func TestRejectedKeyThatIsSavedCanBeTriedAgain(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	own := r.session().KeyID()
	r.server.SetFaults(demo.Faults{Status: 401})
	r.press(fyne.KeyF5)
	r.server.SetFaults()
	r.tapButton("Try Saved Key Again")
	if r.signInShown() || r.session().KeyID() != own || len(r.listed()) == 0 {
		t.Errorf("with the server well again, it says %q", r.said())
	}

	r.lock()
	r.store.err = keyring.ErrNotStored
	r.unlock(client.Secret{})
	if again := r.signInForm().again(); again.Visible() {
		t.Errorf("it offers to %q, which is lost", again.Text)
	}
}

func TestBlankFieldIsEmpty(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	for _, c := range []struct{ server, id, secret, want string }{
		{" ", "AK1", "s3cret", "Type the server's address."},
		{r.server.URL(), " \u200b", "s3cret", "Type the access key ID."},
		{r.server.URL(), "AK1", " ", "Type the access key secret."},
	} {
		form.fill(c.server, c.id, c.secret)
		form.signIn()
		if got := form.notice().Text; got != c.want {
			t.Errorf("of %q, %q and %q it says %q", c.server, c.id, c.secret, got)
		}
	}
	form.fill(r.server.URL(), "AK1", "s3cret")
	form.network().Proxy.SetSelectedIndex(connectionform.ProxyOwn)
	form.network().Address.SetText(" ")
	form.signIn()
	if got := form.notice().Text; got != "Type the proxy's address." {
		t.Errorf("of a blank proxy it says %q", got)
	}
}
