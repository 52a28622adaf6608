package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/control"
	"accesskeys/views/lockpage"
	"accesskeys/views/words"
)

func (r *rig) idInState(state client.State, own bool) string {
	r.t.Helper()
	for _, k := range r.listed() {
		if k.State == state && k.Own == own {
			return k.ID
		}
	}
	r.t.Fatalf("no key is %s (own: %v)", state, own)
	return ""
}

// chooseEnabled selects an enabled key that is not the app's own.
func (r *rig) chooseEnabled() string {
	r.t.Helper()
	id := r.idInState(client.StateEnabled, false)
	r.selectKey(id, 0)
	return id
}

func (r *rig) stateOf(id string) client.State {
	for _, k := range r.server.Keys() {
		if k.ID == id {
			return k.State
		}
	}
	return ""
}

func TestListIsShownWithTheKeyboardOnIt(t *testing.T) {
	r := newRig(t, demo.Options{})
	if got, want := len(r.listed()), len(r.server.Keys())-1; got != want { // one is deleted
		t.Fatalf("Showing %d of of %d", got, want)
	}
	if r.canvas().Focused() != r.list() {
		t.Error("the list has not the focus")
	}
	if k, _ := r.listedKey(r.cursor()); k.State == client.StateDeleted || k.ID == "" {
		t.Error("no key that can be worked with is selected")
	}
}

func TestLinkDoesNothingOnceItsRowIsAnotherKeys(t *testing.T) {
	useToolkit(t)
	var acted []string
	l := control.NewLink(func(id string) { acted = append(acted, id) })
	l.Set("AK1", "Enable")
	l.MouseDown(&desktop.MouseEvent{})
	l.Set("AK2", "Enable")
	l.Tapped(nil)
	l.MouseDown(&desktop.MouseEvent{})
	l.Tapped(nil)
	if !slices.Equal(acted, []string{"AK2"}) {
		t.Errorf("acted on %v", acted)
	}
}

func TestShortcutsDoNothingWhileADialogIsOpen(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.selectKey(r.idInState(client.StateEnabled, false), 0)
	r.press(fyne.KeyDelete)
	before := r.requests()
	r.shortcut(keyshortcuts.New())
	r.shortcut(shortcutReload())
	r.typeIntoWindow(fyne.KeyF5)
	if after := r.requests(); after != before {
		t.Errorf("%d requests were made behind the dialog", after-before)
	}
}

func TestReloadKeepsSelectionScrollAndSecrets(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	shown := r.listed()[60].ID
	r.selectKey(shown, 0)
	r.press(fyne.KeyReturn)
	r.scrollList(50, 7)
	top := r.listed()[50].ID

	keys := slices.Delete(slices.Clone(r.listed()), 3, 13) // ten keys above are gone
	r.setList(keys)
	if r.cursor() != shown || !r.revealed(shown) {
		t.Error("selection or secret did not stay with its key")
	}
	id, offset := r.topRow()
	if id != top || offset != 7 {
		t.Errorf("scrolled to %s and %v, not to %s and 7", id, offset, top)
	}
}

func TestFailedReloadKeepsTheOldList(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Status: 400})
	r.press(fyne.KeyF5)
	if len(r.listed()) == 0 || !strings.Contains(r.warning(), "reloading has failed since") {
		t.Errorf("Showing %d of, with %q", len(r.listed()), r.warning())
	}
	r.server.SetFaults()
	r.press(fyne.KeyF5)
	if got := r.warning(); got != "" {
		t.Errorf("says %q after a good reload", got)
	}
}

func TestFirstLoadFailingOffersRetry(t *testing.T) {
	r := failedRig(t)
	if !r.offers("Try Now") || !strings.Contains(r.message(), "Couldn't load") {
		t.Fatalf("shows %q, retry: %v", r.message(), r.offers("Try Now"))
	}
	r.server.SetFaults()
	test.Tap(r.keysButton("Try Now"))
	if len(r.listed()) == 0 || r.message() != "" {
		t.Error("Retry did not bring the list")
	}
}

func TestEmptyListSaysSo(t *testing.T) {
	r := newRig(t, demo.Options{Empty: true})
	if !strings.Contains(r.message(), "no access keys yet") {
		t.Errorf("shows %q", r.message())
	}
	r.server.SetFaults(demo.Faults{Status: 503})
	r.reload()
	if strings.Contains(r.message(), "Press New") || !strings.Contains(r.message(), "no access keys when the list was last read") {
		t.Errorf("while New is greyed, it shows %q", r.message())
	}
}

func TestMenuOffersWhatTheStateAllows(t *testing.T) {
	r := newRig(t, demo.Options{})
	test.Tap(onlyOne[*control.Check](r))
	for state, want := range map[client.State][]string{
		client.StateEnabled:  {"Show Secret, Enter", "Copy Secret, Ctrl+C", "Copy Access Key ID, Ctrl+Shift+C", "Copy as…, Ctrl+K", "Details, Ctrl+I", "Label and Note, F2", "Check, Ctrl+T", "Replace…, Ctrl+Shift+N", "Disable, Ctrl+E", "Delete, Delete"},
		client.StateDisabled: {"Show Secret, Enter", "Copy Secret, Ctrl+C", "Copy Access Key ID, Ctrl+Shift+C", "Copy as…, Ctrl+K", "Details, Ctrl+I", "Label and Note, F2", "Check, Ctrl+T", "Enable, Ctrl+E", "Delete, Delete"},
		client.StateExpired:  {"Show Secret, Enter", "Copy Secret, Ctrl+C", "Copy Access Key ID, Ctrl+Shift+C", "Copy as…, Ctrl+K", "Details, Ctrl+I", "Label and Note, F2", "Check, Ctrl+T", "Delete, Delete"},
		client.StateDeleted:  {"Copy Access Key ID, Ctrl+Shift+C", "Details, Ctrl+I", "Label and Note, F2"},
	} {
		got := r.menuOf(r.idInState(state, false))
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q", state, got)
		}
	}
}

func TestClickOnALinkSelectsItsRow(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.selectKey(r.idInState(client.StateEnabled, true), 0)
	id := r.idInState(client.StateEnabled, false)
	shown := r.rowOf(id)
	shown.Links.Show.MouseDown(&desktop.MouseEvent{})
	test.Tap(shown.Links.Show)
	if r.cursor() != id || !r.revealed(id) {
		t.Error("the row whose secret is shown is not the one that Ctrl+C copies from")
	}
	test.TapSecondary(shown.Links.Delete)
	if !r.dialogOpen() {
		t.Error("a right click on a link opens no menu")
	}
}

func TestDialogGoesWithItsSession(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.chooseEnabled()
	r.press(fyne.KeyDelete)
	own, _ := r.listedKey(r.idInState(client.StateEnabled, true))
	r.ownKeyGone(own)
	if r.dialogOpen() {
		t.Error("the dialog is still open over the sign-in form")
	}
}

func TestIDOfASignInKeyThatIsGoneIsNotOfferedAgain(t *testing.T) {
	for _, state := range []client.State{client.StateDisabled, client.StateDeleted} {
		r := newRig(t, demo.Options{})
		own, _ := r.listedKey(r.idInState(client.StateEnabled, true))
		own.State = state
		r.ownKeyGone(own)
		r.wantAnotherKeyAsked(words.OwnKeyGivenUp(own.ID, state))
	}
}

// The user has not logged out, and is asked for the PIN again after signing in with another key.
func TestPINOutlivesASignInKeyThatIsDisabled(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("1234")
	own, _ := r.listedKey(r.session().KeyID())
	newer := r.idInState(client.StateEnabled, false)
	own.State = client.StateDisabled
	r.ownKeyGone(own)
	r.signInForm().fill(r.server.URL(), newer, r.server.SecretOf(newer).Reveal())
	r.signInForm().signIn()
	r.lock()
	if kind := r.lockPage().kind(); kind != lockpage.UnlockPIN {
		t.Errorf("the lock page asks for %v", kind)
	}
}

func TestIDOfAnExpiredSignInKeyIsNotOfferedAgain(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	own := r.idInState(client.StateEnabled, true)
	r.endsIn(time.Hour, own)
	r.pass(2 * time.Hour)
	r.server.SetFaults(demo.Faults{Status: 401})
	r.reload()
	r.wantAnotherKeyAsked(words.OwnKeyGone(own, client.StateExpired))
}

// wantAnotherKeyAsked fails the test unless the form says want, and asks for another key.
func (r *rig) wantAnotherKeyAsked(want string) {
	r.t.Helper()
	form := r.signInForm()
	if form.notice().Text != want {
		r.t.Errorf("says %q, want %q", form.notice().Text, want)
	}
	if form.keyID().Text != "" || !form.secret().IsEmpty() || r.canvas().Focused() != form.keyID() {
		r.t.Errorf("the ID is %q, and the keyboard is on %T", form.keyID().Text, r.canvas().Focused())
	}
}
