package shell

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/toast"
)

func (r *rig) idInState(state client.State, own bool) string {
	r.t.Helper()
	for _, k := range r.list().Keys {
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
	r.list().Choose(id, 0)
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

// answerDialog presses the button with the verb of the open dialog.
func (r *rig) answerDialog() {
	r.t.Helper()
	if !r.w.page.Dialogs.Open() {
		r.t.Fatal("no dialog is open")
	}
	r.press(fyne.KeyRight, fyne.KeyReturn)
}

func TestListIsShownWithTheKeyboardOnIt(t *testing.T) {
	r := newRig(t, demo.Options{})
	if got, want := len(r.list().Keys), len(r.server.Keys())-1; got != want { // one is deleted
		t.Fatalf("%d keys are shown of %d", got, want)
	}
	if r.canvas().Focused() != r.list() {
		t.Error("the list has not the focus")
	}
	if k, _ := r.list().Key(r.list().Selection.Cursor); k.State == client.StateDeleted || k.ID == "" {
		t.Error("no key that can be worked with is selected")
	}
}

func TestSecretIsShownHiddenAndFetchedOnce(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	for range 2 {
		r.press(fyne.KeyReturn)
		if !r.list().Secrets.Of(id).Equal(r.server.SecretOf(id)) {
			t.Fatal("Enter did not show the secret")
		}
		r.press(fyne.KeyReturn)
		if !r.list().Secrets.Of(id).IsZero() {
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
	if r.list().Secrets.Of(id).IsZero() {
		t.Fatal("the secret is not shown")
	}
	r.w.session.settings.showAccount()
	r.w.session.settings.showKeys()
	if !r.list().Secrets.Of(id).IsZero() {
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
	if !r.list().Secrets.Of(id).IsZero() {
		t.Error("copying showed the secret")
	}
	r.shortcut(keytable.ShortcutCopyID())
	if got := fyne.CurrentApp().Clipboard().Content(); got != id {
		t.Errorf("the clipboard holds %q, not the ID", got)
	}
}

func TestBrokenKeyringStopsNothingAndIsToldOnce(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.store.err = &keyring.Error{Kind: keyring.Missing, Err: errors.New("none")}
	for _, own := range []bool{true, false} {
		id := r.idInState(client.StateEnabled, own)
		r.list().Choose(id, 0)
		r.press(fyne.KeyReturn)
		if !r.list().Secrets.Of(id).Equal(r.server.SecretOf(id)) {
			t.Fatal("the secret is not shown")
		}
	}
	told := 0
	for _, s := range r.said() {
		if strings.Contains(s, "No keyring") {
			told++
		}
	}
	if told != 1 {
		t.Errorf("the person was told %d times", told)
	}
}

func TestDisableAndDeleteAskFirst(t *testing.T) {
	for _, c := range []struct {
		name string
		ask  func(*rig)
		want client.State
	}{
		{"disable", func(r *rig) { r.shortcut(keytable.ShortcutToggleState()) }, client.StateDisabled},
		{"delete", func(r *rig) { r.press(fyne.KeyDelete) }, client.StateDeleted},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(client.StateEnabled, false)
			r.list().Choose(id, 0)

			c.ask(r)
			r.press(fyne.KeyEscape)
			c.ask(r)
			r.press(fyne.KeyReturn) // on Cancel
			if r.w.page.Dialogs.Open() || r.stateOf(id) != client.StateEnabled {
				t.Fatal("cancelling did not cancel")
			}

			c.ask(r)
			r.answerDialog()
			if got := r.stateOf(id); got != c.want {
				t.Fatalf("the key is %s", got)
			}
			if k, _ := r.w.session.current.Keys().Find(id); k.State != c.want {
				t.Errorf("the list shows it as %s", k.State)
			}
		})
	}
}

func TestEnableAsksNothing(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.list().Choose(id, 0)
	r.shortcut(keytable.ShortcutToggleState())
	if got := r.stateOf(id); got != client.StateEnabled {
		t.Errorf("the key is %s", got)
	}
}

func TestConfirmationActsOnTheKeyItNamed(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.list().Choose(id, 0)
	r.press(fyne.KeyDelete)
	// The list turns round under the open dialog, and another key is selected.
	keys := slices.Clone(r.list().Keys)
	slices.Reverse(keys)
	r.list().SetKeys(keys)
	r.list().Pick(r.idInState(client.StateEnabled, true), 0)
	r.answerDialog()
	if got := r.stateOf(id); got != client.StateDeleted {
		t.Errorf("the key that the dialog named is %s", got)
	}
	if r.asked("DELETE", "") != 1 {
		t.Error("another key was deleted as well")
	}
}

func TestLinkDoesNothingOnceItsRowIsAnotherKeys(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
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

func TestOwnKeyLocksTheAppOut(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, true)
	r.list().Choose(id, 0)
	r.press(fyne.KeyDelete)
	r.answerDialog()
	if r.w.session.current != nil {
		t.Error("the session goes on with a key that is gone")
	}
}

func TestShortcutsDoNothingWhileADialogIsOpen(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.list().Choose(r.idInState(client.StateEnabled, false), 0)
	r.press(fyne.KeyDelete)
	before := len(r.server.Requests())
	r.shortcut(shortcutNew())
	r.shortcut(shortcutReload())
	r.w.input.typedKey(&fyne.KeyEvent{Name: fyne.KeyF5})
	if after := len(r.server.Requests()); after != before {
		t.Errorf("%d requests were made behind the dialog", after-before)
	}
}

func TestBusyRowCannotBeActedOnTwice(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.list().Choose(id, 0)
	r.hold = true
	r.shortcut(keytable.ShortcutToggleState())
	r.shortcut(keytable.ShortcutToggleState())
	r.release()
	if n := r.asked("PUT", "/enable") + r.asked("PUT", "/disable"); n != 1 {
		t.Errorf("%d requests for an impatient double press", n)
	}
	if r.w.page.Dialogs.Open() {
		t.Error("the second press asked to disable")
	}
}

func TestNewIsMadeOnceSelectedAndMarked(t *testing.T) {
	r := newRig(t, demo.Options{})
	before := r.server.Keys()
	r.hold = true
	r.shortcut(shortcutNew())
	r.shortcut(shortcutNew())
	r.release()
	after := r.server.Keys()
	if len(after) != len(before)+1 {
		t.Fatalf("%d keys became %d", len(before), len(after))
	}
	made := after[len(after)-1].ID
	if r.list().Selection.Cursor != made || !r.list().Fresh[made] {
		t.Error("the new key is not selected and marked")
	}
	if said := r.said(); len(said) == 0 || !strings.Contains(said[len(said)-1], made) {
		t.Errorf("said %q", said)
	}
}

func TestReloadKeepsSelectionScrollAndSecrets(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	shown := r.list().Keys[60].ID
	r.list().Choose(shown, 0)
	r.press(fyne.KeyReturn)
	r.list().ScrollToOffset(50*r.list().Layout.Pitch() + 7)
	top := r.list().Keys[50].ID

	keys := slices.Delete(slices.Clone(r.list().Keys), 3, 13) // ten keys above are gone
	r.list().SetKeys(keys)
	if r.list().Selection.Cursor != shown || r.list().Secrets.Of(shown).IsZero() {
		t.Error("selection or secret did not stay with its key")
	}
	id, offset := r.list().Anchor()
	if id != top || offset != 7 {
		t.Errorf("scrolled to %s and %v, not to %s and 7", id, offset, top)
	}
}

func TestSecretOfAGoneKeyIsDropped(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyReturn)
	gone := slices.DeleteFunc(slices.Clone(r.list().Keys), func(k keys.Key) bool { return k.ID == id })
	r.list().SetKeys(gone)
	if !r.list().Secrets.Of(id).IsZero() {
		t.Error("the secret of a key that is gone is still held")
	}
	if r.list().Selection.Cursor != "" {
		t.Error("another key was selected in its place")
	}
}

func TestFailedReloadKeepsTheOldList(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Status: 400})
	r.press(fyne.KeyF5)
	if len(r.list().Keys) == 0 || !strings.Contains(r.warning(), "Not reloaded") {
		t.Errorf("%d keys are shown, with %q", len(r.list().Keys), r.warning())
	}
	r.server.SetFaults()
	r.press(fyne.KeyF5)
	if got := r.warning(); got != "" {
		t.Errorf("says %q after a good reload", got)
	}
}

func TestFirstLoadFailingOffersRetry(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	session, err := r.app.Sessions.SignIn(t.Context(), r.server.URL(), r.server.Credentials())
	if err != nil {
		t.Fatal(err)
	}
	r.w.session.show(session)
	r.server.SetFaults(demo.Faults{Status: 400})
	r.page().Loaded(session.Keys().Load(t.Context()))
	if !r.offers("Retry") || !strings.Contains(r.message(), "could not be loaded") {
		t.Fatalf("shows %q, retry: %v", r.message(), r.offers("Retry"))
	}
	r.server.SetFaults()
	test.Tap(r.keysButton("Retry"))
	if len(r.list().Keys) == 0 || r.message() != "" {
		t.Error("Retry did not bring the list")
	}
}

func TestEmptyListSaysSo(t *testing.T) {
	r := newRig(t, demo.Options{Empty: true})
	if !strings.Contains(r.message(), "no access keys yet") {
		t.Errorf("shows %q", r.message())
	}
}

func TestMenuOffersWhatTheStateAllows(t *testing.T) {
	r := newRig(t, demo.Options{})
	test.Tap(onlyOne[*control.Check](r))
	for state, want := range map[client.State][]string{
		client.StateEnabled:  {"Show Secret  (Enter)", "Copy Secret  (Ctrl+C)", "Copy Access Key ID  (Ctrl+Shift+C)", "Details  (Ctrl+I)", "Disable  (Ctrl+E)", "Delete  (Delete)"},
		client.StateDisabled: {"Show Secret  (Enter)", "Copy Secret  (Ctrl+C)", "Copy Access Key ID  (Ctrl+Shift+C)", "Details  (Ctrl+I)", "Enable  (Ctrl+E)", "Delete  (Delete)"},
		client.StateExpired:  {"Show Secret  (Enter)", "Copy Secret  (Ctrl+C)", "Copy Access Key ID  (Ctrl+Shift+C)", "Details  (Ctrl+I)", "Delete  (Delete)"},
		client.StateDeleted:  {"Copy Access Key ID  (Ctrl+Shift+C)", "Details  (Ctrl+I)"},
	} {
		got := r.menuOf(r.idInState(state, false))
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q", state, got)
		}
	}
}

func TestClickOnALinkSelectsItsRow(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.list().Choose(r.idInState(client.StateEnabled, true), 0)
	id := r.idInState(client.StateEnabled, false)
	shown := keytable.NewRow(&r.list().Actions.RowActions, r.w.page.Tips, r.list().Layout)
	shown.Set(r.list().RowData(r.list().Place[id]))
	shown.ShowLink.MouseDown(&desktop.MouseEvent{})
	test.Tap(shown.ShowLink)
	if r.list().Selection.Cursor != id || r.list().Secrets.Of(id).IsZero() {
		t.Error("the row whose secret is shown is not the one that Ctrl+C copies from")
	}
	test.TapSecondary(shown.DeleteLink)
	if !r.w.page.Dialogs.Open() {
		t.Error("a right click on a link opens no menu")
	}
}

func TestImpatientPressesShareOneAnswer(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.hold = true
	r.shortcut(&fyne.ShortcutCopy{})
	r.press(fyne.KeyReturn)
	r.release()
	if !r.clip.secret.Equal(r.server.SecretOf(id)) || r.list().Secrets.Of(id).IsZero() {
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
		r.w.session.settings.showAccount()
		r.w.session.settings.showKeys()
		r.release()
		if !r.list().Secrets.Of(id).IsZero() {
			t.Error("the secret is shown")
		}
	})
	t.Run("after logging out", func(t *testing.T) {
		r := newRig(t, demo.Options{})
		r.chooseEnabled()
		r.hold = true
		r.shortcut(&fyne.ShortcutCopy{})
		r.w.session.logOut(r.w.session.current, false, "")
		r.release()
		if r.clip.Held() {
			t.Error("the secret is on the clipboard")
		}
	})
}

func TestDialogGoesWithItsSession(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.chooseEnabled()
	r.press(fyne.KeyDelete)
	own, _ := r.list().Key(r.idInState(client.StateEnabled, true))
	r.w.session.ownKeyGone(own)
	if r.w.page.Dialogs.Open() {
		t.Error("the dialog is still open over the sign-in form")
	}
}

func TestNewHeldDownMakesOneKey(t *testing.T) {
	r := newRig(t, demo.Options{})
	before := len(r.server.Keys())
	r.shortcut(shortcutNew())
	r.shortcut(shortcutNew())
	if n := len(r.server.Keys()); n != before+1 {
		t.Fatalf("%d keys were made", n-before)
	}
	r.pass(5 * time.Second)
	r.shortcut(shortcutNew())
	if n := len(r.server.Keys()); n != before+2 {
		t.Errorf("%d keys were made, with a pause in between", n-before)
	}
}

func TestErrorsAreNotPushedOut(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.w.page.Toasts.Error("an error")
	for _, k := range r.list().Keys {
		r.list().Actions.OnCopyID(k.ID)
	}
	if said := r.said(); len(said) != toast.ToastLimit || said[0] != "an error" {
		t.Errorf("says %q", said)
	}
}

func TestWhatPassesPushesNothingOutThatStays(t *testing.T) {
	r := newRig(t, demo.Options{})
	want := []string{"an error", "another error", "a third error", "an outcome"}
	for _, message := range want[:3] {
		r.w.page.Toasts.Error(message)
	}
	r.w.page.Toasts.Note(want[3])
	r.w.page.Toasts.Done("something passing")
	r.pass(toast.ToastTime)
	if said := r.said(); !slices.Equal(said, want) {
		t.Errorf("says %q", said)
	}
}

func TestKeyringFailureIsToldOnceASession(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.store.err = &keyring.Error{Kind: keyring.Missing, Err: errors.New("none")}
	r.signIn()
	r.chooseEnabled()
	r.press(fyne.KeyReturn)
	if n := strings.Count(strings.Join(r.said(), "\n"), "No keyring"); n != 1 {
		t.Errorf("told %d times: %q", n, r.said())
	}
}
