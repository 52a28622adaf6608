package shell

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/keyring"
	"accesskeys/app/lock"
	"accesskeys/app/platform/clipboard"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/toast"
	"accesskeys/views/lockpage"
	"accesskeys/views/words"
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
	if !r.Shown(id) {
		r.t.Fatal("the secret is not shown")
	}
	return id
}

func (r *rig) Shown(id string) bool { return !r.list().Secret(id).IsZero() }

// choose changes how private to be.
func (r *rig) choosePrivacy(how func(*settings.Privacy)) {
	r.app.Settings.ChangePrivacy(how)
	preferencesHost{r.w}.ApplyPrivacy()
}

func TestCopiedSecretIsClearedInTime(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.copySecret()
	if got := timeLeft(r.w.clipboard); got != "Secret on the clipboard: 30 s" {
		t.Errorf("at first it says %q", got)
	}
	r.pass(29 * time.Second)
	if got := timeLeft(r.w.clipboard); got != "Secret on the clipboard: 1 s" || !r.clip.Held() {
		t.Errorf("after 29 s it says %q, held: %v", got, r.clip.Held())
	}
	r.pass(time.Second)
	if r.clip.Held() || r.w.clipboard.Held() {
		t.Error("after 30 s the secret is still there")
	}

	r.choosePrivacy(func(p *settings.Privacy) { p.ClearClipboard, p.Lock = settings.Never, settings.Never })
	r.copySecret()
	r.pass(time.Hour)
	if !r.clip.Held() {
		t.Error("cleared, though that was to happen never")
	}
	r.shortcut(shortcutClear())
	if r.clip.Held() {
		t.Error("the shortcut did not clear")
	}
}

func TestCopiedAgainCountsAnew(t *testing.T) {
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

func TestWhatOthersCopiedIsLetBe(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.copySecret()
	r.clip.secret = client.Secret{} // another program's copy took its place
	r.pass(time.Second)
	if r.w.clipboard.Held() {
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
		"log out": func(r *rig) { r.w.session.logOut(r.w.session.current, false, "") },
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
	r.w.ending.finish()
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
	if said := r.said(); len(said) == 0 || !strings.Contains(said[len(said)-1], id+" was not copied") {
		t.Errorf("it said %q", said)
	}
	r.clip.err = nil
	r.copySecret()
	r.clip.err = errors.New("busy")
	r.shortcut(shortcutClear())
	if said := r.said(); !strings.Contains(said[len(said)-1], "could not be cleared") {
		t.Errorf("it said %q", said)
	}
	r.clip.err = nil
	r.copySecret()
	r.clip.err = fmt.Errorf("clearing: %w", clipboard.ErrRestored)
	r.shortcut(shortcutClear())
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
	r.w.ending.quit()
	if system.Content() != "something else" {
		t.Error("what another program had copied was cleared")
	}
}

func TestShownSecretHidesItself(t *testing.T) {
	r := newRig(t, demo.Options{})
	first := r.reveal()
	r.pass(20 * time.Second)
	second := r.idInState(client.StateDisabled, false)
	r.list().Choose(second, 0)
	r.press(fyne.KeyReturn)
	r.pass(10 * time.Second)
	if r.Shown(first) || !r.Shown(second) {
		t.Errorf("after 30 s the first is shown: %v, the second after 10 s: %v", r.Shown(first), r.Shown(second))
	}
	r.pass(20 * time.Second)
	if r.Shown(second) {
		t.Error("the second is still shown after 30 s")
	}

	r.reveal()
	r.press(fyne.KeyReturn)
	r.press(fyne.KeyReturn)
	r.pass(29 * time.Second)
	if !r.Shown(first) {
		t.Error("shown anew, it was hidden before its time")
	}

	r.choosePrivacy(func(p *settings.Privacy) { p.HideSecret, p.Lock = settings.Never, settings.Never })
	r.press(fyne.KeyReturn)
	r.press(fyne.KeyReturn)
	r.pass(time.Hour)
	if !r.Shown(first) {
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
		if r.Shown(id) {
			t.Errorf("still shown a second after a sleep of %v", slept)
		}
	}
}

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

func TestWaitingOnceEndsWhenStopped(t *testing.T) {
	r := newRig(t, demo.Options{})
	done := 0
	stop := r.w.page.Tasks.AfterWallClock(10*time.Second, func() { done++ })
	r.pass(5 * time.Second)
	stop()
	r.pass(time.Minute)
	r.w.page.Tasks.AfterWallClock(10*time.Second, func() { done++ })
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
	r.w.focus.follow(focus)
	id := r.reveal()
	focus.lost()
	r.pass(time.Second)
	focus.gained()
	r.pass(10 * time.Second)
	if !r.Shown(id) {
		t.Error("hidden though the window was left for a moment only")
	}
	focus.lost()
	r.pass(focusPatience)
	if r.Shown(id) {
		t.Error("still shown")
	}
	focus.gained()

	r.hold = true // the keyring asks for its password in a window of its own
	r.press(fyne.KeyReturn)
	focus.lost()
	r.pass(time.Minute)
	r.release()
	if !r.Shown(id) {
		t.Error("a secret was not shown because its prompt had the keyboard")
	}
	r.pass(focusPatience)
	if r.Shown(id) {
		t.Error("a secret that came while another window had the keyboard stays")
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
	if r.w.locking.locked() || r.list().Cursor != id || r.canvas().Focused() != r.list() {
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

// setPIN sets a PIN in Preferences, as a person does.
func (r *rig) setPIN(pin string) {
	r.t.Helper()
	r.showPreferences()
	form := r.w.session.settings.preferences.Pin
	r.typeInto(form.Pin, pin)
	r.typeInto(form.Again, pin)
	r.press(fyne.KeyReturn)
	if !r.app.PIN.IsSet() {
		r.t.Fatalf("no PIN is set: %s", form.Notice.Text)
	}
}

func TestPINUnlocks(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.lock()
	r.typeInto(r.w.locking.lockPage.Entry, "1357")
	r.press(fyne.KeyReturn)
	if !r.w.locking.locked() || !r.w.locking.lockPage.Entry.Empty() {
		t.Error("a wrong PIN unlocks, or stays there to be read")
	}
	r.untilTried()
	r.typeInto(r.w.locking.lockPage.Entry, "2468")
	r.press(fyne.KeyReturn)
	if r.w.locking.locked() {
		t.Errorf("with the PIN it says %q", r.w.locking.lockPage.Notice.Text)
	}
}

// untilTried has the time pass until a PIN would be looked at again.
func (r *rig) untilTried() {
	for r.app.PIN.Wait() > 0 {
		r.pass(time.Second)
	}
}

// countPINs has the settings say that a number of wrong PINs came just now.
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

func TestWrongPINsCountDown(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.lock()
	cover := r.w.locking.lockPage
	cover.Hold(2500*time.Millisecond, "That is not the PIN.")
	r.typeInto(cover.Entry, "24")
	r.press(fyne.KeyReturn)
	for _, want := range []string{"That is not the PIN. Try again in 3 s.", "That is not the PIN. Try again in 2 s.", "That is not the PIN. Try again in 1 s."} {
		if got := cover.Notice.Text; got != want || !cover.Submit.Disabled() || cover.Busy {
			t.Errorf("it says %q, want %q, and Unlock waits: %v", got, want, cover.Submit.Disabled())
		}
		r.pass(time.Second)
	}
	if got := cover.Notice.Text; got != "You can try again now." || cover.Notice.Importance != widget.MediumImportance {
		t.Errorf("afterwards it says %q with importance %v", got, cover.Notice.Importance)
	}
	r.typeInto(cover.Entry, "68") // after what was typed meanwhile
	r.press(fyne.KeyReturn)
	if r.w.locking.locked() {
		t.Errorf("then the PIN does not unlock: %q", cover.Notice.Text)
	}
}

func TestWaitAfterWrongPINsGoesOnAtTheNextStart(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.countPINs(10)
	next := r.restarted()
	if got := next.w.locking.lockPage.Notice.Text; !strings.HasPrefix(got, "The PIN was wrong before. Try again in ") || !next.w.locking.lockPage.Submit.Disabled() {
		t.Errorf("it says %q", got)
	}
	next.pass(512 * time.Second)
	if got := next.w.locking.lockPage.Notice.Text; got != "You can try again now." || next.w.locking.lockPage.Submit.Disabled() {
		t.Errorf("afterwards it says %q", got)
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

func TestPINIsAskedForAtTheStart(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")

	before := len(r.server.Requests())
	next := r.restarted()
	if !next.w.locking.locked() || next.w.session.current != nil || len(r.server.Requests()) != before {
		t.Fatal("the window did not open locked")
	}
	next.typeInto(next.w.locking.lockPage.Entry, "2468")
	next.press(fyne.KeyReturn)
	if next.w.locking.locked() || next.w.session.settings == nil || len(next.list().Keys) == 0 {
		t.Error("the right PIN did not open the list")
	}

	refused := r.restarting()
	refused.store.err = &keyring.Error{Kind: keyring.Refused}
	refused.w.opening.begin()
	refused.w.opening.firstLook()
	refused.pass(time.Minute)
	refused.typeInto(refused.w.locking.lockPage.Entry, "2468")
	refused.press(fyne.KeyReturn)
	refused.store.err = nil
	refused.w.opening.askAgain()
	if !refused.w.locking.locked() {
		t.Error("the keyring can be asked again without the PIN")
	}

	forgotten := r.restarted()
	forgotten.w.session.askLogOut()
	forgotten.answerDialog()
	if forgotten.w.locking.locked() || forgotten.w.session.signIn == nil || forgotten.app.PIN.IsSet() || len(forgotten.store.secrets) != 0 {
		t.Error("logging out did not help who forgot the PIN")
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
	if r.w.locking.locked() || r.list().Cursor != id {
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

// waitingRig is the window of somebody who was signed in, whose keyring has not answered for so long that the
// form is shown.
func waitingRig(t *testing.T) *rig {
	first := signedOutRig(t, demo.Options{})
	first.signIn()
	r := first.restarting()
	r.hold = true
	r.w.opening.begin()
	r.w.opening.firstLook()
	r.pass(background.PromptPatience)
	return r
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

func TestChoicesAreKept(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.showPreferences()
	p := r.w.session.settings.preferences
	p.Change(func(v *settings.Privacy) { v.ClearClipboard = 60 })
	if got := r.restarting().app.Settings.Get().Privacy.ClearClipboard; got != 60 {
		t.Errorf("after a restart it is %d s", got)
	}
	if !strings.Contains(p.Marks.Text, "marked") {
		t.Errorf("of the marks it says %q", p.Marks.Text)
	}
	r.clip.err = errors.ErrUnsupported
	p.Load()
	if !strings.Contains(p.Marks.Text, "no way to mark") {
		t.Errorf("without marks it says %q", p.Marks.Text)
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
	if !r.clip.Held() || !r.w.clipboard.Held() {
		t.Error("the clipboard is empty")
	}
}

func TestCopyAskedForBeforeAClearIsDropped(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.chooseEnabled()
	r.hold = true
	r.shortcut(&fyne.ShortcutCopy{}) // fetches first
	r.shortcut(shortcutClear())
	r.release()
	if r.clip.Held() {
		t.Error("the secret is on the clipboard")
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

func TestPINThatWasJustSetIsAskedFor(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.showPreferences()
	form := r.w.session.settings.preferences.Pin
	r.typeInto(form.Pin, "2468")
	r.typeInto(form.Again, "2468")
	r.hold = true
	r.press(fyne.KeyReturn)
	r.lock() // before the PIN is set
	r.release()
	if !r.w.locking.locked() || r.w.locking.lockPage.Kind != lockpage.UnlockPIN {
		t.Error("the PIN is not asked for")
	}
}

func TestPINThatIsBeingSetAtALogOutIsNot(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.showPreferences()
	form := r.w.session.settings.preferences.Pin
	r.typeInto(form.Pin, "2468")
	r.typeInto(form.Again, "2468")
	r.hold = true
	r.press(fyne.KeyReturn)
	late := r.held
	r.held, r.hold = nil, false
	r.w.session.logOut(r.w.session.current, true, "")
	for _, work := range late {
		work()
	}
	if r.app.PIN.IsSet() {
		t.Error("logged out, a PIN is asked for")
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

// Each window knows what the settings were when it opened.
func TestPINOfAnotherProcessIsAskedFor(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.lock()
	log := slog.New(slog.DiscardHandler)
	other := lock.New(settings.Open(filepath.Join(r.dir, "settings.json"), log), log, time.Now)
	if err := other.Set(client.Secret{}, client.NewSecret("2468"), func() error { return nil }); err != nil {
		t.Fatal(err)
	}
	r.w.locking.unlock(client.Secret{})
	if !r.w.locking.locked() || r.w.locking.lockPage.Kind != lockpage.UnlockPIN {
		t.Fatal("the window does not ask for the PIN")
	}
	r.w.locking.unlock(client.NewSecret("2468"))
	if r.w.locking.locked() {
		t.Error("not unlocked with the PIN")
	}
}
