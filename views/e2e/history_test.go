//go:build unix

package e2e

import (
	"strings"
	"syscall"
	"testing"

	"accesskeys/client/demo"
)

// The history contains what was done just before the system ended the program, and it contains no secret.
func TestTheHistoryIsOnDiskWhenTheProgramHasEnded(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	r.press("Home", "Down", "ctrl+c")
	r.wait("a secret on the clipboard", func() bool { return d.clipboard() != "" })
	secret := d.clipboard()
	r.press("ctrl+l")
	must(t, r.cmd.Process.Signal(syscall.SIGTERM))
	r.waitEnd()
	kept := d.files()["/config/access-keys/history.jsonl"]
	for _, want := range []string{`"action":"sign-in","outcome":"done"`, `"action":"copy","outcome":"done","format":"secret"`} {
		if strings.Count(kept, want) != 1 {
			t.Errorf("the history does not tell of %s once: %s", want, kept)
		}
	}
	if strings.Contains(kept, secret) {
		t.Error("the history has the secret")
	}
}
