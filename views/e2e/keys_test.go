package e2e

import (
	"bytes"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/e2e/x11"
)

func TestShowCopyHide(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	key := r.choose(s, otherEnabled(t, s))
	secret := s.SecretOf(key).Reveal()
	row := indexOf(s, key)

	masked := r.part(row)
	r.press("Return")
	r.waitAsked(s, "GET", key, 1)
	must(t, r.window.Changed(secretArea(row), masked, patience))
	r.wait("the secret in the keyring", func() bool { return d.stored(vaultService, account(s, key)) == secret })
	r.rested()
	shown := r.part(row)

	r.press("Return")
	must(t, r.window.Changed(secretArea(row), shown, patience))
	r.settled()
	if now := r.part(row); !bytes.Equal(now.Pix, masked.Pix) {
		t.Error("hidden again, the secret does not look as it did before it was shown")
	}

	r.press("ctrl+c")
	r.wait("the secret on the clipboard", func() bool { return d.clipboard() == secret })
	r.press("ctrl+shift+c")
	r.wait("the ID on the clipboard", func() bool { return d.clipboard() == key })
	r.click(rowAt(row, showX))
	r.wait("the secret to show", func() bool { return !bytes.Equal(r.part(row).Pix, masked.Pix) })
	r.settled()
	if n := count(s, "GET", key); n != 1 {
		t.Errorf("the secret was fetched %d times, though the keyring has it", n)
	}

	r.press("ctrl+q")
	r.waitEnd()
	for name, content := range d.files() {
		if strings.Contains(content, secret) || strings.Contains(content, s.Credentials().Secret.Reveal()) {
			t.Errorf("%s holds a secret", name)
		}
	}
	if strings.Contains(r.log.String(), secret) {
		t.Error("the log holds a secret")
	}
}

func TestNewMakesOneKey(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	before := len(s.Keys())

	hold := make(chan struct{})
	s.SetFaults(demo.Faults{Hold: hold, Match: demo.On("POST", "")})
	r.click(newAt)
	r.click(newAt)
	r.press("ctrl+n")
	r.wait("the presses to be handled", func() bool {
		r.press("ctrl+shift+c") // comes after them
		return d.clipboard() != ""
	})
	close(hold)
	r.wait("a new key", func() bool { return len(s.Keys()) == before+1 })
	made := s.Keys()[before]
	r.wait("the new key to be the selected one", func() bool {
		r.press("ctrl+shift+c")
		return d.clipboard() == made.ID
	})
	if n := count(s, "POST", "/management/accesskeys"); n != 1 {
		t.Errorf("%d keys were asked for by a double click and a shortcut meanwhile", n)
	}
}

func TestDisableEnableDelete(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	key := otherEnabled(t, s)
	r.choose(s, key)
	calm := r.settled()

	r.press("ctrl+e")
	must(t, r.window.Changed(calm.Rect, calm, patience))
	r.settled()
	r.press("ctrl+n", "ctrl+r", "Delete") // nothing happens to the list while a dialog is open
	r.press("Escape")
	r.settled()
	r.press("ctrl+e")
	r.settled()
	r.press("Return") // Cancel has the focus
	r.settled()
	if n := count(s, "PUT", "/disable") + count(s, "POST", "") + count(s, "DELETE", ""); n != 0 {
		t.Fatalf("%d changes were asked for though nothing was confirmed", n)
	}

	r.press("ctrl+e")
	r.settled()
	r.press("Tab", "Return")
	r.waitChanged(s, key, client.StateDisabled, 1)
	r.press("ctrl+e")
	r.waitChanged(s, key, client.StateEnabled, 2)
	r.press("Delete")
	r.settled()
	r.press("Tab", "Return")
	r.waitChanged(s, key, client.StateDeleted, 3)
	if puts, deletes := count(s, "PUT", ""), count(s, "DELETE", ""); puts != 2 || deletes != 1 {
		t.Errorf("%d PUT and %d DELETE for one disable, enable and delete", puts, deletes)
	}
}

func TestDeleteByMouse(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	key := otherEnabled(t, s)
	calm := r.settled()
	r.click(rowAt(indexOf(s, key), actionsX))
	must(t, r.window.Changed(calm.Rect, calm, patience))
	r.settled()
	r.press("Right", "space")
	r.waitState(s, key, client.StateDisabled)
}

func TestMenuByMouseAndKeyboard(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	key := otherEnabled(t, s)
	calm := r.settled()
	must(t, r.window.Click(rowAt(indexOf(s, key), showX), x11.Right))
	must(t, r.window.Changed(calm.Rect, calm, patience))
	r.settled()
	r.press("Down", "Return") // the second item copies the secret
	r.wait("the secret on the clipboard", func() bool { return d.clipboard() == s.SecretOf(key).Reveal() })
	r.settled()
	r.press("Menu")
	r.settled()
	r.press("Down", "Down", "Return") // the third copies the ID
	r.wait("the ID on the clipboard", func() bool { return d.clipboard() == key })
}

func TestStandsStillWhenIdle(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	s.SetFaults(demo.Faults{Delay: 700 * time.Millisecond, Times: 4}) // long enough for every waiting look
	d := newDesk(t, true)
	r := d.signedIn(s)
	_, err := r.window.Still(5*time.Second, patience)
	must(t, err)
	before, began := cpuTime(t, r.cmd.Process.Pid), time.Now()
	_, err = r.window.Still(3*time.Second, patience)
	must(t, err)
	used, took := cpuTime(t, r.cmd.Process.Pid)-before, time.Since(began)
	if used > took*2/3 {
		t.Errorf("%v of processor time within %v in which nothing happened", used, took)
	}
}

func TestDeletedKeyLeavesTheKeyring(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	key := r.choose(s, otherEnabled(t, s))
	r.press("Return")
	r.wait("the secret in the keyring", func() bool { return d.stored(vaultService, account(s, key)) != "" })
	r.settled()
	r.press("Delete")
	r.settled()
	r.press("Tab", "Return")
	r.waitState(s, key, client.StateDeleted)
	r.wait("the secret to leave the keyring", func() bool { return d.stored(vaultService, account(s, key)) == "" })
}

func TestMessagesGoByThemselves(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	right := r.window.Size().X
	area := image.Rect(right-560, 52, right, 94)      // messages stand in this corner, below the top bar
	_, err := r.window.Still(5*time.Second, patience) // what was said at sign-in is gone by then
	must(t, err)
	without, err := r.window.Part(area)
	must(t, err)
	r.press("ctrl+shift+c")
	must(t, r.window.Changed(area, without, patience))
	r.wait("the message to be gone", func() bool {
		now, err := r.window.Part(area)
		return err == nil && bytes.Equal(now.Pix, without.Pix)
	})
}

func TestServerGone(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	with := r.settled()
	must(t, s.Close())
	r.press("F5")
	r.waitLog("unreachable", 1)
	must(t, r.window.Changed(with.Rect, with, patience))
	r.press("Home", "Down", "ctrl+shift+c")
	r.wait("the window to be alive", func() bool { return d.clipboard() == listed(s)[1].ID })
}

func TestSlowServerLeavesTheWindowAlive(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	s.SetFaults(demo.Faults{Delay: 5 * time.Second})
	r.press("F5", "Home", "Down", "ctrl+shift+c")
	r.wait("the window to be alive", func() bool { return d.clipboard() == listed(s)[1].ID })
	r.press("ctrl+q")
	r.waitEnd()
}

// part returns a picture of a row's secret.
func (r *running) part(row int) *image.RGBA {
	r.t.Helper()
	p, err := r.window.Part(secretArea(row))
	must(r.t, err)
	return p
}

func (r *running) waitState(s *demo.Server, id string, state client.State) {
	r.t.Helper()
	r.wait(id+" to be "+string(state), func() bool { return stateOf(s, id) == state })
}

// waitChanged waits until a key is in a state and the window has logged so many changes.
func (r *running) waitChanged(s *demo.Server, id string, state client.State, changes int) {
	r.t.Helper()
	r.waitState(s, id, state)
	r.waitLog("changed a key", changes)
}

// otherEnabled returns an enabled key that is not the one signed in with.
func otherEnabled(t testing.TB, s *demo.Server) string {
	t.Helper()
	for _, k := range s.Keys() {
		if k.State == client.StateEnabled && k.ID != s.Credentials().KeyID {
			return k.ID
		}
	}
	t.Fatal("the demo back end has no other enabled key")
	return ""
}

// choose selects a key with the keyboard.
func (r *running) choose(s *demo.Server, id string) string {
	r.t.Helper()
	r.press("Home")
	for range indexOf(s, id) {
		r.press("Down")
	}
	r.settled()
	return id
}

// indexOf returns the row of a key in the list.
func indexOf(s *demo.Server, id string) int {
	return slices.IndexFunc(listed(s), func(k client.AccessKey) bool { return k.ID == id })
}

// listed returns the keys that the list shows: the deleted are hidden.
func listed(s *demo.Server) []client.AccessKey {
	return slices.DeleteFunc(s.Keys(), func(k client.AccessKey) bool { return k.State == client.StateDeleted })
}

// stateOf returns the state of a key at the server.
func stateOf(s *demo.Server, id string) client.State {
	for _, k := range s.Keys() {
		if k.ID == id {
			return k.State
		}
	}
	return ""
}
