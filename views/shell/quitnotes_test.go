package shell

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client/demo"
)

const quitAgain, quitDiscards = "Quit again to discard what you typed.", "you typed isn't saved. Quit again to discard it."

// halfTypedRig returns a rig in whose dialog the saved label "prod" of a key is being replaced.
func halfTypedRig(t *testing.T) (r *rig, key keys.Ref) {
	t.Helper()
	r = newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.note(id, notes.Note{Label: "prod"})
	r.press(fyne.KeyF2)
	r.typeOn("half ty")
	return r, r.ref(id)
}

func TestQuittingAsksBeforeItDiscardsWhatIsTypedInTheDialog(t *testing.T) {
	r, ref := halfTypedRig(t)
	r.shortcut(shortcutQuit())
	if r.quit || !r.dialogReads(quitAgain) {
		t.Fatalf("it has quit: %v; or the dialog does not ask", r.quit)
	}
	r.typeOn("p")
	if r.dialogReads(quitAgain) {
		t.Fatal("it still asks about what was typed before")
	}
	r.shortcut(shortcutQuit())
	if r.press(fyne.KeyEscape); r.quit || !r.dialogReads("Press Esc again") {
		t.Fatal("Esc discards what only quitting was said to discard")
	}
	if r.shortcut(shortcutQuit()); r.quit {
		t.Fatal("it does not ask again")
	}
	r.shortcut(shortcutQuit())
	if got := r.app.Notes.Of(ref).Label; !r.quit || got != "prod" {
		t.Errorf("it has quit: %v; the label is %q", r.quit, got)
	}
}

func TestQuittingAsksBeforeItDiscardsTheLabelOfANewKey(t *testing.T) {
	r := newRig(t, demo.Options{})
	ref := r.ref(r.pressNew())
	r.typeInto(r.noteField(askField), "CI")
	r.shortcut(shortcutQuit())
	if r.quit || !r.reads(quitAgain) && !readsIn(r.tips().Layer, quitAgain) {
		t.Fatalf("it has quit: %v; or nothing asks", r.quit)
	}
	r.shortcut(shortcutQuit())
	if got := r.app.Notes.Of(ref); !r.quit || !got.IsZero() {
		t.Errorf("it has quit: %v; %+v is kept", r.quit, got)
	}
}

func TestQuittingAsksBeforeItDiscardsADraftThatIsNotOnScreen(t *testing.T) {
	for name, test := range map[string]struct {
		then func(*rig)
		asks func(*rig) bool
	}{
		"locked":   {func(*rig) {}, func(r *rig) bool { return r.reads(quitDiscards) }},
		"unlocked": {(*rig).unlockPlain, func(r *rig) bool { return r.toldOf(quitDiscards) }},
	} {
		t.Run(name, func(t *testing.T) {
			r, ref := halfTypedRig(t)
			r.lock()
			test.then(r)
			r.shortcut(shortcutQuit())
			if r.quit || !test.asks(r) {
				t.Fatalf("it has quit: %v; or nothing asks: %q", r.quit, r.texts())
			}
			r.pass(time.Second)
			r.shortcut(shortcutQuit())
			if got := r.app.Notes.Of(ref).Label; !r.quit || got != "prod" {
				t.Errorf("it has quit: %v; the label is %q", r.quit, got)
			}
		})
	}
}

func TestQuittingAsksNothingWhereNothingIsLost(t *testing.T) {
	r := newRig(t, demo.Options{})
	ref := r.ref(r.chooseEnabled())
	r.press(fyne.KeyF2)
	r.typeOn("CI")
	r.press(fyne.KeyReturn, fyne.KeyF2)
	r.shortcut(shortcutQuit())
	if got := r.app.Notes.Of(ref).Label; !r.quit || got != "CI" {
		t.Errorf("it has quit: %v; the label is %q", r.quit, got)
	}
}

func TestTheEndOfTheDesktopSessionOverwritesNothingWithHalfTypedText(t *testing.T) {
	r, ref := halfTypedRig(t)
	r.typeInto(r.noteField(textField), "ask Anna")
	r.endedBySystem()
	if got := r.app.Notes.Of(ref); !r.quit || got.Label != "prod" || got.Text != "ask Anna" {
		t.Errorf("it has quit: %v; %+v is kept", r.quit, got)
	}
	if got := r.recorded(); !slices.Contains(got, "note done") {
		t.Errorf("recorded is %q", got)
	}
}

// While the program ends, nothing is shown any more.
func TestWhatIsSavedWhileTheProgramEndsIsRecorded(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyF2)
	r.typeOn("CI")
	r.holdUpdates()
	r.press(fyne.KeyReturn)
	if got := r.recorded(); r.noted(id).Label != "CI" || !slices.Contains(got, "note done") {
		t.Errorf("the label is %q; recorded is %q", r.noted(id).Label, got)
	}
}
