package e2e

import (
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/client/demo"
)

// TestTwoAccounts adds an account, goes to and fro between both by keyboard, and has the keyring lose one of them.
func TestTwoAccounts(t *testing.T) {
	t.Parallel()
	one, two := backend(t, demo.Options{User: "one"}), backend(t, demo.Options{User: "two", Keys: 40})
	d := newDesk(t, true)
	entry := func(s *demo.Server) string { return d.stored(signInService, account(s, s.Credentials().KeyID)) }

	r := d.signedIn(one)
	r.wait("the first sign-in to be in the keyring", func() bool { return entry(one) != "" })
	alone := r.settled()
	bar := image.Rect(0, 0, alone.Rect.Dx(), 49)
	r.click(avatarAt)
	r.settled()
	r.press("Down", "Down", "Return") // past Personal Settings and Preferences, to Add Account…
	r.settled()
	r.press("shift+Tab", "ctrl+a") // to the server, which is that of the open account
	r.signInNth(two, two.Credentials(), 2)
	r.wait("the second sign-in to be in the keyring", func() bool { return entry(two) == two.Credentials().Secret.Reveal() })
	r.wait("the first to stay there", func() bool { return entry(one) == one.Credentials().Secret.Reveal() })
	must(t, r.window.Changed(bar, alone, patience)) // it says which account it is

	r.press("ctrl+1")
	r.waitKeys(3)
	r.press("Return") // shows the secret of the first key
	r.press("ctrl+2")
	r.waitKeys(4)
	must(t, one.Close())
	kept := strings.Count(r.log.String(), "kept list on screen")
	r.press("ctrl+1") // which opens without its server
	r.waitLog("kept list on screen", kept+1)
	r.press("ctrl+q")
	r.waitEnd()
	must(t, one.Reopen())

	must(t, d.command("secret-tool", "clear", "service", signInService, "username", account(two, two.Credentials().KeyID)).Run())
	r = d.open()
	r.waitKeys(1) // of the first, which was open last
	before := len(two.Requests())
	r.press("ctrl+2")
	r.waitLog("not signed in", 1)
	r.settled()
	r.press("ctrl+1")
	r.waitKeys(2)
	if after := len(two.Requests()); after != before {
		t.Errorf("an account without its secret was asked for %d times", after-before)
	}
	for _, s := range []*demo.Server{one, two} {
		for _, q := range s.Requests() {
			if q.KeyID != "" && q.KeyID != s.Credentials().KeyID {
				t.Errorf("%s was asked for with %s", q.Path, q.KeyID)
			}
		}
	}
	for name, content := range d.files() {
		for _, s := range []*demo.Server{one, two} {
			if strings.Contains(content, s.Credentials().Secret.Reveal()) && !strings.Contains(name, "keyrings") {
				t.Errorf("%s has a secret", name)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(d.home, "config", "access-keys", "accounts.json")); err != nil {
		t.Error(err)
	}
}
