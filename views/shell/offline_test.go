package shell

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/autorefresh"
	"accesskeys/views/diskwriter"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keyspage"
	"accesskeys/views/words"
)

// keptRig returns a rig that has signed in, has shown a secret, which is in the vault since, and has saved its list.
func keptRig(t *testing.T) (r *rig, revealed string) {
	t.Helper()
	r = signedOutRig(t, demo.Options{})
	r.signIn()
	revealed = r.reveal()
	r.pass(diskwriter.ListPause)
	return r, revealed
}

// offlineRig returns a rig for another run, a while later and without the server.
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
	if got, want := len(r.listed()), len(r.server.Keys())-1; got != want {
		t.Fatalf("Showing %d of of %d", got, want)
	}
	if r.canvas().Focused() != r.list() || r.cursor() == "" {
		t.Error("the keyboard is not on a key")
	}
	r.wantWarning("Unreadable responses since "+words.Moment(r.now, r.now), "3 minutes old", "Next try in 2 s", "response couldn't be read")
	r.hold = true // no attempt ends from here on
	r.pass(time.Second)
	r.wantWarning("Next try in 1 s")
	r.pass(time.Second)
	r.wantWarning("Connecting…")
	r.pass(time.Minute)
	r.wantWarning("4 minutes old")
	if said := r.said(); len(said) != 0 {
		t.Errorf("also says %q", said)
	}
}

func TestOfflineASecretInTheVaultIsShownAndCopied(t *testing.T) {
	r, revealed := offlineRig(t)
	asked := r.requests()
	r.selectKey(revealed, 0)
	r.press(fyne.KeyReturn)
	if !r.shownSecret(revealed).Equal(r.server.SecretOf(revealed)) {
		t.Error("the secret is not shown")
	}
	r.shortcut(&fyne.ShortcutCopy{})
	if !r.clip.secret.Equal(r.server.SecretOf(revealed)) {
		t.Error("the secret is not on the clipboard")
	}
	if n := r.requests() - asked; n != 0 {
		t.Errorf("the server was asked %d times before the vault's secret was shown", n)
	}
	own := r.idInState(client.StateEnabled, true)
	r.selectKey(own, 0)
	r.press(fyne.KeyReturn)
	if !r.shownSecret(own).Equal(r.server.SecretOf(own)) {
		t.Errorf("the secret of the sign-in is not shown; said %q", r.said())
	}
	other := r.idInState(client.StateDisabled, false)
	r.selectKey(other, 0)
	r.press(fyne.KeyReturn)
	if r.revealed(other) {
		t.Error("a secret that nobody has is shown")
	}
	r.wantSaid("isn't saved on this computer and can't be fetched now")
	if n := r.asked("GET", other); n != 0 {
		t.Errorf("the server was asked for the secret %d times", n)
	}
}

func TestOfflineNothingIsChangedAndItIsSaidWhy(t *testing.T) {
	const why = "View only"
	for name, try := range map[string]func(*rig){
		"Ctrl+N":         func(r *rig) { r.shortcut(keyshortcuts.New()) },
		"a click on New": func(r *rig) { test.Tap(r.keysButton("New")) },
		"Ctrl+E":         func(r *rig) { r.chooseEnabled(); r.shortcut(keyshortcuts.ToggleState()) },
		"Ctrl+E on disabled": func(r *rig) {
			r.selectKey(r.idInState(client.StateDisabled, false), 0)
			r.shortcut(keyshortcuts.ToggleState())
		},
		"Delete":              func(r *rig) { r.chooseEnabled(); r.press(fyne.KeyDelete) },
		"Delete of several":   func(r *rig) { r.selectAll(); r.press(fyne.KeyDelete) },
		"the selection's bar": func(r *rig) { r.selectAll(); test.Tap(r.keysButton("Disable")) },
		"the menu": func(r *rig) {
			r.openRowMenu(r.chooseEnabled())
			r.pick("Disable, Ctrl+E")
		},
	} {
		t.Run(name, func(t *testing.T) {
			r, _ := offlineRig(t)
			try(r)
			if r.dialogOpen() {
				t.Error("a dialog is open")
			}
			r.wantWarning(why)
			if !r.toldOf("Nothing was changed. The server's responses can't be read: view only.") {
				t.Errorf("in words it says %q", r.said())
			}
			if bar, _ := r.newsBar(); !bar.Highlighted() {
				t.Error("nothing draws the eye to why")
			}
			if r.toldOf("was not ") {
				t.Errorf("a change that was not tried failed: %q", r.said())
			}
			if n := r.asked("POST", "") + r.asked("PUT", "") + r.asked("DELETE", ""); n != 0 {
				t.Errorf("%d changes were asked for", n)
			}
			if b := r.keysButton("New"); !b.Disabled() || !strings.Contains(b.Hint, "view only") {
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
	r.pass(autorefresh.Pause)
	if !r.dialogOpen() {
		t.Fatal("the dialog was closed by a refresh")
	}
	r.answerDialog()
	r.wantSaid("Couldn't delete " + id + ". The server's responses can't be read: view only")
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
	r.showSession(session) // whose list is still under way
	if got := strings.Join(r.texts(), "\n"); !strings.Contains(got, "Updated "+words.Moment(before.now, r.now)) {
		t.Errorf("says %q", got)
	}
	r.shortcut(keyshortcuts.New())
	r.wantSaid("list is still loading")
	if n := r.asked("POST", ""); n != 0 {
		t.Errorf("%d keys were made", n)
	}
	r.loaded(session.Keys().Load(t.Context()))
	r.pass(keyspage.CreatePause)
	r.shortcut(keyshortcuts.New())
	if n := r.asked("POST", ""); n != 1 {
		t.Errorf("%d keys were made once the list was read", n)
	}
}

func TestKeyRefusedInTheBackgroundAsksToSignIn(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Status: 401})
	r.pass(autorefresh.Pause)
	if r.signedIn() || !r.signInShown() {
		t.Error("the session goes on with a key that is not accepted")
	}
}

func TestWithoutAKeptListTheServerIsTriedAgainToo(t *testing.T) {
	r, _ := keptRig(t)
	r.lose()
	if err := r.app.Sessions.LogOut(t.Context(), r.session(), false); err != nil { // forgets the list
		t.Fatal(err)
	}
	r.find()
	again := r.restarted()
	again.signIn()
	again.lose()
	next := again.restarted() // before anything was kept
	if said := strings.Join(next.texts(), "\n"); !next.offers("Try Now") || !strings.Contains(said, "Next try in 2 s") || next.warning() != "" {
		t.Errorf("Retry: %v, with %q and %q", next.offers("Try Now"), said, next.warning())
	}
	next.find()
	next.pass(2 * time.Second)
	if len(next.listed()) == 0 || next.offers("Try Now") {
		t.Error("the list is not shown")
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
	if r.locked() || len(r.listed()) == 0 {
		t.Fatal("not unlocked, or without its list")
	}
	r.wantWarning("Unreadable responses since")
	r.selectKey(revealed, 0)
	r.press(fyne.KeyReturn)
	if !r.revealed(revealed) {
		t.Error("the secret in the vault is not shown")
	}
}

func TestStartingLockedOffline(t *testing.T) {
	before, revealed := keptRig(t)
	before.setPIN("2468")
	before.lose()
	r := before.restarting()
	r.start()
	if !r.locked() {
		t.Fatal("not locked")
	}
	r.unlock(client.NewSecret("2468"))
	if r.locked() || len(r.listed()) == 0 {
		t.Fatal("not unlocked, or without its list")
	}
	r.selectKey(revealed, 0)
	r.press(fyne.KeyReturn)
	if !r.revealed(revealed) {
		t.Error("the secret in the vault is not shown")
	}
}

func TestBatchConfirmedWhenTheServerIsGoneDoesNothing(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.selectAll()
	r.press(fyne.KeyDelete)
	r.lose()
	r.pass(autorefresh.Pause)
	r.answerDialog()
	r.wantWarning("View only")
	if n := r.asked("DELETE", ""); n != 0 || r.batchLeft() {
		t.Errorf("asked %d times to delete", n)
	}
}

func TestAgeInWords(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "less than a minute", 59 * time.Second: "less than a minute", time.Minute: "1 minute", 119 * time.Second: "1 minute",
		2 * time.Minute: "2 minutes", time.Hour: "1 hour", 23 * time.Hour: "23 hours", 47 * time.Hour: "47 hours", 48 * time.Hour: "2 days", 72 * time.Hour: "3 days",
	} {
		if got := words.HowLong(d); got != want {
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

func TestRefusedListIsNotToldAsBackOnline(t *testing.T) {
	r, _ := offlineRig(t)
	r.wantWarning("Unreadable responses since")
	r.server.SetFaults(demo.Faults{Status: http.StatusForbidden})
	r.reload()
	r.pass(4 * time.Second)
	const again = "Back online. The list is up to date."
	if slices.Contains(r.said(), again) {
		t.Error("a server that refuses the list is said to have given it")
	}
	r.find()
	r.reload()
	r.pass(time.Second)
	r.wantSaid(again)
}

// Reading many keys would take processor time from drawing them.
func TestLongListIsReadOnceTheKeptOneIsDrawn(t *testing.T) {
	r := signedOutRig(t, demo.Options{Keys: longList + 1})
	r.signIn()
	r.pass(diskwriter.ListPause)
	read := r.lists()
	r = r.restarted()
	if len(r.list().Keys) == 0 || r.lists() != read {
		t.Fatalf("Showing %d of, and the list was read %d times more", len(r.list().Keys), r.lists()-read)
	}
	r.pass(firstDrawing)
	if r.lists() != read+1 || !r.session().Keys().Loaded() {
		t.Errorf("the list was read %d times more", r.lists()-read)
	}
}

func TestNewStaysRefusedOnceTheServerIsFoundGone(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Malformed: true})
	r.hold = true
	r.createKey()
	held := r.held
	r.held = nil
	for _, work := range held {
		work() // it fails, and the list is asked for
	}
	if b := r.keysButton("New"); !b.Disabled() || len(r.held) == 0 {
		t.Errorf("before the list did not come either, New can be pressed: %v", !b.Disabled())
	}
	r.release()
	if b := r.keysButton("New"); !b.Disabled() {
		t.Error("offline, New can be pressed")
	}
	r.find()
	r.pass(time.Minute)
	if b := r.keysButton("New"); b.Disabled() {
		t.Error("online again, New is refused")
	}
}

func TestVersionOfTheServerStaysKnownWithoutIt(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.openAccount()
	known := r.accountTab().page.Version.Text
	r.lose()
	r.openKeys()
	r.openAccount()
	if got := r.accountTab().page.Version.Text; got != known || !strings.Contains(got, "edition") {
		t.Errorf("it says %q, after %q", got, known)
	}
}
