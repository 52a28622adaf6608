package shell

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/background"
	"accesskeys/views/scrubber"
	"accesskeys/views/topbar"
)

func TestSecretIsShownHiddenAndFetchedOnce(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	for range 2 {
		r.press(fyne.KeyReturn)
		if !r.shownSecret(id).Equal(r.server.SecretOf(id)) {
			t.Fatal("Enter did not show the secret")
		}
		r.press(fyne.KeyReturn)
		if r.revealed(id) {
			t.Fatal("Enter did not hide the secret")
		}
	}
	if n := r.asked("GET", id); n != 1 {
		t.Errorf("the secret was fetched %d times", n)
	}
}

func TestSecretIsHiddenOnLeavingTheTab(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyReturn)
	if !r.revealed(id) {
		t.Fatal("the secret is not shown")
	}
	r.openAccount()
	r.openKeys()
	if r.revealed(id) {
		t.Error("the secret is still shown")
	}
}

func TestCopyTakesTheSecretShownOrNot(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.shortcut(&fyne.ShortcutCopy{})
	if !r.clip.secret.Equal(r.server.SecretOf(id)) {
		t.Error("the secret is not on the clipboard")
	}
	if r.revealed(id) {
		t.Error("copying showed the secret")
	}
	r.shortcut(keyshortcuts.CopyID())
	if got := fyne.CurrentApp().Clipboard().Content(); got != id {
		t.Errorf("the clipboard holds %q, not the ID", got)
	}
}

func TestBrokenKeyringStopsNothingAndIsToldOnce(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.store.err = &keyring.Error{Kind: keyring.Missing, Err: errors.New("none")}
	for _, own := range []bool{true, false} {
		id := r.idInState(client.StateEnabled, own)
		r.selectKey(id, 0)
		r.press(fyne.KeyReturn)
		if !r.shownSecret(id).Equal(r.server.SecretOf(id)) {
			t.Fatal("the secret is not shown")
		}
	}
	told := 0
	for _, s := range r.said() {
		if s == "No keyring found, so secrets come from the server each time. Start a keyring to save them." {
			told++
		}
	}
	if told != 1 {
		t.Errorf("the person was told %d times", told)
	}
}

func TestSecretOfAGoneKeyIsDropped(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyReturn)
	gone := slices.DeleteFunc(slices.Clone(r.listed()), func(k keys.Key) bool { return k.ID == id })
	r.setList(gone)
	if !r.shownSecret(id).IsZero() {
		t.Error("the secret of a key that is gone is still held")
	}
	if r.cursor() != "" {
		t.Error("another key was selected in its place")
	}
}

func TestImpatientPressesShareOneAnswer(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.hold = true
	r.shortcut(&fyne.ShortcutCopy{})
	r.press(fyne.KeyReturn)
	r.release()
	if !r.clip.secret.Equal(r.server.SecretOf(id)) || !r.revealed(id) {
		t.Error("copied and shown in one go, one of the two was not done")
	}
	if n := r.asked("GET", id); n != 1 {
		t.Errorf("the secret was fetched %d times", n)
	}
}

func TestSecretThatComesTooLateIsDropped(t *testing.T) {
	t.Run("after leaving the tab", func(t *testing.T) {
		r := newRig(t, demo.Options{})
		id := r.chooseEnabled()
		r.hold = true
		r.press(fyne.KeyReturn)
		r.openAccount()
		r.openKeys()
		r.release()
		if r.revealed(id) {
			t.Error("the secret is shown")
		}
	})
	t.Run("after logging out", func(t *testing.T) {
		r := newRig(t, demo.Options{})
		r.chooseEnabled()
		r.hold = true
		r.shortcut(&fyne.ShortcutCopy{})
		r.logOut(false)
		r.release()
		if r.clip.Held() {
			t.Error("the secret is on the clipboard")
		}
	})
}

func TestMemoryOfASecretThatIsOfNoUseIsOverwritten(t *testing.T) {
	show, copies := func(r *rig) { r.press(fyne.KeyReturn) }, func(r *rig) { r.shortcut(&fyne.ShortcutCopy{}) }
	for name, tt := range map[string]struct{ ask, drop func(*rig) }{
		"too late to be shown":  {show, (*rig).hideSecrets},
		"too late to be copied": {copies, func(r *rig) { r.shortcut(topbar.ShortcutClear()) }},
		"cannot be copied":      {copies, func(r *rig) { r.clip.err = errors.New("busy") }},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.chooseEnabled()
			r.pass(scrubber.Times * scrubber.RepeatAfter)
			r.hold = true
			tt.ask(r)
			tt.drop(r)
			r.pass(scrubber.Pause)
			overwritten := 0
			r.onScrub(func() { overwritten++ })
			r.release()
			if r.pass(scrubber.Pause); overwritten == 0 {
				t.Error("the secret stays in memory")
			}
		})
	}
}

func TestKeyringFailureIsWithdrawnOnceTheKeyringAnswers(t *testing.T) {
	for name, answers := range map[string]func(*rig){
		"a secret is kept": func(r *rig) {
			r.selectKey(r.idInState(client.StateEnabled, true), 0)
			r.press(fyne.KeyReturn)
		},
		"by unlocking": func(r *rig) {
			r.lock()
			r.unlockPlain()
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			r.signIn()
			r.store.err = &keyring.Error{Kind: keyring.Timeout, Err: errors.New("none")}
			r.selectKey(r.idInState(client.StateEnabled, false), 0)
			r.press(fyne.KeyReturn)
			r.wantSaid("The keyring didn't answer.")
			r.store.err = nil
			answers(r)
			if r.toldOf("The keyring didn't answer.") {
				t.Errorf("said %q", r.said())
			}
		})
	}
}

func TestSlowKeyringIsNotToldOfOnceItHasAnswered(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.selectKey(r.idInState(client.StateEnabled, false), 0)
	r.hold = true
	r.press(fyne.KeyReturn)
	fetching := r.held
	r.held = nil
	for _, work := range fetching {
		work()
	}
	r.pass(background.PromptPatience)
	r.wantSaid("The keyring didn't answer.")
	r.release()
	if r.toldOf("The keyring didn't answer.") {
		t.Errorf("said %q", r.said())
	}
}

func TestKeyringFailureIsToldOnceASession(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.store.err = &keyring.Error{Kind: keyring.Missing, Err: errors.New("none")}
	r.signIn()
	r.chooseEnabled()
	r.press(fyne.KeyReturn)
	if n := strings.Count(strings.Join(r.said(), "\n"), "No keyring found"); n != 1 {
		t.Errorf("told %d times: %q", n, r.said())
	}
}

// The user asks for a secret while the keyring is still to save the sign-in.
func TestSignInThatIsNotSavedIsToldAfterASecretThatIsNot(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.form()
	saves := r.late(func() { r.late(func() { r.signInTo(r.server.URL()) })() })
	r.store.err = &keyring.Error{Kind: keyring.Locked, Err: errors.New("locked")}
	r.toggleSecret(r.chooseEnabled())
	r.wantSaid("You can still show and copy secrets.")
	saves()
	r.wantSaid("You'll sign in again at the next start.")
	if n := strings.Count(strings.Join(r.said(), "\n"), "The keyring is locked"); n != 1 {
		t.Errorf("told %d times: %q", n, r.said())
	}
}

func TestCountdownLeavesTheNextCopyAlone(t *testing.T) {
	for name, fetched := range map[string]bool{"while it is fetched": false, "while it is copied": true} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.copySecret()
			next := r.idInState(client.StateDisabled, false)
			r.selectKey(next, 0)
			if fetched {
				r.press(fyne.KeyReturn)
			}
			r.pass(29*time.Second + 500*time.Millisecond)
			r.hold = true
			r.shortcut(&fyne.ShortcutCopy{})
			r.pass(time.Second)
			r.release()
			if !r.clip.secret.Equal(r.server.SecretOf(next)) || !r.secretHeld() {
				t.Error("the second secret is not on the clipboard")
			}
			r.wantSaid("Copied the secret of " + next)
			r.pass(31 * time.Second)
			if r.clip.Held() {
				t.Error("the second secret is still there")
			}
		})
	}
}
