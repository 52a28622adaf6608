package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/words"
)

func TestNewAsksWhatTheKeyIsFor(t *testing.T) {
	r := newRig(t, demo.Options{})
	made := r.pressNew()
	if !r.asksLabel() || r.canvas().Focused() == r.list() {
		t.Fatal("it does not ask")
	}
	r.typeInto(r.noteField(askField), "CI billing")
	r.press(fyne.KeyReturn)
	r.wantSaid("Created “CI billing” (" + idEnd(made) + ")")
	if r.noted(made).Label != "CI billing" || r.asksLabel() || r.canvas().Focused() != r.list() {
		t.Errorf("Enter did not keep %q", r.noted(made).Label)
	}

	made = r.pressNew()
	r.typeInto(r.noteField(askField), "x")
	const again = "Press Esc again to discard what you typed."
	r.press(fyne.KeyEscape)
	if !r.asksLabel() || r.typedIn(askField) != "x" || !r.reads(again) || !r.tipShown() || slices.Contains(r.said(), again) {
		t.Errorf("one Escape discards what was typed, or it does not say so at the field: it shows %q", r.texts())
	}
	r.pass(tooltip.TellTime + time.Second)
	r.press(fyne.KeyEscape)
	if !r.asksLabel() || !r.reads(again) {
		t.Error("one Escape discards what was typed once that is not said any more")
	}
	r.typeInto(r.noteField(askField), "y")
	if r.reads(again) {
		t.Error("what was edited is still about to be discarded")
	}
	r.press(fyne.KeyEscape, fyne.KeyEscape)
	if r.reads(again) || !r.noted(made).IsZero() || r.asksLabel() || r.canvas().Focused() != r.list() {
		t.Error("Escape did not skip")
	}

	made = r.pressNew()
	r.press(fyne.KeyReturn)
	if r.asksLabel() || r.canvas().Focused() != r.list() || r.revealed(made) {
		t.Error("Enter in the empty field did not just skip")
	}

	made = r.pressNew()
	r.press(fyne.KeyUp)
	if r.asksLabel() || r.cursor() == made || r.canvas().Focused() != r.list() {
		t.Error("Up in the empty field did not move in the table")
	}
}

func TestTheQuestionLeavesTheIDAndTheLinksInASmallWindow(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 480, Height: 360}, {Width: 760, Height: 480}, {Width: 900, Height: 600}} {
		r := newRig(t, demo.Options{})
		r.setSize(size)
		made := r.pressNew()
		if !r.asksLabel() || !slices.Contains(r.texts(), made) {
			t.Errorf("it shows %q, and not %s", r.texts(), made)
		}
		row := r.list().Pool.At(r.list().Index[made], made)
		if !row.Links.Show.Visible() || !row.Links.Copy.Visible() {
			t.Errorf("in %v, Show or Copy is not there", size)
		}
		room := r.noteField(askField).(fyne.CanvasObject).Size().Width - 2*theme.InnerPadding()
		asked := slices.ContainsFunc(r.texts(), func(text string) bool {
			return strings.HasPrefix(askField, text) && strings.HasPrefix(text, words.AskPurpose()) && style.Measure(text, style.SizeText, fyne.TextStyle{}) <= room
		})
		if !asked {
			t.Errorf("in %v, the field is not asking in %v: %q", size, room, r.texts())
		}
		r.press(fyne.KeyEscape)
		r.press(fyne.KeyF2)
		r.says(made)
	}
}

// pressNew presses New, and returns the ID of the key that is made.
func (r *rig) pressNew() (id string) {
	r.t.Helper()
	before := len(r.server.Keys())
	r.pass(5 * time.Second)
	r.shortcut(keyshortcuts.New())
	after := r.server.Keys()
	if len(after) != before+1 {
		r.t.Fatalf("%d keys were made", len(after)-before)
	}
	return after[before].ID
}

func TestNewPressedAgainTooSoonLeavesTheQuestion(t *testing.T) {
	r := newRig(t, demo.Options{})
	made := r.pressNew()
	keys := len(r.server.Keys())
	r.shortcut(keyshortcuts.New())
	if !r.asksLabel() || r.canvas().Focused() != fyne.Focusable(r.noteField(askField)) {
		t.Fatal("the question is gone, or has not the keyboard")
	}
	r.typeInto(r.noteField(askField), "CI bil")
	r.shortcut(shortcutReload())
	if got := r.typedIn(askField); got != "CI bil" || r.canvas().Focused() != fyne.Focusable(r.noteField(askField)) {
		t.Errorf("it has %q", got)
	}
	if len(r.server.Keys()) != keys || !r.noted(made).IsZero() {
		t.Error("it was pressed once")
	}
}

func TestWhatIsTypedAboutANewKeyIsKeptAsTheSessionIsLeft(t *testing.T) {
	r := newRig(t, demo.Options{})
	made := r.pressNew()
	ref := r.ref(made)
	r.typeInto(r.noteField(askField), "CI billing")
	r.logOut(false)
	if got := r.app.Notes.Of(ref).Label; got != "CI billing" {
		t.Errorf("%q is kept", got)
	}
}

func TestWhatIsTypedIsThereAfterTheWindowWasLocked(t *testing.T) {
	r := newRig(t, demo.Options{})
	made := r.pressNew()
	r.typeInto(r.noteField(askField), "CI bil")
	r.lock()
	r.unlockPlain()
	if r.typedIn(askField) != "CI bil" || r.canvas().Focused() != fyne.Focusable(r.noteField(askField)) {
		t.Errorf("the field has %q, or not the keyboard", r.typedIn(askField))
	}
	r.press(fyne.KeyEscape, fyne.KeyEscape)
	r.lock()
	r.unlockPlain()
	if r.toldOf("saved yet") {
		t.Errorf("said %q of what was given up", r.said())
	}

	r.selectKey(made, 0)
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(labelField), "CI bil")
	r.lock()
	r.unlockPlain()
	r.wantSaid("What you typed about " + made + " isn't saved yet. Press F2 on the key to see it.")
	r.press(fyne.KeyF2)
	if r.typedIn(labelField) != "CI bil" {
		t.Errorf("the dialog has %q", r.typedIn(labelField))
	}
}

func TestNewWhileAskingLosesNothing(t *testing.T) {
	r := newRig(t, demo.Options{})
	first := r.pressNew()
	r.typeInto(r.noteField(askField), "first")
	second := r.pressNew()
	if r.noted(first).Label != "first" || r.typedIn(askField) != "" {
		t.Fatalf("the first is %q, and the field has %q", r.noted(first).Label, r.typedIn(askField))
	}
	r.shortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	if !r.clip.secret.Equal(r.server.SecretOf(second)) {
		t.Error("Copy in the empty field does not copy the new key's secret")
	}
	r.shortcut(keyshortcuts.CopyID())
	if got := fyne.CurrentApp().Clipboard().Content(); got != second {
		t.Errorf("a shortcut of the table in the empty field copied %q", got)
	}

	block(t, r.dir)
	r.typeInto(r.noteField(askField), "second")
	r.press(fyne.KeyReturn)
	if r.typedIn(askField) != "second" || !strings.Contains(strings.Join(r.said(), "\n"), "Not saved.") {
		t.Errorf("a failed write: %q is left, and it said %q", r.typedIn(askField), r.said())
	}
	third := r.pressNew()
	if r.typedIn(askField) != "" {
		t.Error("the next key is not asked about")
	}
	unblock(t, r.dir)
	r.press(fyne.KeyEscape)
	r.selectKey(second, 0)
	r.press(fyne.KeyF2)
	if r.typedIn(labelField) != "second" {
		t.Error("what could not be saved is lost")
	}
	r.press(fyne.KeyReturn)
	if r.noted(second).Label != "second" || !r.noted(third).IsZero() {
		t.Error("it was not saved in the end")
	}
}

func TestAskingTakesNoKeyboardFromElsewhere(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.hold = true
	r.createKey()
	r.typeInto(r.filter(), "A")
	r.release()
	if r.canvas().Focused() == fyne.Focusable(r.noteField(askField)) {
		t.Error("it took the keyboard from the filter")
	}
	r.press(fyne.KeyDown)
	if r.asksLabel() {
		t.Error("an empty field stays although the user goes on")
	}
}

func TestTheQuestionEndsAsTheUserGoesOn(t *testing.T) {
	for name, goOn := range map[string]func(r *rig, other string){
		"click":  func(r *rig, other string) { r.selectKey(other, 0) },
		"Tab":    func(r *rig, _ string) { r.canvas().Focus(r.list()); r.press(fyne.KeyUp) },
		"filter": func(r *rig, other string) { r.typeInto(r.filter(), other) },
		"tick":   func(r *rig, other string) { r.tick(other) },
	} {
		for _, text := range []string{"", "CI billing"} {
			r := newRig(t, demo.Options{})
			other := r.chooseEnabled()
			made := r.pressNew()
			r.typeInto(r.noteField(askField), text)
			goOn(r, other)
			if r.asksLabel() || r.noted(made).Label != text {
				t.Errorf("%s, %q: asked on is %v, the label is %q", name, text, r.asksLabel(), r.noted(made).Label)
			}
		}
	}
}

func TestTheQuestionStaysAsTheSecretOfItsKeyIsTaken(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 480, Height: 360}, {Width: 900, Height: 600}, {Width: 1221, Height: 740}} {
		for _, text := range []string{"", "CI "} {
			for _, copies := range []bool{true, false} {
				r := newRig(t, demo.Options{})
				r.setSize(size)
				made, listed := r.pressNew(), len(r.listed())
				r.typeInto(r.noteField(askField), text)
				r.clickLink(made, copies)
				r.pass(time.Second)
				if !r.asksLabel() || r.canvas().Focused() != fyne.Focusable(r.noteField(askField)) {
					t.Errorf("%v, %q, copied %v: the field is gone, or has not the keyboard", size, text, copies)
				}
				if taken := r.revealed(made) || r.clip.secret.Equal(r.server.SecretOf(made)); !taken {
					t.Errorf("%v, %q: the secret is neither shown nor copied", size, text)
				}
				r.typeText("billing")
				r.press(fyne.KeyReturn)
				if got := r.noted(made).Label; got != text+"billing" || len(r.listed()) != listed {
					t.Errorf("%v: the label is %q, or the list is filtered", size, got)
				}
			}
		}
	}
}

// A compact row has no room for the field and the secret.
func TestShowInACompactRowEndsTheQuestion(t *testing.T) {
	for _, text := range []string{"", "CI billing"} {
		r := newRig(t, demo.Options{})
		r.setSize(fyne.Size{Width: 900, Height: 600})
		r.showDense(settings.DensityCompact)
		made := r.pressNew()
		r.typeInto(r.noteField(askField), text)
		r.clickLink(made, false)
		if !r.revealed(made) || !r.rowOf(made).Links.Show.Visible() || r.asksLabel() || r.noted(made).Label != text {
			t.Errorf("%q: the secret is shown: %v, asked on is %v, the label is %q", text, r.revealed(made), r.asksLabel(), r.noted(made).Label)
		}
	}
}

func TestTheQuestionIsGoneOnWithAfterAnotherTab(t *testing.T) {
	r := newRig(t, demo.Options{})
	made := r.pressNew()
	r.typeInto(r.noteField(askField), "CI bil")
	r.openHistory()
	r.chooseTheme(settings.ThemeDark)
	r.openTab(tabKeys)
	r.reload()
	r.typeText("ling")
	r.press(fyne.KeyReturn)
	if r.noted(made).Label != "CI billing" || r.asksLabel() {
		t.Errorf("the label is %q", r.noted(made).Label)
	}
}

func TestALabelIsPlainOnceItsFieldIsLeft(t *testing.T) {
	for name, leave := range map[string]func(r *rig){
		"Tab":               func(r *rig) { r.canvas().FocusNext() },
		"the filter":        func(r *rig) { r.canvas().Focus(r.filter()) },
		"the table":         func(r *rig) { r.canvas().Focus(r.list()) },
		"a click elsewhere": func(r *rig) { r.canvas().Unfocus() },
		"a menu": func(r *rig) {
			r.canvas().FocusNext()
			r.press(desktop.KeyMenu)
			r.pass(time.Second)
			r.press(fyne.KeyEscape)
		},
	} {
		r := newRig(t, demo.Options{})
		r.pressNew()
		leave(r)
		r.pass(time.Second)
		if r.canvas().Focused() == fyne.Focusable(r.list()) && r.asksLabel() {
			t.Errorf("%s: an empty field stays", name)
		}
		made := r.pressNew()
		r.typeInto(r.noteField(askField), "CI billing")
		leave(r)
		r.pass(time.Second)
		if r.asksLabel() || r.noted(made).Label != "CI billing" || !slices.Contains(r.texts(), "CI billing") {
			t.Errorf("%s: asked on is %v, the label is %q", name, r.asksLabel(), r.noted(made).Label)
		}
	}
}

func TestALabelFieldUnderADialogStays(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.pressNew()
	r.typeInto(r.noteField(askField), "CI bil")
	r.press(fyne.KeyF1)
	r.pass(time.Second)
	r.press(fyne.KeyEscape)
	r.pass(time.Second)
	if !r.asksLabel() || r.typedIn(askField) != "CI bil" || r.canvas().Focused() != fyne.Focusable(r.noteField(askField)) {
		t.Error("the field is gone, or has not the keyboard")
	}
}

func TestQuestionNamesTheKeyByTheLabelBeingTyped(t *testing.T) {
	r := newRig(t, demo.Options{})
	made := r.pressNew()
	r.typeInto(r.noteField(askField), "CI billing")
	for _, ask := range []func(id string){r.toggleState, r.deleteKey} {
		ask(made)
		if !r.dialogReads("CI billing") {
			t.Errorf("it asks %q", r.texts())
		}
		r.closeDialog()
	}
	r.toggleState(made)
	r.tapButton("Disable")
	r.wantSaid("Disabled “CI billing” (" + idEnd(made) + ")")
	if r.asksLabel() || r.canvas().Focused() != r.list() {
		t.Errorf("the field is there: %v, and the keyboard is on %T", r.asksLabel(), r.canvas().Focused())
	}
}
