package shell

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/settings"
	"accesskeys/app/store"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/autorefresh"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/text"
)

func TestButtonsStayWhereTheyAreWhileTheServerIsAsked(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.idInState(client.StateEnabled, false))
	r.clicks("Create New Key", "It's in Place")
	others := []string{"Skip Check", "Go Back and Put It in Place", "Abandon…"}
	at := func() (places []fyne.Position) {
		for _, label := range others {
			places = append(places, absolute(r.button(label)))
		}
		return places
	}
	before := at()
	r.hold = true
	r.clicks("Check New Key")
	if now := at(); !slices.Equal(now, before) {
		t.Errorf("%q were at %v, and are at %v", others, before, now)
	}
	if b := r.button("Checking…"); r.canvas().Focused() != fyne.Focusable(b) {
		t.Error("the button that was pressed has lost the keyboard")
	}
	r.release()
	r.press(fyne.KeyEscape)
	r.hold = true
	r.replaceOpen(r.newest().ID)
	others = []string{"Disable Old Key…", "Go Back and Put It in Place", "Abandon…"}
	reading := at()
	r.release()
	if now := at(); !slices.Equal(now, reading) {
		t.Errorf("while it is read, %q are at %v, and then at %v", others, reading, now)
	}
}

func TestNewKeyIsNotMissedWhileItIsCreated(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.idInState(client.StateEnabled, false))
	show := r.holdUpdates()
	r.clicks("Create New Key")
	if !r.reads("Creating…") || r.reads("didn't confirm") {
		t.Errorf("it shows %q", r.texts())
	}
	show()
	if !r.reads("It's in Place") {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestAnyKeyIsUsedWhereTheNewOneIsUnsure(t *testing.T) {
	r := newRig(t, demo.Options{})
	old := r.idInState(client.StateEnabled, false)
	r.replace(old)
	made := r.createsUnsure()
	before := len(r.server.Keys())
	if !r.reads("this one is new") {
		t.Fatalf("it shows %q; said %q", r.texts(), r.said())
	}
	r.pressOn("Use an Existing Key…")
	r.press(fyne.KeyDown) // the youngest is the first
	r.press(fyne.KeyReturn)
	if !r.reads("It's in Place") || r.reads(made+": Enabled") || len(r.server.Keys()) != before {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestKeyboardStaysOnThePageWhereItWasNotedWhereTheKeyIsUsed(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key")
	link := r.button("Note Where It Is Used…")
	r.canvas().Focus(link)
	r.press(fyne.KeyReturn)
	r.note(id, notes.Note{Label: "CI", Places: []string{"runner"}})
	r.closeDialog()
	if now := r.button("Note Where It Is Used…"); now == link || r.canvas().Focused() != fyne.Focusable(now) {
		t.Errorf("the keyboard is on %v", r.canvas().Focused())
	}
}

func TestPlacesAreTypedWhereThePageAsksForThem(t *testing.T) {
	for name, before := range map[string]notes.Note{"nothing noted": {}, "something noted": {Label: "CI", Places: []string{"runner"}}} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(client.StateEnabled, false)
			r.note(id, before)
			r.replaceOpen(id)
			r.clicks("Create New Key", "Note Where It Is Used…")
			for _, c := range "laptop" {
				r.canvas().Focused().TypedRune(c)
			}
			r.press(fyne.KeyReturn)
			if !r.dialogOpen() {
				t.Fatal("Enter ends a list of places")
			}
			r.shortcut(press.Command(fyne.KeyReturn, 0))
			want := before
			want.Places = append(slices.Clone(before.Places), "laptop")
			if got := r.noted(id); !got.Equal(want) || !r.reads("laptop") {
				t.Errorf("noted is %v; it shows %q", got, r.texts())
			}
		})
	}
}

func TestPlaceThatIsNotSavedIsNotTicked(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.note(id, notes.Note{Places: []string{"runner"}})
	r.replace(id)
	r.clicks("Create New Key")
	runner := func() *control.Check {
		return onScreen(r, "runner", func(c *control.Check) bool { return c.Text == "runner" })
	}
	path := filepath.Join(r.dir, store.RotationsFile)
	saved, err := os.ReadFile(path)
	check.Must(t, err)
	check.Must(t, os.WriteFile(path, []byte(`{"version": 99}`), 0o600)) // as of a later program
	test.Tap(runner())
	if runner().Checked || len(r.said()) == 0 {
		t.Errorf("it is ticked: %v; said %q", runner().Checked, r.said())
	}
	check.Must(t, os.WriteFile(path, saved, 0o600))
	test.Tap(runner())
	if !runner().Checked {
		t.Errorf("it is not ticked; said %q", r.said())
	}
}

func TestNewKeyIsCalledAfterTheOldOne(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.note(id, notes.Note{Label: "CI"})
	r.replaceOpen(id)
	if !slices.Contains(r.texts(), "How to replace it") {
		t.Error("the list of orders has no name")
	}
	r.clicks("Create New Key")
	added := r.newest().ID
	if all := r.texts(); !slices.Contains(all, "CI (new): Enabled") || !slices.Contains(all, "CI: Enabled") {
		t.Errorf("the states of the keys are told otherwise: %q", all)
	}
	r.clicks("Copy as…")
	r.press(fyne.KeyReturn)
	r.wantSaid("Copied “CI” (new, " + idEnd(added) + ") as ID and secret")
	r.openHistory()
	for _, e := range r.entries() {
		if strings.Contains(e, added) {
			t.Errorf("the history has %q", e)
		}
	}
	if !r.reads("CI (new, " + idEnd(added) + ")") {
		t.Errorf("the history has %q", r.entries())
	}
	r.openTab(tabKeys)
	r.press(fyne.KeyEscape)
	if !r.reads("CI (new)") || !r.noted(added).IsZero() {
		t.Errorf("it shows %q; noted is %v", r.texts(), r.noted(added))
	}
	r.selectKey(added, 0)
	r.shortcut(keyshortcuts.ToggleState())
	if !r.dialogReads("CI (new)") {
		t.Error("the question does not say it")
	}
	r.closeDialog()
	r.typeInto(r.filter(), "ci")
	if !r.reads("CI (new)") {
		t.Errorf("it is not found: %q", r.texts())
	}
	r.typeInto(r.filter(), "")
	r.replaceOpen(id)
	r.clicks("Abandon…")
	if stays := "Both keys stay enabled: “CI” (" + idEnd(id) + ") and “CI” (new, " + idEnd(added) + "). Delete the one that nothing uses."; !r.dialogReads(stays) {
		t.Error("the question does not name both keys")
	}
	r.clicks(yes)
	if label := r.noted(added).Label; label != "CI (new)" || !r.reads("CI (new)") {
		t.Errorf("once that was abandoned, its label is %q; it shows %q", label, r.texts())
	}
}

func TestNewKeyIsCopiedInAFormatFromItsPage(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.idInState(client.StateEnabled, false))
	r.clicks("Create New Key", "Copy as…")
	r.press(fyne.KeyReturn)
	added := r.newest().ID
	if got := r.clip.secret.Reveal(); !strings.Contains(got, added) || !strings.Contains(got, r.server.SecretOf(added).Reveal()) {
		t.Error("the clipboard does not have the new key")
	}
	if !r.replacing() {
		t.Error("the page is gone")
	}
}

func TestEndOfAReplacement(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.note(id, notes.Note{Label: "CI"})
	r.replaceOpen(id)
	r.clicks("Create New Key", "It's in Place", "Skip Check", "Disable Old Key…", yes, "Delete Now…", yes)
	all := r.texts()
	if last := slices.Index(all, "6. Delete the old key"); last < 0 || last > slices.IndexFunc(all, func(s string) bool { return s == "Finish" }) {
		t.Errorf("it shows %q", all)
	}
	r.press(fyne.KeyEscape)
	if !slices.Contains(r.texts(), "Ready to finish") {
		t.Error("no row says that it can be finished")
	}
	added := r.newest().ID
	r.replaceOpen(added)
	r.clicks("Finish")
	if !r.toldOf("Replaced “CI” (") {
		t.Errorf("said %q", r.said())
	}
	if r.cursor() != added {
		t.Errorf("the keyboard is on %q", r.cursor())
	}
}

// Without the new key, whatever used the old one would stop working.
func TestKeyThatStandsInIsNotDisabledUnawares(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key", "It's in Place", "Skip Check")
	added := r.newest().ID
	r.press(fyne.KeyEscape)
	disable, remove := func() { r.shortcut(keyshortcuts.ToggleState()) }, func() { r.press(fyne.KeyDelete) }
	warns := func(ask func(), id string, more ...string) bool {
		r.selectKey(id, 0)
		for _, id := range more {
			r.selectKey(id, fyne.KeyModifierShortcutDefault)
		}
		ask()
		defer r.closeDialog()
		return r.dialogReads("which is disabled. Without it, neither key works.")
	}
	if warns(disable, added) {
		t.Error("it warns while the old key works")
	}
	says := func(id, text string) {
		for _, ask := range []func(){disable, remove} {
			r.selectKey(id, 0)
			ask()
			if !r.dialogReads(text) {
				t.Errorf("the question does not say %q", text)
			}
			r.closeDialog()
		}
	}
	says(id, id+" is being replaced by "+added+". The next step is “Disable the old key”.")
	says(added, added+" replaces "+id+". Without it, the replacement can't go on.")
	r.replaceOpen(id)
	r.clicks("Disable Old Key…")
	if r.dialogReads("is being replaced") {
		t.Error("the question of the page itself says what is on the page")
	}
	r.clicks(yes)
	r.press(fyne.KeyEscape)
	if !warns(disable, added) || !warns(remove, added) {
		t.Error("the question of one key does not say it")
	}
	if !warns(remove, added, r.idInState(client.StateExpired, false)) {
		t.Error("the question of several keys does not say it")
	}
	if warns(remove, id) {
		t.Error("it warns of the old key")
	}
}

// Whatever the step, its buttons are in sight, and so is the name of the step.
func TestButtonsOfEveryStepAreInSightInSmallWindows(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 480, Height: 360}, {Width: 760, Height: 480}, {Width: 1221, Height: 740}} {
		for _, language := range []settings.Language{settings.LanguageEnglish, settings.LanguageChinese} {
			t.Run(fmt.Sprint(size, language), func(t *testing.T) {
				r := newRig(t, demo.Options{})
				r.chooseLanguage(language)
				r.setSize(size)
				id := r.idInState(client.StateEnabled, false)
				r.note(id, notes.Note{Places: []string{"one", "two", "three", "four", "five"}})
				r.replaceOpen(id)
				inSight := func(step string, buttons ...string) {
					t.Helper()
					for _, label := range buttons {
						b := r.button(lang.L(label))
						if place, size := absolute(b), b.Size(); place.X < 0 || place.X+size.Width > r.canvas().Size().Width || place.Y+size.Height > r.canvas().Size().Height {
							t.Errorf("%s: %q is at %v, its size is %v", step, label, place, size)
						}
					}
					if step == "" {
						return
					}
					r.wantStepInSight(step)
				}
				click := func(label string) { r.clicks(lang.L(label)) }
				inSight("", "Create New Key", "Use an Existing Key…")
				click("Create New Key")
				inSight("Put it in place", "Copy ID", "Copy Secret", "Copy as…", "It's in Place", "Abandon…")
				click("It's in Place")
				inSight("Check the new key", "Check New Key", "Skip Check", "Go Back and Put It in Place")
				r.lose()
				r.pass(autorefresh.Pause)
				inSight("Check the new key", "Check New Key", "Skip Check", "Go Back and Put It in Place")
				r.find()
				r.pass(autorefresh.Pause)
				click("Skip Check")
				inSight("Disable the old key", "Disable Old Key…", "Go Back and Put It in Place")
				click("Disable Old Key…")
				r.answerDialog()
				inSight("Wait to see if anything breaks", "Back to the List", "Delete Now…", "Something Broke: Enable Old Key")
				r.elsewhere(keys.OpDisable, r.newest().ID)
				r.page().Reload(false)
				inSight("", "Enable New Key", "Something Broke: Enable Old Key")
				click("Enable New Key")
				click("Something Broke: Enable Old Key")
				click("Abandon…")
				r.answerDialog()
				r.replaceOpen(id)
				r.choice(lang.L("How to replace it")).Choose(1)
				click("Create New Key")
				inSight("Disable the old key", "Disable Old Key…")
				click("Disable Old Key…")
				r.answerDialog()
				inSight("Put it in place", "Copy ID", "Copy Secret", "Copy as…", "It's in Place", "Something Broke: Enable Old Key")
			})
		}
	}
}

// absolute returns where an object is in the window.
func absolute(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

func TestReplacementIsSeenFromItsTitleAgain(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(900, 600))
	id := r.chooseEnabled()
	titleAt := func() float32 {
		r.t.Helper()
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(onScreen(r, "title", func(o *text.Text) bool {
			return o.Line.Text == "Replace "+id
		})).Y
	}
	r.replaceOpen(id)
	r.clicks("Create New Key")
	was := titleAt()
	r.press(fyne.KeyEscape)
	r.replaceOpen(id)
	if now := titleAt(); now != was {
		t.Errorf("the title is at %v, not %v", now, was)
	}
}

func TestOwnLabelLikeThatOfANewKeyStaysAsItIs(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.note(id, notes.Note{Label: "CI (new)"})
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.ToggleState())
	r.answerDialog()
	r.wantSaid("Disabled “CI (new)” (" + idEnd(id) + ")")
}
