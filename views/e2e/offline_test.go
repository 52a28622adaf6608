package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/client/demo"
)

// keptList returns the file with the list that the next start begins with.
func (d *desk) keptList() string {
	content, err := os.ReadFile(filepath.Join(d.home, "config", "access-keys", "list.json"))
	if err != nil {
		return ""
	}
	return string(content)
}

func TestStartWithoutTheServer(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	key := r.choose(s, otherEnabled(t, s))
	secret := s.SecretOf(key).Reveal()
	r.press("Return")
	r.wait("the secret in the keyring", func() bool { return d.stored(vaultService, account(s, key)) == secret })
	r.wait("the list on disk", func() bool { return strings.Contains(d.keptList(), key) })
	if strings.Contains(d.keptList(), secret) {
		t.Error("the list on disk holds a secret")
	}
	r.press("ctrl+q")
	r.waitEnd()

	keys := len(s.Keys())
	must(t, s.Close())
	r = d.open()
	r.waitLog("kept list on screen", 1)
	r.waitLog("loading the list", 1) // it is told only after the last attempt
	r.settled()
	r.press("Home")
	for range indexOf(s, key) {
		r.press("Down")
	}
	r.press("ctrl+c")
	r.wait("the secret on the clipboard", func() bool { return d.clipboard() == secret })
	r.press("ctrl+n")
	r.press("ctrl+shift+c") // comes after it
	r.wait("the ID on the clipboard", func() bool { return d.clipboard() == key })

	must(t, s.Reopen())
	r.waitFor("the server to be found again", allPatience, func() bool { return strings.Contains(r.log.String(), "connected again") })
	if n := count(s, "POST", ""); n != 0 || len(s.Keys()) != keys {
		t.Errorf("%d keys were asked for without a server", n)
	}
	r.press("ctrl+n")
	r.wait("a new key", func() bool { return len(s.Keys()) == keys+1 })
	r.press("ctrl+q")
	r.waitEnd()
}
