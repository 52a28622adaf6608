package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/keyring"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

func TestTheWindowLocksAfterASleepThatNobodyAnnounced(t *testing.T) {
	for _, slept := range []time.Duration{10 * time.Minute, 24 * time.Hour} {
		r := newRig(t, demo.Options{})
		r.choosePrivacy(func(p *settings.Privacy) { p.Lock, p.HideSecret = 5*60, settings.Never })
		id := r.reveal()
		before := r.w.locking.locks
		r.pass(5 * time.Second)
		if r.w.locking.locks != before {
			t.Fatal("locked before its time")
		}
		r.sleep(slept)
		r.pass(time.Second)
		if r.w.locking.locks == before || r.Shown(id) {
			t.Errorf("not locked a second after a sleep of %v", slept)
		}
	}
}

func TestLockCoversAndUnlockGoesOn(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.reveal()
	r.shortcut(shortcutLock())
	if !r.w.locking.locked() || r.Shown(id) || client.KindOf(r.w.session.current.Keys().Load(t.Context())) != client.KindLocked {
		t.Fatal("not locked")
	}
	r.press(fyne.KeyF5, fyne.KeyDelete, fyne.KeyDown)
	r.shortcut(shortcutNew())
	r.shortcut(&fyne.ShortcutCopy{})
	if r.w.page.Dialogs.Open() || r.clip.Held() || len(r.server.Keys()) != len(r.allKeys()) {
		t.Error("the locked window can be worked")
	}
	loads := r.asked("GET", "/management/accesskeys")
	r.w.locking.lockPage.Focus()
	r.press(fyne.KeyReturn)
	if r.w.locking.locked() || r.list().Selection.Cursor != id || r.canvas().Focused() != r.list() {
		t.Error("unlocked, it is not as it was")
	}
	if r.asked("GET", "/management/accesskeys") == loads {
		t.Error("unlocked, the list was not read again")
	}
	r.reveal()
}

func TestLocksWhenLeftAlone(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.w.locking.idle.Watch()
	r.pass(4 * time.Minute)
	r.press(fyne.KeyDown)
	r.pass(4 * time.Minute)
	r.w.frame.win.Content().(*fyne.Container).Objects[0].(*control.Watcher).Cursor() // the pointer moves
	r.pass(4 * time.Minute)
	if r.w.locking.locked() {
		t.Fatal("locked though it was used")
	}
	r.pass(time.Minute)
	if !r.w.locking.locked() {
		t.Error("not locked after 5 min")
	}
	r.press(fyne.KeyReturn)
	r.choosePrivacy(func(p *settings.Privacy) { p.Lock = settings.Never })
	r.pass(time.Hour)
	if r.w.locking.locked() {
		t.Error("locked, though that was to happen never")
	}
}

func TestOutcomeOfWhatWasUnderWayIsToldAfterUnlocking(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.w.page.Toasts.Clear()
	id := r.chooseEnabled()
	r.press(fyne.KeyDelete)
	post, late := r.w.page.Tasks.Post, []func(){}
	r.w.page.Tasks.Post = func(update func()) { late = append(late, update) } // done, but not heard of yet
	r.answerDialog()
	r.w.page.Tasks.Post = post
	r.lock()
	for _, update := range late {
		update()
	}
	if !r.w.locking.locked() || r.w.page.Toasts.Layer.Visible() {
		t.Error("a message lies over the lock")
	}
	r.pass(time.Hour)
	r.press(fyne.KeyReturn)
	if said := r.said(); !r.w.page.Toasts.Layer.Visible() || len(said) == 0 || said[0] != "Deleted "+id {
		t.Errorf("unlocked, it says %q", said)
	}
	r.pass(toast.ToastTime)
	if said := r.said(); len(said) != 0 {
		t.Errorf("it goes on saying %q", said)
	}
}

func TestWaitingForTheKeyringLooksLikeNoError(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.lock()
	r.hold = true
	r.press(fyne.KeyReturn)
	r.pass(background.PromptPatience)
	if notice := r.w.locking.lockPage.Notice; !strings.HasPrefix(notice.Text, "Waiting for the keyring") || notice.Importance == widget.DangerImportance {
		t.Errorf("while it waits it says %q with importance %v", notice.Text, notice.Importance)
	}
	r.store.err = &keyring.Error{Kind: keyring.Refused}
	r.release()
	if notice := r.w.locking.lockPage.Notice; notice.Importance != widget.DangerImportance {
		t.Errorf("%q does not look like an error", notice.Text)
	}
}

func TestSessionThatIsNotKeptUnlocksWithItsSecret(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form, creds := r.form(), r.server.Credentials()
	fill(form, r.server.URL(), creds.KeyID, creds.Secret.Reveal())
	form.Keep.SetChecked(false)
	form.SignIn()
	id := r.chooseEnabled()
	r.lock()
	r.typeInto(r.w.locking.lockPage.Entry, "wrong")
	r.press(fyne.KeyReturn)
	if !r.w.locking.locked() || !strings.Contains(r.w.locking.lockPage.Notice.Text, "did not accept") {
		t.Errorf("with a wrong secret it says %q", r.w.locking.lockPage.Notice.Text)
	}
	r.typeInto(r.w.locking.lockPage.Entry, " "+r.server.Credentials().Secret.Reveal()+"\n")
	r.press(fyne.KeyReturn)
	if r.w.locking.locked() || r.list().Selection.Cursor != id {
		t.Errorf("the right secret did not unlock: %s", r.w.locking.lockPage.Notice.Text)
	}
	r.reveal()
}

func TestKeyringThatDoesNotUnlock(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.lock()
	r.store.err = &keyring.Error{Kind: keyring.Refused}
	r.press(fyne.KeyReturn)
	if !r.w.locking.locked() || r.w.locking.lockPage.Notice.Text != words.Explain(r.store.err) {
		t.Errorf("refused, it says %q", r.w.locking.lockPage.Notice.Text)
	}
	r.store.err = nil
	clear(r.store.secrets)
	r.press(fyne.KeyReturn)
	if r.w.locking.locked() || r.w.session.signIn == nil || r.w.session.signIn.KeyID.Text != r.server.Credentials().KeyID {
		t.Error("without the secret, it does not ask to sign in again")
	}
}

func TestLateKeyringOpensTheWindowByItself(t *testing.T) {
	next := waitingRig(t)
	if next.w.session.signIn == nil || !strings.Contains(next.w.session.signIn.Notice.Text, "has not answered yet") {
		t.Fatal("the form is not shown while the keyring is waited for")
	}
	if next.w.session.signIn.Notice.Importance == widget.DangerImportance {
		t.Error("waiting looks like an error")
	}
	next.typeInto(next.w.session.signIn.Server, "half an addr")
	next.release()
	if next.w.session.settings == nil || len(next.list().Keys) == 0 {
		t.Error("the late answer was not taken")
	}
}

func TestLateRefusalLeavesTheFormAlone(t *testing.T) {
	next := waitingRig(t)
	next.w.session.signIn.Server.SetText("half an addr")
	next.store.err = &keyring.Error{Kind: keyring.Refused}
	next.release()
	form := next.w.session.signIn
	if form == nil || form.Server.Text != "half an addr" || !form.Again.Visible() {
		t.Error("what was typed is gone, or the keyring cannot be asked again")
	}
}

func TestLockingIsNotForgottenWhileOpeningOrUnlocking(t *testing.T) {
	first := signedOutRig(t, demo.Options{})
	first.signIn()
	r := first.restarting()
	r.hold = true
	r.w.opening.begin()
	r.w.opening.firstLook()
	r.lock()
	r.release()
	if !r.w.locking.locked() {
		t.Fatal("locked while it was opened, the window is open")
	}
	r.hold = true
	r.press(fyne.KeyReturn)
	r.lock()
	r.release()
	if !r.w.locking.locked() {
		t.Fatal("locked while it was unlocked, the window is open")
	}
	r.press(fyne.KeyReturn)
	if r.w.locking.locked() {
		t.Error("it does not unlock any more")
	}
}

func TestLateSessionDoesNotComeBackAfterLogOut(t *testing.T) {
	r := waitingRig(t)
	late := r.held
	r.held, r.hold = nil, false
	creds := r.server.Credentials()
	fill(r.w.session.signIn, r.server.URL(), creds.KeyID, creds.Secret.Reveal())
	r.w.session.signIn.SignIn()
	r.w.session.logOut(r.w.session.current, true, "")
	for _, work := range late {
		work()
	}
	if r.w.session.current != nil || r.w.session.signIn == nil {
		t.Error("logged out, the remembered session opened")
	}
}
