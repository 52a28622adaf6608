package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/text"
	"accesskeys/views/scrubber"
)

func TestKeyIsReplacedStepByStep(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.choosePrivacy(func(p *settings.Privacy) { p.Lock = settings.Never })
	id := r.idInState(client.StateEnabled, false)
	r.note(id, notes.Note{Label: "CI", Places: []string{"runner", "laptop"}})
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.Replace())
	r.clicks("Create New Key")
	if !r.reads("runner") || !r.reads("laptop") {
		t.Fatalf("it shows %q", r.texts())
	}
	test.Tap(onScreen(r, "runner", func(c *control.Check) bool { return c.Text == "runner" }))
	if r.reads("place not ticked") || r.reads("places not ticked") {
		t.Error("it tells of ticks before the step is done")
	}
	r.clicks("It's in Place")
	if !slices.Contains(r.texts(), "1 place not ticked") {
		t.Errorf("it does not say that a place is left: %q", r.texts())
	}
	r.clicks("Check New Key")
	if !r.reads("The server accepts the new key. It can't tell whether anything still uses the old one.") {
		t.Errorf("after the check it shows %q", r.texts())
	}
	r.clicks("Disable Old Key…")
	if !r.dialogReads("Not ticked yet:\nlaptop") || r.dialogReads("runner\n") {
		t.Error("the question names other places")
	}
	if r.dialogReads("Used by") {
		t.Error("the question names the places twice")
	}
	r.clicks(yes, "Delete Now…")
	if !r.dialogReads("The wait ends on 2026-11-08.") || !r.dialogReads("Not ticked yet:\nlaptop") || r.dialogReads("Used by") {
		t.Error("the question about deleting before the wait is over does not warn of that, or names other places")
	}
	r.closeDialog()
	if r.stateOf(id) != client.StateDisabled || r.newest().State != client.StateEnabled {
		t.Fatalf("the old key is %s, the new one %s", r.stateOf(id), r.newest().State)
	}
	r.clicks("Back to the List")
	if r.replacing() || !r.reads("Keep till 2026-11-08") {
		t.Errorf("it shows %q", r.texts())
	}
	r.shortcut(keyshortcuts.Details())
	if !r.dialogReads("Can be deleted from 2026-11-08") {
		t.Error("the details do not say it")
	}
	r.closeDialog()
	r.now = r.now.AddDate(0, 0, 8)
	r.shortcut(keyshortcuts.Replace())
	r.clicks("Delete Old Key…")
	if r.dialogReads("The wait ends") || !r.dialogReads("Not ticked yet:\nlaptop") {
		t.Error("the question about deleting after the wait does not warn of the place that is left, or does of the wait")
	}
	r.clicks(yes)
	if !r.reads("Finishing gives its label, places and note to the new key.") {
		t.Errorf("before the end it shows %q", r.texts())
	}
	r.clicks("Finish")
	if r.stateOf(id) != client.StateDeleted || r.replacing() || !r.toldOf("Replaced ") {
		t.Errorf("the old key is %s; said %q", r.stateOf(id), r.said())
	}
	if label := r.noted(r.newest().ID).Label; label != "CI" {
		t.Errorf("the new key's label is %q", label)
	}
	r.openHistory()
	if all := r.entries(); !slices.ContainsFunc(all, func(e string) bool { return strings.Contains(e, "Delete, CI") }) {
		t.Errorf("the history names the old key otherwise: %q", all)
	}
}

func TestReplacingIsLeftAndComeBackTo(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key")
	for name, leave := range map[string]func(){
		"Escape": func() { r.press(fyne.KeyEscape) },
		"Back":   func() { r.pressOn("Access Keys") },
		"filter": func() { r.shortcut(shortcutFind()) },
		"tab": func() {
			test.Tap(onScreen(r, "the tab", func(b *control.SideTab) bool { return b.Text == "Access Keys" }))
		},
		"the menu of tabs": func() {
			r.resize(fyne.NewSize(480, 360), 1)
			test.Tap(onScreen(r, "the button for the tabs", func(b *control.Button) bool { return b.Text == "Access Keys" && b.Kind == control.ButtonDefault }))
			r.press(fyne.KeyReturn) // on the tab that is shown
			r.resize(fyne.NewSize(1221, 740), 1)
		},
	} {
		leave()
		if r.replacing() || r.reads("It's in Place") {
			t.Errorf("after %s it shows %q", name, r.texts())
		}
		r.replaceOpen(r.newest().ID) // the new key's row leads there, too
		if !r.reads("It's in Place") || !r.reads("Replace "+id) {
			t.Errorf("after %s and back, it shows %q", name, r.texts())
		}
	}
	before := len(r.server.Keys())
	next := r.restarted()
	next.replaceOpen(id)
	if !next.reads("It's in Place") || len(r.server.Keys()) != before {
		t.Errorf("after a restart it shows %q", next.texts())
	}
}

func TestOnlyAnEnabledKeyIsReplaced(t *testing.T) {
	r := newRig(t, demo.Options{})
	for state, advice := range map[client.State]string{client.StateDisabled: "Enable it, or create", client.StateExpired: "Create"} {
		r.replaceOpen(r.idInState(state, false))
		if r.replacing() {
			t.Errorf("%s: the page is shown", state)
		}
		r.wantSaid("Only an enabled key can be replaced. " + advice + " a new one with New (" + press.Chord(keyshortcuts.New()) + ").")
	}
}

func TestOldKeyEnabledElsewhereStopsTheReplacement(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key", "It's in Place", "Check New Key", "Disable Old Key…", yes)
	r.elsewhere(keys.OpEnable, id)
	r.clicks("Delete Now…", yes)
	if r.stateOf(id) != client.StateEnabled || !r.reads("is enabled again") {
		t.Errorf("the old key is %s; it shows %q", r.stateOf(id), r.texts())
	}
	r.clicks("Go Back and Put It in Place")
	if !r.reads("It's in Place") {
		t.Errorf("it shows %q", r.texts())
	}
}

// createsUnsure has the page create a key whose creation stays unacknowledged, and returns the key.
func (r *rig) createsUnsure() string {
	lists := 0
	r.server.SetFaults(demo.Faults{Match: func(method, path string) bool {
		if method == "GET" && strings.HasSuffix(path, "/accesskeys") {
			lists++
		}
		return lists >= 1 // the list before the request was read already
	}, Drop: true})
	r.clicks("Create New Key")
	r.server.SetFaults()
	r.clicks("Look Again")
	return r.newest().ID
}

func TestUnconfirmedNewKeyIsAskedAbout(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	made := r.createsUnsure()
	if !r.reads("this one is new") {
		t.Fatalf("it shows %q; said %q", r.texts(), r.said())
	}
	r.clicks("Use This Key")
	if r.newest().ID != made || !r.reads("It's in Place") {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestLeakedKeyIsDisabledFirst(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.note(id, notes.Note{Places: []string{"runner"}})
	r.replace(id)
	r.choice("How to replace it").Choose(2)
	r.clicks("Disable Old Key…")
	if r.dialogReads("Not ticked yet") {
		t.Error("the question tells of ticks before there is anything to tick")
	}
	r.clicks(yes)
	if r.stateOf(id) != client.StateDisabled {
		t.Fatalf("the key is %s", r.stateOf(id))
	}
	r.clicks("Create New Key", "It's in Place", "Check New Key", "Delete Old Key…", yes, "Finish")
	if r.stateOf(id) != client.StateDeleted || r.newest().State != client.StateEnabled {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestNewKeyIsCopiedThoughItIsFilteredOut(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.typeInto(r.filter(), id)
	r.replace(id)
	r.clicks("Create New Key", "Copy Secret")
	if want := r.server.SecretOf(r.newest().ID).Reveal(); r.clip.secret.Reveal() != want {
		t.Error("the new key's secret is not on the clipboard")
	}
}

func TestReplacingFitsTheSmallestWindow(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.setSize(fyne.NewSize(480, 360))
	r.replace(id)
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	promise := onScreen(r, "what will happen", func(l *text.Wrapped) bool { return strings.HasPrefix(l.Text, "You get a new key") })
	if back := r.wayBack(); place(promise).Y < place(back).Y+back.Size().Height {
		t.Errorf("it opens with what will happen at %v, the way back at %v", place(promise), place(back))
	}
	for _, label := range []string{"Create New Key", "Copy Secret", "It's in Place", "Check New Key", "Disable Old Key…"} {
		if label == "It's in Place" { // past Copy as…
			r.canvas().FocusNext()
			r.canvas().FocusNext()
		}
		if b := r.button(label); r.canvas().Focused() != fyne.Focusable(b) {
			t.Errorf("%q does not have the keyboard", label)
		}
		if back := place(r.wayBack()); back.Y < 41 || back.Y > 120 {
			t.Errorf("at %q the way back is at %v", label, back)
		}
		r.press(fyne.KeyReturn)
	}
	if !r.dialogOpen() {
		t.Errorf("it shows %q", r.texts())
	}
	if least := r.content().MinSize(); least.Width > 480 || least.Height > 360 {
		t.Errorf("it takes %v", least)
	}
}

func TestOwnKeyIsReplacedByASignInWithTheNewOne(t *testing.T) {
	for _, name := range []string{"keyring works", "keyring fails", "not kept signed in"} {
		unkept, broken := name == "not kept signed in", name == "keyring fails"
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			if unkept {
				test.Tap(r.form().keep())
			}
			r.signIn()
			old := r.idInState(client.StateEnabled, true)
			r.replace(old)
			r.clicks("Create New Key", "It's in Place", "Check New Key")
			if broken {
				r.store.err = &keyring.Error{Kind: keyring.Refused}
			}
			r.clicks("Sign In with New Key")
			added := r.newest().ID
			if r.session().KeyID() != added || r.stateOf(old) != client.StateEnabled {
				t.Fatalf("signed in with %s, not %s; it shows %q; said %q", r.session().KeyID(), added, r.texts(), r.said())
			}
			if saved := !broken && !unkept; r.session().Remembered() != saved {
				t.Errorf("remembered: %v", !saved)
			}
			if told := r.toldOf("This app is signed in with " + added + " now"); told == broken {
				t.Errorf("said %q", r.said())
			}
			r.clicks("Disable Old Key…", yes)
			if broken || unkept {
				if r.stateOf(old) != client.StateEnabled || !r.dialogReads("The new key isn't in the keyring") && !r.dialogReads("The new key isn't saved on this computer") {
					t.Fatal("it is not asked once more")
				}
				r.clicks(yes)
			}
			last := r.server.Requests()
			if r.stateOf(old) != client.StateDisabled || last[len(last)-1].KeyID != added {
				t.Errorf("the old key is %s; the last request is signed by %s", r.stateOf(old), last[len(last)-1].KeyID)
			}
			if !r.reads("before you delete the old key") {
				t.Errorf("it shows %q", r.texts())
			}
			if next := r.restarted(); !broken && !unkept && (!next.signedIn() || next.session().KeyID() != added) {
				t.Error("the next start does not sign in with the new key")
			}
		})
	}
}

func TestCheckOfTheNewKeyEndsWithALockAndWithThePage(t *testing.T) {
	for name, end := range map[string]func(r *rig){
		"lock": func(r *rig) { r.lock(); r.unlockPlain() },
		"page": func(r *rig) { r.press(fyne.KeyEscape) },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.replace(r.idInState(client.StateEnabled, false))
			r.clicks("Create New Key", "It's in Place")
			added := r.newest().ID
			r.hold = true
			r.clicks("Check New Key")
			held := r.held
			r.hold, r.held = false, nil
			end(r)
			for _, work := range held {
				work()
			}
			if n := r.signedBy(added); n != 0 {
				t.Errorf("the new key has signed %d requests", n)
			}
			if r.toldOf("Couldn't check") || r.toldOf("did not go on") {
				t.Errorf("said %q", r.said())
			}
		})
	}
}

func TestCheckOfTheNewKeyIsKeptAndScrubbed(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.idInState(client.StateEnabled, false))
	r.clicks("Create New Key", "It's in Place")
	scrubbed := 0
	r.pass(scrubber.Pause)
	r.onScrub(func() { scrubbed++ })
	r.clicks("Check New Key")
	if r.pass(time.Second); scrubbed == 0 {
		t.Error("the memory is not overwritten")
	}
	added := r.newest().ID
	r.openHistory()
	if !slices.ContainsFunc(r.entries(), func(e string) bool { return strings.Contains(e, added) && strings.Contains(e, "heck") }) {
		t.Errorf("the history has %q", r.entries())
	}
}

func TestChangeOfAReplacementIsToldAfterTheSessionWasLeft(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key", "It's in Place", "Skip Check")
	show := r.holdUpdates()
	r.clicks("Disable Old Key…", yes)
	r.leave()
	show()
	if r.stateOf(id) != client.StateDisabled || !r.toldOf("Disabled "+id) {
		t.Errorf("the key is %s; said %q", r.stateOf(id), r.said())
	}
}
