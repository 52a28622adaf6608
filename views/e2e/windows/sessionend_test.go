//go:build wine

package windows

import (
	"slices"
	"strings"
	"testing"
	"time"

	"accesskeys/client/demo"
)

// When the user logs out, the program finishes work in progress, as on SIGTERM.
func TestEndOfTheSession(t *testing.T) {
	s := backend(t)
	r := signedIn(t, s)
	before := len(s.Keys())
	s.SetFaults(demo.Faults{Match: demo.On("POST", ""), Delay: 2 * time.Second})
	r.press("ctrl+n")
	wait(t, "a key to be asked for", func() bool {
		return slices.ContainsFunc(s.Requests(), func(r demo.Request) bool { return r.Method == "POST" })
	})
	must(t, machine.command("wine", "wineboot", "--end-session").Run())
	r.waitEnd()
	log := r.log.String()
	if !strings.Contains(log, `by="the end of the session"`) {
		t.Error("it did not end because of the session")
	}
	if len(s.Keys()) != before+1 || !strings.Contains(log, "method=POST") {
		t.Error("it did not wait for the key that it had asked for")
	}
}
