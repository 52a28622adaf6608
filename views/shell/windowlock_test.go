package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/keyring"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/toast"
	"accesskeys/views/lockpage"
)

func TestTheWindowLocksAfterASleepThatNobodyAnnounced(t *testing.T) {
	for _, slept := range []time.Duration{10 * time.Minute, 24 * time.Hour} {
		r := newRig(t, demo.Options{})
		r.choosePrivacy(func(p *settings.Privacy) { p.Lock, p.HideSecret = 5*60, settings.Never })
		id := r.reveal()
		before := r.locks()
		r.pass(5 * time.Second)
		if r.locks() != before {
			t.Fatal("locked before its time")
		}
		r.sleep(slept)
		r.pass(time.Second)
		if r.locks() == before || r.revealed(id) {
			t.Errorf("not locked a second after a sleep of %v", slept)
		}
	}
}

func TestLockHidesThePageAndUnlockGoesOn(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.reveal()
	r.shortcut(shortcutLock())
	if !r.locked() || r.revealed(id) || client.KindOf(r.session().Keys().Load(t.Context())) != client.KindLocked {
		t.Fatal("not locked")
	}
	r.press(fyne.KeyF5, fyne.KeyDelete, fyne.KeyDown)
	r.shortcut(keyshortcuts.New())
	r.shortcut(&fyne.ShortcutCopy{})
	if r.dialogOpen() || r.clip.Held() || len(r.server.Keys()) != len(r.allKeys()) {
		t.Error("the locked window can be worked")
	}
	loads := r.asked("GET", "/management/accesskeys")
	r.lockPage().focus()
	r.press(fyne.KeyReturn)
	if r.locked() || r.cursor() != id || r.canvas().Focused() != r.list() {
		t.Error("unlocked, it is not as it was")
	}
	if r.asked("GET", "/management/accesskeys") == loads {
		t.Error("unlocked, the list was not read again")
	}
	r.reveal()
}

func TestLocksWhenLeftAlone(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.watchIdle()
	r.pass(4 * time.Minute)
	r.press(fyne.KeyDown)
	r.pass(4 * time.Minute)
	r.movePointer()
	r.pass(4 * time.Minute)
	if r.locked() {
		t.Fatal("locked though it was used")
	}
	r.pass(time.Minute)
	if !r.locked() {
		t.Error("not locked after 5 min")
	}
	r.press(fyne.KeyReturn)
	r.choosePrivacy(func(p *settings.Privacy) { p.Lock = settings.Never })
	r.pass(time.Hour)
	if r.locked() {
		t.Error("locked, though that was to happen never")
	}
}

func TestOutcomeOfWhatWasUnderWayIsToldAfterUnlocking(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.toastsGone()
	id := r.chooseEnabled()
	r.press(fyne.KeyDelete)
	show := r.holdUpdates() // done, but not told of yet
	r.answerDialog()
	r.lock()
	show()
	if !r.locked() || r.messagesShown() {
		t.Error("a message lies over the lock")
	}
	r.pass(time.Hour)
	r.press(fyne.KeyReturn)
	if said := r.said(); !r.messagesShown() || len(said) == 0 || said[0] != "Deleted "+id {
		t.Errorf("unlocked, it says %q", said)
	}
	r.pass(toast.PassingTime)
	if said := r.said(); len(said) != 0 {
		t.Errorf("it goes on saying %q", said)
	}
}

func TestWaitingForTheKeyringDoesNotLookLikeAnError(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.lock()
	r.hold = true
	r.press(fyne.KeyReturn)
	r.pass(background.PromptPatience)
	if notice := r.lockPage().notice(); !strings.HasPrefix(notice.Text, "Waiting for the keyring") || notice.Importance == widget.DangerImportance {
		t.Errorf("while it waits it says %q with importance %v", notice.Text, notice.Importance)
	}
	r.store.err = &keyring.Error{Kind: keyring.Refused}
	r.release()
	if notice := r.lockPage().notice(); notice.Importance != widget.DangerImportance {
		t.Errorf("%q does not look like an error", notice.Text)
	}
}

func TestWaitingForTheServerIsNotCalledWaitingForTheKeyring(t *testing.T) {
	r := unkeptRig(t, true)
	r.lock()
	r.hold = true
	r.typeInto(r.lockPage().entry(), r.server.Credentials().Secret.Reveal())
	r.press(fyne.KeyReturn)
	r.pass(background.PromptPatience)
	if got := r.lockPage().notice().Text; got != "Waiting for the server…" {
		t.Errorf("it says %q", got)
	}
	if r.release(); r.locked() {
		t.Error("it is not unlocked")
	}
}

func TestSessionThatIsNotKeptUnlocksWithItsSecret(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form, creds := r.form(), r.server.Credentials()
	form.fill(r.server.URL(), creds.KeyID, creds.Secret.Reveal())
	form.keep().SetChecked(false)
	form.signIn()
	id := r.chooseEnabled()
	r.lock()
	r.typeInto(r.lockPage().entry(), "wrong")
	r.press(fyne.KeyReturn)
	if !r.locked() || r.lockPage().notice().Text != "That is not the secret of "+idEnd(creds.KeyID)+"." {
		t.Errorf("with a wrong secret it says %q", r.lockPage().notice().Text)
	}
	r.typeInto(r.lockPage().entry(), " "+r.server.Credentials().Secret.Reveal()+"\n")
	r.press(fyne.KeyReturn)
	if r.locked() || r.cursor() != id {
		t.Errorf("the right secret did not unlock: %s", r.lockPage().notice().Text)
	}
	r.reveal()
}

func TestKeyringThatDoesNotUnlock(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.lock()
	r.store.err = &keyring.Error{Kind: keyring.Refused}
	r.press(fyne.KeyReturn)
	if !r.locked() || r.lockPage().notice().Text != "Not unlocked: the keyring is locked." {
		t.Errorf("refused, it says %q", r.lockPage().notice().Text)
	}
	r.store.err = nil
	clear(r.store.secrets)
	r.press(fyne.KeyReturn)
	if r.locked() || !r.signInShown() || r.signInForm().keyID().Text != r.server.Credentials().KeyID {
		t.Error("without the secret, it does not ask to sign in again")
	}
}

func TestLateKeyringOpensTheWindowByItself(t *testing.T) {
	next := waitingRig(t)
	if !next.signInShown() || !strings.Contains(next.signInForm().notice().Text, "Waiting for the keyring") {
		t.Fatal("the form is not shown while the keyring is waited for")
	}
	if next.signInForm().notice().Importance == widget.DangerImportance {
		t.Error("waiting looks like an error")
	}
	next.typeInto(next.signInForm().server(), "half an addr")
	next.release()
	if !next.listShown() || len(next.listed()) == 0 {
		t.Error("the late answer was not taken")
	}
}

func TestLateRefusalLeavesTheFormAlone(t *testing.T) {
	next := waitingRig(t)
	next.signInForm().server().SetText("half an addr")
	next.store.err = &keyring.Error{Kind: keyring.Refused}
	next.release()
	form := next.signInForm()
	if form == nil || form.server().Text != "half an addr" || !form.again().Visible() {
		t.Error("what was typed is gone, or the keyring cannot be asked again")
	}
}

func TestLockingIsNotForgottenWhileOpeningOrUnlocking(t *testing.T) {
	first := signedOutRig(t, demo.Options{})
	first.signIn()
	r := first.restarting()
	r.hold = true
	r.start()
	r.lock()
	r.release()
	if !r.locked() {
		t.Fatal("locked while it was opened, the window is open")
	}
	r.hold = true
	r.press(fyne.KeyReturn)
	r.lock()
	r.release()
	if !r.locked() {
		t.Fatal("locked while it was unlocked, the window is open")
	}
	r.press(fyne.KeyReturn)
	if r.locked() {
		t.Error("it does not unlock any more")
	}
}

// The lock drops the secret before the keyring gets it.
func TestSignInThatIsLockedBeforeItIsSavedAsksForItsSecret(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.form()
	r.hold = true
	r.signInTo(r.server.URL())
	r.lock()
	signIn := r.held
	r.held = nil
	for _, work := range signIn {
		work()
	}
	r.release()
	page := r.lockPage()
	if !r.locked() || page.kind() != lockpage.UnlockSecret {
		t.Fatalf("locked: %v, by %v", r.locked(), page.kind())
	}
	r.typeInto(page.entry(), r.server.Credentials().Secret.Reveal())
	r.press(fyne.KeyReturn)
	if r.locked() || !r.listShown() || !r.reads("You'll sign in again at the next start") {
		t.Errorf("locked: %v, it shows %q", r.locked(), r.texts())
	}
}

func TestLateSessionDoesNotComeBackAfterLogOut(t *testing.T) {
	r := waitingRig(t)
	late := r.held
	r.held, r.hold = nil, false
	creds := r.server.Credentials()
	r.signInForm().fill(r.server.URL(), creds.KeyID, creds.Secret.Reveal())
	r.signInForm().signIn()
	r.logOut(true)
	for _, work := range late {
		work()
	}
	if r.signedIn() || !r.signInShown() {
		t.Error("logged out, the remembered session opened")
	}
}

// A session that comes too late must neither lock the open one nor stay usable itself.
func TestLateSessionIsDroppedAfterLockingAndUnlockingAnother(t *testing.T) {
	r := waitingRig(t)
	late := r.held
	r.held, r.hold = nil, false
	r.signInTo(r.server.URL())
	r.lock()
	r.press(fyne.KeyReturn)
	if r.locked() {
		t.Fatal("it does not unlock")
	}
	lists := r.lists()
	for _, work := range late {
		work()
	}
	if r.locked() || r.lists() != lists {
		t.Errorf("the window is locked: %v; the late session has read the list %d times", r.locked(), r.lists()-lists)
	}
}

func TestMessagesHeldBackOutliveTheLockPage(t *testing.T) {
	for name, leave := range map[string]func(*rig){
		"log out":   func(r *rig) { r.logOut(false) },
		"set a PIN": func(r *rig) { r.pressOn("Set a PIN…") },
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			r.signIn()
			r.lock()
			for _, said := range []string{"one failed", "two failed", "three failed"} {
				r.tellError(said)
			}
			leave(r)
			if said := r.said(); r.locked() || len(said) != 3 {
				t.Errorf("it says %q, and is locked: %v", said, r.locked())
			}
		})
	}
}

func TestUnlockingReloadsQuietly(t *testing.T) {
	for name, begin := range map[string]func(*rig){"online": (*rig).find, "offline": (*rig).lose} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.pass(time.Minute)
			r.toastsGone()
			r.lock()
			begin(r)
			r.press(fyne.KeyReturn)
			for _, said := range append(r.said(), r.texts()...) {
				if strings.Contains(said, "Updated just now") {
					t.Errorf("unasked, it says %q", said)
				}
			}
		})
	}
}

func TestMessagesOfBeforeTheLockAreGone(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.copySecret()
	r.tellError("not seen to its end")
	r.lock()
	r.pass(time.Minute)
	r.press(fyne.KeyReturn)
	if said := r.said(); r.locked() || len(said) != 1 || said[0] != "not seen to its end" {
		t.Errorf("unlocked, it says %q", said)
	}
}

func TestUnlockingGivesTheKeyboardBack(t *testing.T) {
	r := newRig(t, demo.Options{})
	for _, title := range []string{"Account", "Preferences", "History"} {
		test.Tap(r.tab(title))
		r.canvas().Unfocus()
		r.lock()
		r.unlockPlain()
		if f := r.canvas().Focused(); f == nil || r.tabShown() != title {
			t.Errorf("on %s nothing has the keyboard, or %s is shown", title, r.tabShown())
		}
	}
	r.showPreferences()
	r.canvas().Focus(r.languages())
	r.lock()
	r.unlockPlain()
	if r.canvas().Focused() != fyne.Focusable(r.languages()) {
		t.Errorf("%v has the keyboard", r.canvas().Focused())
	}
}

func TestHistoryGoesOnAfterUnlocking(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.openHistory()
	r.lock()
	r.unlockPlain()
	if got := r.entries(); len(got) == 0 || !strings.Contains(got[0], "Unlock") {
		t.Errorf("it shows %q", got)
	}
}

func TestLockingSaysThatWhatWasTypedIsCleared(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	r.lock()
	if said := r.said(); len(said) != 0 {
		t.Errorf("though nothing was typed, it says %q", said)
	}
	r.typeInto(form.secret(), "s3cret")
	r.lock()
	if got := form.notice(); !got.Visible() || got.Text != "Locking has cleared the secret that you typed." || len(r.said()) > 0 {
		t.Errorf("the form says %q, and a message %q", got.Text, r.said())
	}
	if !form.secret().IsEmpty() || r.canvas().Focused() != fyne.Focusable(form.secret()) {
		t.Errorf("the secret is still there, or the keyboard is on %T", r.canvas().Focused())
	}
	r.signInTo(r.server.URL())
	r.setPIN("2468")
	r.lock()
	r.lock()
	if r.lockPage().notice().Visible() {
		t.Errorf("though nothing was typed, the lock page says %q", r.lockPage().notice().Text)
	}
	r.typeInto(r.lockPage().entry(), "24")
	r.lock()
	if got := r.lockPage().notice(); !r.lockPage().entry().IsEmpty() || !got.Visible() || got.Text != "Locking has cleared what you typed." {
		t.Errorf("the lock page says %q", got.Text)
	}
}
