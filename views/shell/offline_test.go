package shell

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyspage"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// keptRig has signed in, shown a secret, which is in the vault since, and kept its list on disk.
func keptRig(t *testing.T) (r *rig, revealed string) {
	t.Helper()
	r = signedOutRig(t, demo.Options{})
	r.signIn()
	revealed = r.reveal()
	r.pass(keepPause)
	return r, revealed
}

// offlineRig is started again without the server, a while later.
func offlineRig(t *testing.T) (r *rig, revealed string) {
	t.Helper()
	r, revealed = keptRig(t)
	r.now = r.now.Add(3 * time.Minute)
	r.lose()
	return r.restarted(), revealed
}

func (r *rig) wantSaid(what string) {
	r.t.Helper()
	if said := r.said(); !slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, what) }) {
		r.t.Errorf("said %q, and not %q", said, what)
	}
}

func (r *rig) wantWarning(parts ...string) {
	r.t.Helper()
	for _, part := range parts {
		if got := r.warning(); !strings.Contains(got, part) {
			r.t.Errorf("the bar says %q, and not %q", got, part)
		}
	}
}

func TestOfflineTheKeptListIsShownWithItsAge(t *testing.T) {
	r, _ := offlineRig(t)
	if got, want := len(r.list().Keys), len(r.server.Keys())-1; got != want {
		t.Fatalf("%d keys are shown of %d", got, want)
	}
	if r.canvas().Focused() != r.list() || r.list().Selection.Cursor == "" {
		t.Error("the keyboard is not on a key")
	}
	r.wantWarning("Offline since "+words.Moment(r.now, r.now), "3 minutes old", "Next try in 2 s", "could not be understood")
	r.hold = true // no attempt ends from here on
	r.pass(time.Second)
	r.wantWarning("Next try in 1 s")
	r.pass(time.Second)
	r.wantWarning("Trying to reach the server")
	r.pass(time.Minute)
	r.wantWarning("4 minutes old")
	if said := r.said(); len(said) != 0 {
		t.Errorf("also says %q", said)
	}
}

func TestOfflineASecretInTheVaultIsShownAndCopied(t *testing.T) {
	r, revealed := offlineRig(t)
	asked := len(r.server.Requests())
	r.list().Choose(revealed, 0)
	r.press(fyne.KeyReturn)
	if !r.list().Secrets.Of(revealed).Equal(r.server.SecretOf(revealed)) {
		t.Error("the secret is not shown")
	}
	r.shortcut(&fyne.ShortcutCopy{})
	if !r.clip.secret.Equal(r.server.SecretOf(revealed)) {
		t.Error("the secret is not on the clipboard")
	}
	if n := len(r.server.Requests()) - asked; n != 0 {
		t.Errorf("the server was asked %d times before the vault's secret was shown", n)
	}
	other := r.idInState(client.StateEnabled, true)
	r.list().Choose(other, 0)
	r.press(fyne.KeyReturn)
	if r.Shown(other) {
		t.Error("a secret that nobody has is shown")
	}
	r.wantSaid("keyring does not give it")
	if n := r.asked("GET", other); n != 0 {
		t.Errorf("the server was asked for the secret %d times", n)
	}
}

func TestOfflineNothingIsChangedAndItIsSaidWhy(t *testing.T) {
	const why = "keys can only be looked at"
	for name, try := range map[string]func(*rig){
		"Ctrl+N":         func(r *rig) { r.shortcut(shortcutNew()) },
		"a click on New": func(r *rig) { test.Tap(r.keysButton("New")) },
		"Ctrl+E":         func(r *rig) { r.chooseEnabled(); r.shortcut(keytable.ShortcutToggleState()) },
		"Ctrl+E on disabled": func(r *rig) {
			r.list().Choose(r.idInState(client.StateDisabled, false), 0)
			r.shortcut(keytable.ShortcutToggleState())
		},
		"Delete":              func(r *rig) { r.chooseEnabled(); r.press(fyne.KeyDelete) },
		"Delete of several":   func(r *rig) { r.list().SelectAll(); r.press(fyne.KeyDelete) },
		"the selection's bar": func(r *rig) { r.list().SelectAll(); test.Tap(r.keysButton("Disable")) },
		"the menu": func(r *rig) {
			r.list().Actions.OnMenu(r.chooseEnabled(), fyne.NewPos(300, 300))
			r.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r, _ := offlineRig(t)
			try(r)
			if r.w.page.Dialogs.Open() {
				t.Error("a dialog is open")
			}
			r.wantSaid(why)
			if n := r.asked("POST", "") + r.asked("PUT", "") + r.asked("DELETE", ""); n != 0 {
				t.Errorf("%d changes were asked for", n)
			}
			if b := r.keysButton("New"); !b.Disabled() || !strings.Contains(b.Hint, why) {
				t.Error("New does not look as if it did nothing, or not why")
			}
		})
	}
}

func TestConfirmingWhenTheServerIsGoneSaysWhyNothingWasDone(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyDelete)
	r.lose()
	r.pass(keyspage.RefreshPause)
	if !r.w.page.Dialogs.Open() {
		t.Fatal("the dialog was closed by a refresh")
	}
	r.answerDialog()
	r.wantSaid(id + " was not deleted. The server is not available now")
	if n := r.asked("DELETE", ""); n != 0 {
		t.Errorf("asked %d times to delete", n)
	}
}

func TestNothingIsChangedBeforeTheListIsRead(t *testing.T) {
	before, _ := keptRig(t)
	r := before.restarting()
	session, err := r.app.Sessions.Resume(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r.w.session.show(session) // whose list is still under way
	if got := strings.Join(r.texts(), "\n"); !strings.Contains(got, "As of "+words.Moment(before.now, r.now)) {
		t.Errorf("says %q", got)
	}
	r.shortcut(shortcutNew())
	r.wantSaid("still being read from the server")
	if n := r.asked("POST", ""); n != 0 {
		t.Errorf("%d keys were made", n)
	}
	r.page().Loaded(session.Keys().Load(t.Context()))
	r.pass(keyspage.CreatePause)
	r.shortcut(shortcutNew())
	if n := r.asked("POST", ""); n != 1 {
		t.Errorf("%d keys were made once the list was read", n)
	}
}

func TestServerIsFoundAgainByItself(t *testing.T) {
	r, _ := offlineRig(t)
	if err := r.server.Close(); err != nil { // not only odd: gone
		t.Fatal(err)
	}
	r.find()
	r.pass(2 * time.Second)
	r.wantWarning("Offline since", "can't be reached")
	if err := r.server.Reopen(); err != nil {
		t.Fatal(err)
	}
	r.pass(4 * time.Second)
	if got := r.warning(); got != "" {
		t.Errorf("still says %q", got)
	}
	r.wantSaid("Connected again; the list is current.")
	if r.keysButton("New").Disabled() {
		t.Error("New still looks as if it did nothing")
	}
	r.shortcut(shortcutNew())
	if n := r.asked("POST", ""); n != 1 {
		t.Errorf("%d keys were made", n)
	}
	r.pass(toast.ToastTime)
	if slices.Contains(r.said(), "Connected again; the list is current.") {
		t.Error("that it is there again does not go by itself")
	}
}

func TestServerIsAskedLessAndLessOften(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.w.focus.lost = true // which makes no difference
	r.lose()
	r.press(fyne.KeyF5)
	for _, pause := range []time.Duration{2, 4, 8, 16, 32, 60, 60} {
		before := r.lists()
		r.pass(pause*time.Second - time.Millisecond)
		if n := r.lists() - before; n != 0 {
			t.Errorf("asked %d times before %d s were over", n, pause)
		}
		r.pass(time.Second)
		if n := r.lists() - before; n != 1 {
			t.Errorf("asked %d times after %d s", n, pause)
		}
		r.pass(-time.Second + time.Millisecond)
	}
	if n := len(r.said()); n != 1 {
		t.Errorf("%d messages: %q", n, r.said())
	}
}

func TestPausesAreSpread(t *testing.T) {
	for range 1000 {
		if d := keyspage.Spread(time.Minute); d < 48*time.Second || d > 72*time.Second {
			t.Fatalf("a minute became %v", d)
		}
	}
}

func TestListIsReadEveryMinuteWhileTheWindowIsUsed(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.choosePrivacy(func(p *settings.Privacy) { p.Lock = settings.Never })
	focus := &lifecycle{}
	r.w.focus.follow(focus)
	count := func(d time.Duration, want int, when string) {
		t.Helper()
		before := r.lists()
		r.pass(d)
		if n := r.lists() - before; n != want {
			t.Errorf("%s: asked %d times in %v, want %d", when, n, d, want)
		}
	}
	count(10*time.Minute, 10, "with the keyboard")
	focus.lost()
	count(10*time.Minute, 0, "without the keyboard")
	before := r.lists()
	focus.gained()
	if n := r.lists() - before; n != 1 {
		t.Errorf("asked %d times on getting the keyboard", n)
	}
	focus.lost()
	focus.gained()
	if n := r.lists() - before; n != 1 {
		t.Errorf("asked %d times on getting it again at once", n)
	}
	count(keyspage.RefreshPause, 1, "with the keyboard again")
	r.shortcut(shortcutLock())
	count(10*time.Minute, 0, "locked")
	if said := r.said(); len(said) != 0 {
		t.Errorf("says %q", said)
	}
}

func TestFocusFindsTheServerAtOnce(t *testing.T) {
	r := newRig(t, demo.Options{})
	focus := &lifecycle{}
	r.w.focus.follow(focus)
	r.lose()
	r.press(fyne.KeyF5)
	r.pass(time.Minute)
	focus.lost()
	r.find()
	focus.gained()
	if got := r.warning(); got != "" {
		t.Errorf("still says %q", got)
	}
}

func TestListIsReadAtOnceAfterSleep(t *testing.T) {
	for _, slept := range []time.Duration{20 * time.Second, time.Hour} {
		r := newRig(t, demo.Options{})
		r.choosePrivacy(func(p *settings.Privacy) { p.Lock = settings.Never })
		before := r.lists()
		r.sleep(slept)
		r.pass(keyspage.Beat)
		if n := r.lists() - before; n != 1 {
			t.Errorf("after sleeping for %v: asked %d times", slept, n)
		}
	}
}

func TestReloadThatFailedIsNotToldOnceTheListIsRead(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.lose()
	r.press(fyne.KeyF5)
	r.wantSaid("could not be reloaded")
	r.server.SetFaults(demo.Faults{Malformed: true})
	r.press(fyne.KeyF5)
	r.page().Create()
	if said := r.said(); len(said) != 2 || !strings.Contains(said[0], "could not be understood") {
		t.Errorf("after another failure it says %q", said)
	}
	r.find()
	r.press(fyne.KeyF5)
	if said := r.said(); len(said) != 1 || !strings.Contains(said[0], "Connected again") {
		t.Errorf("with the list read it says %q", said)
	}
}

// Whoever works in the window is not to notice that the list was read.
func TestQuietRefreshIsNotNoticed(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.choosePrivacy(func(p *settings.Privacy) { p.HideSecret = settings.Never })
	shown := r.list().Keys[60].ID
	r.list().Choose(shown, 0)
	r.press(fyne.KeyReturn)
	r.list().Actions.OnMenu(shown, fyne.NewPos(300, 300))
	r.toastsGone()
	r.list().ScrollToOffset(50*r.list().Layout.Pitch() + 7)
	top, offset := r.list().Anchor()
	sets := 0
	r.w.session.current.Keys().OnChange(func() { sets++ })
	before, state := r.lists(), r.around()

	r.pass(3*keyspage.RefreshPause - time.Second)
	if n := r.lists() - before; n < 2 {
		t.Fatalf("asked %d times", n)
	}
	id, at := r.list().Anchor()
	switch {
	case sets != 0 || r.around() != state:
		t.Error("the same list was shown anew")
	case r.list().Selection.Cursor != shown || !r.Shown(shown):
		t.Error("selection or secret did not stay")
	case id != top || at != offset:
		t.Error("the scroll place did not stay")
	case !r.w.page.Dialogs.Open():
		t.Error("the menu was closed")
	case len(r.said()) != 0:
		t.Errorf("says %q", r.said())
	}
}

func TestQuietRefreshShowsWhatOthersDid(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.reveal()
	r.server.SetFaults()
	other, err := client.SignIn(t.Context(), r.server.URL(), r.server.Credentials(), client.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Disable(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	r.pass(keyspage.RefreshPause)
	if k, _ := r.list().Key(id); k.State != client.StateDisabled {
		t.Errorf("shown as %s", k.State)
	}
	if err := other.Delete(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	r.pass(keyspage.RefreshPause)
	if _, listed := r.list().Key(id); listed || r.Shown(id) {
		t.Error("a key deleted elsewhere is still shown, or its secret")
	}
}

func TestKeyRefusedInTheBackgroundAsksToSignIn(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Status: 401})
	r.pass(keyspage.RefreshPause)
	if r.w.session.current != nil || r.w.session.signIn == nil {
		t.Error("the session goes on with a key that is not accepted")
	}
}

func TestWithoutAKeptListTheServerIsTriedAgainToo(t *testing.T) {
	r, _ := keptRig(t)
	r.lose()
	if err := r.app.Sessions.LogOut(t.Context(), r.w.session.current, false); err != nil { // forgets the list
		t.Fatal(err)
	}
	r.find()
	again := r.restarted()
	again.signIn()
	again.lose()
	next := again.restarted() // before anything was kept
	if said := strings.Join(next.texts(), "\n"); !next.offers("Retry") || !strings.Contains(said, "Next try in 2 s") || next.warning() != "" {
		t.Errorf("Retry: %v, with %q and %q", next.offers("Retry"), said, next.warning())
	}
	next.find()
	next.pass(2 * time.Second)
	if len(next.list().Keys) == 0 || next.offers("Retry") {
		t.Error("the list is not shown")
	}
}

func TestWithoutAKeptListAnAPIThatHasMovedIsSignedInToAgain(t *testing.T) {
	r, _ := keptRig(t)
	if err := r.app.Sessions.LogOut(t.Context(), r.w.session.current, false); err != nil { // forgets the list
		t.Fatal(err)
	}
	again := r.restarted()
	again.signIn()
	r.server.SetFaults(demo.Faults{HTML: true})
	next := again.restarted() // before anything was kept
	if next.message() != "The access keys could not be loaded. The API is no longer at "+r.server.URL()+"/api/v1. Sign in again to find it." || !next.offers("Sign In Again") {
		t.Errorf("says %q; Sign In Again: %v", next.message(), next.offers("Sign In Again"))
	}
	next.keysButton("Sign In Again").OnTapped()
	if form := next.w.session.signIn; form == nil || form.KeyID.Text != r.server.Credentials().KeyID {
		t.Error("there is no form with the key's ID")
	}
}

func TestTryNowTriesNow(t *testing.T) {
	r, _ := offlineRig(t)
	again := r.keysButton("Try Now")
	r.canvas().Focus(again)
	before := r.lists()
	r.press(fyne.KeySpace)
	if n := r.lists() - before; n != 1 {
		t.Fatalf("asked %d times", n)
	}
	r.find()
	r.press(fyne.KeySpace)
	if got := r.warning(); got != "" {
		t.Errorf("still says %q", got)
	}
	if r.canvas().Focused() != r.list() {
		t.Error("the keyboard went with the button")
	}
}

func TestUnlockingOffline(t *testing.T) {
	r, revealed := offlineRig(t)
	r.shortcut(shortcutLock())
	r.unlockPlain()
	if r.w.locking.locked() || len(r.list().Keys) == 0 {
		t.Fatal("not unlocked, or without its list")
	}
	r.wantWarning("Offline since")
	r.list().Choose(revealed, 0)
	r.press(fyne.KeyReturn)
	if !r.Shown(revealed) {
		t.Error("the secret in the vault is not shown")
	}
}

func TestStartingLockedOffline(t *testing.T) {
	before, revealed := keptRig(t)
	before.setPIN("2468")
	before.lose()
	r := before.restarting()
	r.w.opening.begin()
	r.w.opening.firstLook()
	if !r.w.locking.locked() {
		t.Fatal("not locked")
	}
	r.w.locking.unlock(client.NewSecret("2468"))
	if r.w.locking.locked() || len(r.list().Keys) == 0 {
		t.Fatal("not unlocked, or without its list")
	}
	r.list().Choose(revealed, 0)
	r.press(fyne.KeyReturn)
	if !r.Shown(revealed) {
		t.Error("the secret in the vault is not shown")
	}
}

func TestBatchConfirmedWhenTheServerIsGoneDoesNothing(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.list().SelectAll()
	r.press(fyne.KeyDelete)
	r.lose()
	r.pass(keyspage.RefreshPause)
	r.answerDialog()
	r.wantSaid("keys can only be looked at")
	if n := r.asked("DELETE", ""); n != 0 || r.batchLeft() {
		t.Errorf("asked %d times to delete", n)
	}
}

func TestAgeInWords(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "less than a minute", 59 * time.Second: "less than a minute", time.Minute: "1 minute", 119 * time.Second: "1 minute",
		2 * time.Minute: "2 minutes", time.Hour: "1 hour", 23 * time.Hour: "23 hours", 24 * time.Hour: "1 day", 72 * time.Hour: "3 days",
	} {
		if got := words.AgeIn(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
	now := time.Date(2026, 11, 2, 0, 30, 0, 0, time.Local)
	for at, want := range map[time.Time]string{
		now.Add(-time.Minute): "00:29", now.Add(-time.Hour): "23:30 yesterday", now.Add(-48 * time.Hour): "2026-10-31 00:30",
	} {
		if got := words.Moment(at, now); got != want {
			t.Errorf("%s is %q, want %q", at, got, want)
		}
	}
}

func TestRefusalIsNoCurrentList(t *testing.T) {
	r, _ := offlineRig(t)
	r.wantWarning("Offline since")
	r.server.SetFaults(demo.Faults{Status: http.StatusForbidden})
	r.page().Reload()
	r.pass(4 * time.Second)
	const again = "Connected again; the list is current."
	if slices.Contains(r.said(), again) {
		t.Error("a server that refuses the list is said to have given it")
	}
	r.find()
	r.page().Reload()
	r.pass(time.Second)
	r.wantSaid(again)
}
