package e2e

import (
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

const (
	signInService = "access-keys sign-in"
	vaultService  = "access-keys vault"
)

// backend returns the demo back end, in this process.
func backend(t testing.TB, o demo.Options) *demo.Server {
	t.Helper()
	s, err := demo.Start("", o)
	must(t, err)
	t.Cleanup(func() {
		keepJournal(t, s)
		_ = s.Close()
	})
	return s
}

// count returns the number of requests of a kind to the back end.
func count(s *demo.Server, method, suffix string) int {
	n := 0
	for _, r := range s.Requests() {
		if r.Method == method && strings.HasSuffix(r.Path, suffix) && r.Status != 0 {
			n++
		}
	}
	return n
}

// waitAsked waits until the back end has answered a number of requests of a kind.
func (r *running) waitAsked(s *demo.Server, method, suffix string, times int) {
	r.t.Helper()
	r.wait(method+" "+suffix, func() bool { return count(s, method, suffix) >= times })
}

// signIn fills in the form as a user would, and waits for the keys.
func (r *running) signIn(s *demo.Server, creds client.Credentials) {
	r.t.Helper()
	r.signInNth(s, creds, 1)
}

// signInNth is signIn, and waits for the nth list since the start.
func (r *running) signInNth(s *demo.Server, creds client.Credentials, nth int) {
	r.t.Helper()
	r.settled()
	r.typeIn(s.URL())
	r.press("Tab")
	r.typeIn(creds.KeyID)
	r.press("Tab")
	r.typeIn(creds.Secret.Reveal())
	r.press("Return")
	r.waitKeys(nth)
	r.rested()
}

// signedIn returns the program, signed in to a back end by hand.
func (d *desk) signedIn(s *demo.Server) *running {
	d.t.Helper()
	r := d.open()
	r.signIn(s, s.Credentials())
	return r
}

func account(s *demo.Server, id string) string { return s.Base() + " " + id }

func TestSignInIsRememberedUntilLogOut(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	creds := s.Credentials()
	d := newDesk(t, true)

	r := d.signedIn(s)
	r.wait("the sign-in to be in the keyring", func() bool {
		return d.stored(signInService, account(s, creds.KeyID)) == creds.Secret.Reveal()
	})
	r.press("ctrl+q")
	r.waitEnd()

	r = d.open()
	r.waitKeys(1)
	key := r.choose(s, otherEnabled(t, s))
	r.press("Return")
	r.wait("a secret in the vault", func() bool { return d.stored(vaultService, account(s, key)) != "" })
	r.click(avatarAt)
	r.settled()
	r.press("Down", "Down", "Down", "Down", "Down", "Down", "Return") // past help and Lock, to Log Out…
	r.settled()
	r.press("Tab", "Return")
	r.wait("the keyring to be empty", func() bool {
		return d.stored(signInService, account(s, creds.KeyID)) == "" &&
			d.stored(vaultService, account(s, key)) == ""
	})
	r.press("ctrl+q")
	r.waitEnd()

	before := len(s.Requests())
	r = d.open()
	r.settled()
	if after := len(s.Requests()); after != before {
		t.Errorf("%d requests after a log out", after-before)
	}
}

func TestWrongKeyStaysOnTheForm(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.open()
	r.settled()
	r.typeIn(s.URL())
	r.press("Tab")
	r.typeIn(s.Credentials().KeyID)
	r.press("Tab")
	r.typeIn("wrong")
	blank := r.settled()
	r.press("Return")
	r.waitLog("sign-in failed", 1)
	if n := count(s, "GET", "/management/accesskeys"); n != 4 {
		t.Errorf("it was tried %d times", n)
	}
	must(t, r.window.Changed(blank.Rect, blank, patience))
	r.press("BackSpace", "BackSpace", "BackSpace", "BackSpace", "BackSpace")
	r.typeIn(s.Credentials().Secret.Reveal())
	r.press("Return")
	r.waitKeys(1)
}

func TestWithoutAKeyring(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, false)
	r := d.signedIn(s)
	id := r.choose(s, otherEnabled(t, s))
	row := indexOf(s, id)
	masked := r.part(row)
	r.press("Return")
	r.waitAsked(s, "GET", id, 1)
	must(t, r.window.Changed(secretArea(row), masked, patience))
	r.press("ctrl+c")
	r.wait("the secret on the clipboard", func() bool { return d.clipboard() == s.SecretOf(id).Reveal() })
	r.press("ctrl+q")
	r.waitEnd()
}
