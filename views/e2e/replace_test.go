package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// A key is replaced by keyboard alone, up to the step that disables it. After a restart, the page continues there.
func TestKeyIsReplaced(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	old := r.choose(s, otherEnabled(t, s))
	r.replaceUntilChecked()
	r.press("Return")
	r.settled()
	r.press("Tab", "Return")
	r.waitState(s, old, client.StateDisabled)
	r.waitStep("wait")
	r.settled()
	if added := newest(s); added.State != client.StateEnabled || added.ID == old {
		t.Errorf("the new key is %s", added.State)
	}
	if posts := count(s, "POST", ""); posts != 1 {
		t.Errorf("%d keys were asked for", posts)
	}
}

// The app's own key is disabled by a request that the new key signs, once the keyring has the new key.
func TestOwnKeyIsReplaced(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	r.waitSignInKept(s)
	old := r.choose(s, s.Credentials().KeyID)
	r.replaceUntilChecked()
	r.press("Return")
	added := newest(s).ID
	r.waitKeys(2)
	d.wait("the keyring to have the new sign-in alone", func() bool {
		return d.stored(signInService, account(s, added)) == s.SecretOf(added).Reveal() && d.stored(signInService, account(s, old)) == ""
	})
	if state := stateOf(s, old); state != client.StateEnabled {
		t.Fatalf("the old key is %s before that was asked for", state)
	}
	r.rested()
	r.press("Return")
	r.settled()
	r.press("Tab", "Return")
	r.waitState(s, old, client.StateDisabled)
	for _, q := range s.Requests() {
		if q.Method == "PUT" && strings.HasSuffix(q.Path, "/disable") && q.KeyID != added {
			t.Errorf("%s has signed that %s is disabled", q.KeyID, old)
		}
	}
}

// replaceUntilChecked presses what comes next until the new key has passed its check.
func (r *running) replaceUntilChecked() {
	r.t.Helper()
	r.press("ctrl+shift+n")
	for _, step := range []string{"place", "check", "disable"} {
		r.rested()
		if step == "check" {
			r.press("Tab", "Tab") // from Copy Secret
		}
		r.press("Return")
		r.waitStep(step)
	}
	r.rested()
}

// waitStep waits until a step is noted on disk.
func (r *running) waitStep(step string) {
	r.t.Helper()
	r.wait("step "+step, func() bool { return strings.Contains(r.replacements(), `"step": "`+step+`"`) })
}

// replacements returns the content of the file with the replacements.
func (r *running) replacements() string {
	content, _ := os.ReadFile(filepath.Join(r.home, "config", "access-keys", "rotations.json"))
	return string(content)
}

// newest returns the key that the server made last.
func newest(s *demo.Server) client.AccessKey {
	all := s.Keys()
	return all[len(all)-1]
}
