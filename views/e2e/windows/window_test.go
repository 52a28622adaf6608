//go:build wine

package windows

import (
	"encoding/json"
	"image"
	"maps"
	"slices"
	"strings"
	"testing"

	"accesskeys/client/demo"
)

func TestDemoListsItsKeys(t *testing.T) {
	forgetEverything(t)
	r := open(t, "--demo")
	r.waitKeys()
	if title := r.window.Title(); !strings.Contains(title, "Access Keys") {
		t.Errorf("the window's title is %q", title)
	}
	r.press("ctrl+q")
	r.waitEnd()
}

func TestShowCopyQuit(t *testing.T) {
	startKeeper(t) // the clipboard is the desktop's, which goes with the last program on it
	s := backend(t)
	r := signedIn(t, s)
	key := r.chooseOther(s)
	secret := s.SecretOf(key).Reveal()

	masked := r.secrets()
	r.press("Return")
	wait(t, "the secret to be asked for", func() bool { return asked(s, key) == 1 })
	must(t, r.window.Changed(secretColumn, masked, patience))
	r.settled()
	r.press("ctrl+c")
	wait(t, "the secret on the clipboard", func() bool { return clipboard(t).Text == secret })
	isMarked(t, clipboard(t), secret)
	shown := r.secrets()
	r.press("Return")
	must(t, r.window.Changed(secretColumn, shown, patience))

	r.press("ctrl+q")
	r.waitEnd()
	if now := clipboard(t); now.Text != "" {
		t.Errorf("the program is gone, and the clipboard holds %+v", now)
	}
	if strings.Contains(r.log.String(), secret) {
		t.Error("the log holds a secret")
	}
}

// The Credential Manager keeps the sign-in and the shown secret. A text that another program has copied stays on the
// clipboard when this program ends.
func TestRememberedInTheCredentialManager(t *testing.T) {
	startKeeper(t)
	s := backend(t)
	r := signedIn(t, s)
	key := r.chooseOther(s)
	r.press("ctrl+c")
	wait(t, "the secret on the clipboard", func() bool { return clipboard(t).Text == s.SecretOf(key).Reveal() })
	copyElsewhere(t, "another program's")
	r.closeWindow()
	if now := clipboard(t); now.Text != "another program's" {
		t.Errorf("the clipboard holds %+v", now)
	}

	r = open(t)
	r.waitKeys()
	r.chooseOther(s)
	r.press("ctrl+c")
	wait(t, "the secret on the clipboard", func() bool { return clipboard(t).Text == s.SecretOf(key).Reveal() })
	if n := asked(s, key); n != 1 {
		t.Errorf("the secret was fetched %d times, though the keyring has it", n)
	}
	r.closeWindow()
	if now := clipboard(t); now.Text != "" {
		t.Errorf("the program is gone, and the clipboard holds %+v", now)
	}
	// Wine's Credential Manager lists what it holds with the help of drivers, which have answered the program's threads.
	if names := credentials(t); !slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, "access-keys") }) {
		t.Errorf("the Credential Manager holds %v", names)
	}
}

// secretColumn is where the rows show their secrets in a window of its first size, 1221x700.
var secretColumn = image.Rect(545, 260, 800, 600)

// secrets returns what the rows show there.
func (r *running) secrets() *image.RGBA {
	r.t.Helper()
	p, err := r.window.Part(secretColumn)
	must(r.t, err)
	return p
}

func TestLockedWithTheSession(t *testing.T) {
	startKeeper(t)
	s := backend(t)
	r := signedIn(t, s)
	key := r.chooseOther(s)
	r.press("ctrl+c")
	wait(t, "the secret on the clipboard", func() bool { return clipboard(t).Text == s.SecretOf(key).Reveal() })
	output(t, machine.program("peek", "lock"))
	wait(t, "the window to lock", func() bool { return strings.Contains(r.log.String(), "msg=locked") })
	wait(t, "the secret to leave the clipboard", func() bool { return clipboard(t).Text == "" })
	r.closeWindow()
}

// Other programs of the same user may end the program, but not read its memory.
func TestMemoryIsClosedToOthers(t *testing.T) {
	r := open(t, "--demo")
	r.waitKeys()
	want := map[string]bool{"end": true, "read": false, "write": false, "handles": false, "threads": false}
	var may map[string]bool
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("another program may: %v, want %v", may, want)
		}
	})
	wait(t, "the process and its threads to be closed", func() bool { // a thread that was just started is closed in a moment
		must(t, json.Unmarshal(output(t, machine.program("peek", "process", r.window.Title())), &may))
		return maps.Equal(may, want)
	})
	r.closeWindow()
}

// closeWindow closes the window as its frame's button does, and waits until the program has ended with status 0.
func (r *running) closeWindow() {
	r.t.Helper()
	output(r.t, machine.program("peek", "close", r.window.Title()))
	r.waitEnd()
}

// asked returns how often the back end was asked for a key's secret.
func asked(s *demo.Server, key string) int {
	n := 0
	for _, r := range s.Requests() {
		if r.Method == "GET" && strings.HasSuffix(r.Path, key) && r.Status != 0 {
			n++
		}
	}
	return n
}
