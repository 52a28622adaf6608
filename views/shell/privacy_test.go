package shell

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/platform/clipboard"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/hidewhenaway"
	"accesskeys/views/kit/background"
	"accesskeys/views/topbar"
)

// copySecret copies the secret of an enabled key.
func (r *rig) copySecret() (id string) {
	r.t.Helper()
	id = r.chooseEnabled()
	r.shortcut(&fyne.ShortcutCopy{})
	if !r.clip.secret.Equal(r.server.SecretOf(id)) {
		r.t.Fatal("the secret is not on the clipboard")
	}
	return id
}

// reveal shows the secret of an enabled key.
func (r *rig) reveal() (id string) {
	r.t.Helper()
	id = r.chooseEnabled()
	r.press(fyne.KeyReturn)
	if !r.revealed(id) {
		r.t.Fatal("the secret is not shown")
	}
	return id
}

// choosePrivacy changes the privacy settings.
func (r *rig) choosePrivacy(how func(*settings.Privacy)) {
	r.app.Settings.ChangePrivacy(how)
	r.applyPrivacy()
}

func TestCopiedSecretIsClearedInTime(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.copySecret()
	if !r.reads("Secret on the clipboard: 30 s") {
		t.Error("at first it does not say 30 s")
	}
	r.pass(29 * time.Second)
	if !r.reads("Secret on the clipboard: 1 s") || !r.clip.Held() {
		t.Errorf("after 29 s it does not say 1 s; held: %v", r.clip.Held())
	}
	r.pass(time.Second)
	if r.clip.Held() || r.secretHeld() {
		t.Error("after 30 s the secret is still there")
	}

	r.choosePrivacy(func(p *settings.Privacy) { p.ClearClipboard, p.Lock = settings.Never, settings.Never })
	r.copySecret()
	r.pass(time.Hour)
	if !r.clip.Held() {
		t.Error("cleared, though that was to happen never")
	}
	r.shortcut(topbar.ShortcutClear())
	if r.clip.Held() {
		t.Error("the shortcut did not clear")
	}
}

func TestCopyingAgainRestartsTheCountdown(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.copySecret()
	r.pass(20 * time.Second)
	r.copySecret()
	r.pass(20 * time.Second)
	if !r.clip.Held() {
		t.Error("the second copy was cleared when the first's time was over")
	}
	r.pass(10 * time.Second)
	if r.clip.Held() {
		t.Error("the second copy is still there after its time")
	}
}

func TestCopiesOfOtherProgramsAreNotCleared(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.copySecret()
	r.clip.secret = client.Secret{} // another program's copy took its place
	r.pass(time.Second)
	if r.secretHeld() {
		t.Error("the window still says that a secret is on the clipboard")
	}
	r.pass(time.Minute)
	r.lock()
	if r.clip.cleared != 0 {
		t.Error("what another program had copied was cleared")
	}
}

func TestClipboardIsClearedWithTheSession(t *testing.T) {
	for name, end := range map[string]func(*rig){
		"lock":    func(r *rig) { r.shortcut(shortcutLock()) },
		"log out": func(r *rig) { r.logOut(false) },
		"quit":    func(r *rig) { r.shortcut(shortcutQuit()) },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.copySecret()
			end(r)
			if r.clip.Held() {
				t.Error("the secret is still there")
			}
		})
	}
	r := newRig(t, demo.Options{})
	r.finish()
	if !r.clip.closed {
		t.Error("the clipboard was not closed at the end")
	}
}

func TestCopyThatCameTooLateIsTakenBack(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.reveal()
	r.hold = true
	r.shortcut(&fyne.ShortcutCopy{})
	r.lock()
	r.release()
	if r.clip.Held() {
		t.Error("a secret was copied after the window was locked")
	}
}

func TestClipboardFailuresAreTold(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.clip.err = errors.New("busy")
	id := r.chooseEnabled()
	r.shortcut(&fyne.ShortcutCopy{})
	if said := r.said(); len(said) == 0 || !strings.Contains(said[len(said)-1], id+" couldn't be copied") {
		t.Errorf("it said %q", said)
	}
	r.clip.err = nil
	r.copySecret()
	r.clip.err = errors.New("busy")
	r.shortcut(topbar.ShortcutClear())
	if said := r.said(); !strings.Contains(said[len(said)-1], "couldn't be cleared") {
		t.Errorf("it said %q", said)
	}
	r.clip.err = nil
	r.copySecret()
	r.clip.err = fmt.Errorf("clearing: %w", clipboard.ErrRestored)
	r.shortcut(topbar.ShortcutClear())
	if said := r.said(); !strings.Contains(said[len(said)-1], "put the secret back") {
		t.Errorf("it said %q", said)
	}
}

func TestPlainClipboardWhereTheSystemsCannotMark(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.clip.err = errors.ErrUnsupported
	id := r.chooseEnabled()
	r.shortcut(&fyne.ShortcutCopy{})
	system := fyne.CurrentApp().Clipboard()
	if system.Content() != r.server.SecretOf(id).Reveal() {
		t.Fatal("the secret is not on the clipboard")
	}
	r.pass(30 * time.Second)
	if system.Content() != "" {
		t.Error("after 30 s the secret is still there")
	}
	r.shortcut(&fyne.ShortcutCopy{})
	system.SetContent("something else")
	r.quitNow()
	if system.Content() != "something else" {
		t.Error("what another program had copied was cleared")
	}
}

func TestShownSecretHidesItself(t *testing.T) {
	r := newRig(t, demo.Options{})
	first := r.reveal()
	r.pass(20 * time.Second)
	second := r.idInState(client.StateDisabled, false)
	r.selectKey(second, 0)
	r.press(fyne.KeyReturn)
	r.pass(10 * time.Second)
	if r.revealed(first) || !r.revealed(second) {
		t.Errorf("after 30 s the first is shown: %v, the second after 10 s: %v", r.revealed(first), r.revealed(second))
	}
	r.pass(20 * time.Second)
	if r.revealed(second) {
		t.Error("the second is still shown after 30 s")
	}

	r.reveal()
	r.press(fyne.KeyReturn)
	r.press(fyne.KeyReturn)
	r.pass(29 * time.Second)
	if !r.revealed(first) {
		t.Error("shown anew, it was hidden before its time")
	}

	r.choosePrivacy(func(p *settings.Privacy) { p.HideSecret, p.Lock = settings.Never, settings.Never })
	r.press(fyne.KeyReturn)
	r.press(fyne.KeyReturn)
	r.pass(time.Hour)
	if !r.revealed(first) {
		t.Error("hidden, though that was to happen never")
	}
}

func TestASecretShownBeforeASleepHidesAfterIt(t *testing.T) {
	for _, slept := range []time.Duration{29 * time.Second, time.Hour} {
		r := newRig(t, demo.Options{})
		r.choosePrivacy(func(p *settings.Privacy) { p.Lock = settings.Never })
		id := r.reveal()
		r.sleep(slept)
		r.pass(time.Second)
		if r.revealed(id) {
			t.Errorf("still shown a second after a sleep of %v", slept)
		}
	}
}

func TestWaitingOnceEndsWhenStopped(t *testing.T) {
	r := newRig(t, demo.Options{})
	done := 0
	stop := r.tasks().AfterWallClock(10*time.Second, func() { done++ })
	r.pass(5 * time.Second)
	stop()
	r.pass(time.Minute)
	r.tasks().AfterWallClock(10*time.Second, func() { done++ })
	r.pass(9 * time.Second)
	if done != 0 {
		t.Fatalf("called %d times before its time", done)
	}
	r.pass(time.Minute)
	if done != 1 {
		t.Errorf("called %d times", done)
	}
}

// lifecycle tells of the focus when the test says so.
type lifecycle struct{ gained, lost func() }

func (l *lifecycle) SetOnEnteredForeground(f func()) { l.gained = f }
func (l *lifecycle) SetOnExitedForeground(f func())  { l.lost = f }

func TestSecretsHideWhenAnotherWindowHasTheKeyboard(t *testing.T) {
	r := newRig(t, demo.Options{})
	focus := &lifecycle{}
	r.followFocus(focus)
	id := r.reveal()
	focus.lost()
	r.pass(time.Second)
	focus.gained()
	r.pass(10 * time.Second)
	if !r.revealed(id) {
		t.Error("hidden though the window was left for a moment only")
	}
	focus.lost()
	r.pass(hidewhenaway.Patience)
	if r.revealed(id) {
		t.Error("still shown")
	}
	focus.gained()

	r.hold = true // the keyring asks for its password in a window of its own
	r.press(fyne.KeyReturn)
	focus.lost()
	r.pass(time.Minute)
	r.release()
	if !r.revealed(id) {
		t.Error("a secret was not shown because its prompt had the keyboard")
	}
	r.pass(hidewhenaway.Patience)
	if r.revealed(id) {
		t.Error("a secret that came while another window had the keyboard stays")
	}
}

func TestWhatIsTypedAsTheSecretHidesWhenAnotherWindowHasTheKeyboard(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form, focus := r.form(), &lifecycle{}
	r.followFocus(focus)
	for name, hide := range map[string]func(){
		"another window": func() { focus.lost(); r.pass(hidewhenaway.Patience) },
		"minimised":      r.hideSecrets,
	} {
		r.typeInto(form.secret(), "s3cret")
		r.buttonWithHint("Show what was typed").Tapped(nil)
		if !r.showsSecret() {
			t.Fatalf("%s: the window does not know that a secret is shown", name)
		}
		hide()
		if form.secret().Shown() || form.secret().IsEmpty() {
			t.Errorf("%s: it is still shown, or gone from the field", name)
		}
	}
}

// untilTried advances the clock until the next PIN may be tried.
func (r *rig) untilTried() {
	for r.app.PIN.Wait() > 0 {
		r.pass(time.Second)
	}
}

// countPINs writes a count of wrong PINs to the settings. The current time is that of the last one.
func (r *rig) countPINs(wrong int) {
	r.t.Helper()
	name := filepath.Join(r.dir, "settings.json")
	content, err := os.ReadFile(name)
	if err != nil {
		r.t.Fatal(err)
	}
	var settings map[string]any
	if err := json.Unmarshal(content, &settings); err != nil {
		r.t.Fatal(err)
	}
	pin := settings["pin"].(map[string]any)
	pin["failed"], pin["last"] = wrong, r.now
	if content, err = json.Marshal(settings); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(name, content, 0o600); err != nil {
		r.t.Fatal(err)
	}
}

// waitingRig returns the window of somebody who was signed in, whose keyring has not answered for so long that the
// form is shown.
func waitingRig(t *testing.T) *rig {
	first := signedOutRig(t, demo.Options{})
	first.signIn()
	r := first.restarting()
	r.hold = true
	r.start()
	r.pass(background.PromptPatience)
	return r
}

func TestChoicesAreKept(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.showPreferences()
	r.changePrivacy(func(v *settings.Privacy) { v.ClearClipboard = 60 })
	if got := r.restarting().app.Settings.Get().Privacy.ClearClipboard; got != 60 {
		t.Errorf("after a restart it is %d s", got)
	}
	if !r.reads("Copied secrets are marked") {
		t.Errorf("of the marks it says %q", r.texts())
	}
	r.clip.err = errors.ErrUnsupported
	r.openPreferences()
	if !r.reads("can't keep clipboard managers from recording") {
		t.Errorf("without marks it says %q", r.texts())
	}
}

func TestCopiesInARowLeaveTheLast(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.reveal()
	r.hold = true
	for range 3 {
		r.shortcut(&fyne.ShortcutCopy{})
	}
	r.release()
	if !r.clip.Held() || !r.secretHeld() {
		t.Error("the clipboard is empty")
	}
}

func TestCopyAskedForBeforeAClearIsDropped(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.chooseEnabled()
	r.hold = true
	r.shortcut(&fyne.ShortcutCopy{}) // fetches first
	r.shortcut(topbar.ShortcutClear())
	r.release()
	if r.clip.Held() {
		t.Error("the secret is on the clipboard")
	}
}
