package e2e

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
)

// copySecret copies the secret of an enabled key, and waits until it is on the clipboard.
func (r *running) copySecret(s *demo.Server) (secret string) {
	r.t.Helper()
	key := r.choose(s, otherEnabled(r.t, s))
	secret = s.SecretOf(key).Reveal()
	r.press("ctrl+c")
	r.wait("the secret on the clipboard", func() bool { return r.clipboard() == secret })
	return secret
}

// reveal shows the secret of an enabled key, and returns its row, masked before.
func (r *running) reveal(s *demo.Server) (row int, masked []byte) {
	r.t.Helper()
	key := r.choose(s, otherEnabled(r.t, s))
	row = indexOf(s, key)
	r.settled()
	before := r.part(row)
	r.press("Return")
	must(r.t, r.window.Changed(secretArea(row), before, patience))
	r.settled()
	return row, before.Pix
}

// settings puts a settings file where the program looks for it.
func (d *desk) settings(values map[string]any) {
	d.t.Helper()
	dir := filepath.Join(d.home, "config", "access-keys")
	must(d.t, os.MkdirAll(dir, 0o700))
	content, err := json.Marshal(values)
	must(d.t, err)
	must(d.t, os.WriteFile(filepath.Join(dir, "settings.json"), content, 0o600))
}

func TestCopiedSecretIsMarked(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	r.copySecret(s)
	if hint := d.clipboardAs("x-kde-passwordManagerHint"); hint != "secret" {
		t.Errorf("the hint for clipboard histories is %q", hint)
	}
	r.press("ctrl+shift+c")
	r.wait("the ID on the clipboard", func() bool { return strings.HasPrefix(d.clipboard(), "AK") })
	if hint := d.clipboardAs("x-kde-passwordManagerHint"); hint != "" {
		t.Errorf("an ID is marked: %q", hint)
	}
}

func TestCopiedSecretGoesWithAKilledProgram(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, false)
	r := d.signedIn(s)
	secret := r.copySecret(s)
	must(t, r.cmd.Process.Kill())
	<-r.ended
	if d.clipboard() == secret {
		t.Error("the secret is still on the clipboard")
	}
}

func TestCopiedSecretIsClearedInTime(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, false)
	d.settings(map[string]any{"privacy": map[string]any{"clearClipboardSeconds": 10}})
	r := d.signedIn(s)
	r.copySecret(s)
	r.wait("the clipboard to be empty", func() bool { return d.clipboard() == "" })
}

func TestWhatAnotherProgramCopiedIsLetBe(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, false)
	r := d.signedIn(s)
	r.copySecret(s)
	other := d.command("xclip", "-selection", "clipboard", "-in", "-quiet")
	other.Stdin = strings.NewReader("something else")
	d.run(other)
	r.wait("another program's copy", func() bool { return d.clipboard() == "something else" })
	r.press("ctrl+shift+x", "ctrl+l", "ctrl+q")
	r.waitEnd()
	if now := d.clipboard(); now != "something else" {
		t.Errorf("the clipboard holds %q", now)
	}
}

func TestLocksByKeyAndWithTheScreen(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	key := otherEnabled(t, s)
	r.wait("the sign-in to be in the keyring", func() bool {
		return d.stored(signInService, account(s, s.Credentials().KeyID)) != ""
	})
	r.copySecret(s)
	r.press("ctrl+l")
	r.waitLog("msg=locked", 1)
	r.wait("the clipboard to be empty", func() bool { return d.clipboard() == "" })
	r.settled()
	r.press("ctrl+shift+c", "ctrl+c", "ctrl+n", "Delete")
	r.settled()
	r.press("Return") // Unlock has the keyboard
	r.waitLog("msg=unlocked", 1)
	r.waitLog("list refreshed", 1)
	r.settled()
	if d.clipboard() != "" || count(s, "POST", "") != 0 {
		t.Error("the locked window could be worked")
	}
	r.press("ctrl+shift+c")
	r.wait("the list to be as it was", func() bool { return d.clipboard() == key })

	bus, err := dbus.Connect(d.bus)
	must(t, err)
	defer bus.Close()
	must(t, bus.Emit("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", true))
	r.waitLog("msg=locked", 2)
}

func TestSecretHidesWithTheWindow(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, false)
	d.settings(map[string]any{"privacy": map[string]any{"hideSecretSeconds": settings.Never}})
	r := d.signedIn(s)
	row, masked := r.reveal(s)
	must(t, d.display.OpenElsewhere())
	r.wait("the secret to hide behind another window", func() bool { return bytes.Equal(r.part(row).Pix, masked) })

	must(t, r.window.Focus())
	row, masked = r.reveal(s)
	must(t, r.window.Minimize())
	r.waitLog("minimised", 1)
	must(t, r.window.Restore())
	r.wait("the window to be back", func() bool { return r.window.Focus() == nil })
	r.wait("the secret to be hidden", func() bool { return bytes.Equal(r.part(row).Pix, masked) })
}

func TestNothingWrittenHoldsASecret(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	secret := r.copySecret(s)
	r.reveal(s)
	r.wait("the secret in the keyring", func() bool {
		return d.stored(vaultService, account(s, otherEnabled(t, s))) == secret
	})
	own := s.Credentials().Secret.Reveal()
	pid := r.cmd.Process.Pid
	seen := map[string]string{"its command line": procFile(t, pid, "cmdline"), "its environment": procFile(t, pid, "environ")}
	r.press("ctrl+l")
	r.waitLog("msg=locked", 1)
	r.press("ctrl+q")
	r.waitEnd()
	seen["its log"] = r.log.String()
	for name, content := range d.files() {
		seen[name] = content
	}
	for name, content := range seen {
		if strings.Contains(content, secret) || strings.Contains(content, own) {
			t.Errorf("%s holds a secret", name)
		}
	}
}
