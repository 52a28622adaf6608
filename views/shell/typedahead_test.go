package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keyspage"
	"accesskeys/views/kit/control"
)

// typeText types into the focused widget.
func (r *rig) typeText(text string) {
	r.t.Helper()
	for _, c := range text {
		f := r.canvas().Focused()
		if f == nil {
			continue
		}
		if c == ' ' {
			r.press(fyne.KeySpace)
		}
		f.TypedRune(c)
	}
}

func TestWhatIsTypedWhileAKeyIsCreatedIsItsLabel(t *testing.T) {
	from := func(where func(r *rig) fyne.Focusable) func(*rig) {
		return func(r *rig) {
			r.canvas().Focus(where(r))
			r.createKey()
		}
	}
	for name, create := range map[string]func(*rig){
		"the list":   from(func(r *rig) fyne.Focusable { return r.list() }),
		"the filter": from(func(r *rig) fyne.Focusable { return r.filter() }),
		"nothing":    from(func(*rig) fyne.Focusable { return nil }),
		"New":        func(r *rig) { r.pressOn("New") },
	} {
		r := newRig(t, demo.Options{})
		before := r.cursor()
		r.hold = true
		create(r)
		r.typeText("CI  bik")
		r.press(fyne.KeyBackspace)
		r.typeText("l?")
		if r.filterEntry().Text != "" || r.revealed(before) || r.dialogOpen() {
			t.Errorf("from %s: the filter has %q", name, r.filterEntry().Text)
		}
		r.release()
		if got := r.typedIn(askField); got != "CI  bil?" || r.canvas().Focused() != fyne.Focusable(r.noteField(askField)) {
			t.Errorf("from %s: the field has %q, or not the keyboard", name, got)
		}
		r.typeText("!")
		if got := r.typedIn(askField); got != "CI  bil?!" {
			t.Errorf("from %s: the field has %q then", name, got)
		}
	}
}

func TestEnterWhileAKeyIsCreatedKeepsItsLabel(t *testing.T) {
	r := newRig(t, demo.Options{})
	before, count := r.cursor(), len(r.server.Keys())
	r.hold = true
	r.createKey()
	r.typeText("CI billing")
	r.press(fyne.KeyReturn, fyne.KeyReturn)
	r.typeText("x")
	r.release()
	made := r.server.Keys()[count].ID
	if got := r.noted(made).Label; got != "CI billing" || r.asksLabel() || r.filterEntry().Text != "" {
		t.Errorf("it keeps %q, and the filter has %q", got, r.filterEntry().Text)
	}
	if r.canvas().Focused() != r.list() || r.cursor() != made || r.revealed(before) {
		t.Error("the keyboard is not on the new key, or a secret is shown")
	}
}

func TestOneEscapeWhileAKeyIsCreatedDiscardsNoLabel(t *testing.T) {
	for presses, want := range []string{"CI", "CI", ""} {
		r := newRig(t, demo.Options{})
		r.hold = true
		r.createKey()
		r.typeText("CI")
		for range presses {
			r.press(fyne.KeyEscape)
		}
		r.release()
		if got := r.typedIn(askField); got != want {
			t.Errorf("after %d Escapes the field has %q", presses, got)
		}
	}
}

func TestNewInTheFieldOfAKeyIsNotTypedIntoThat(t *testing.T) {
	r := newRig(t, demo.Options{})
	first := r.pressNew()
	r.typeText("first")
	r.pass(2 * keyspage.CreatePause)
	r.hold = true
	r.shortcut(keyshortcuts.New())
	r.typeText("second")
	r.release()
	if r.noted(first).Label != "first" || r.typedIn(askField) != "second" {
		t.Errorf("the first is %q, and the field has %q", r.noted(first).Label, r.typedIn(askField))
	}
}

func TestAClickOnNewThatComesTooSoonLeavesTheKeyboardInTheField(t *testing.T) {
	r := newRig(t, demo.Options{})
	click := func() {
		r.canvas().Unfocus() // as the toolkit does
		r.createKey()
	}
	before := len(r.server.Keys())
	click()
	r.pass(keyspage.CreatePause / 2)
	click()
	r.pass(keyspage.CreatePause / 2)
	r.typeText("billing")
	if got := r.typedIn(askField); got != "billing" || r.filterEntry().Text != "" {
		t.Errorf("the field has %q, the filter %q", got, r.filterEntry().Text)
	}
	if made := len(r.server.Keys()) - before; made != 1 {
		t.Errorf("it has created %d keys", made)
	}
}

func TestWhatIsTypedForNoKeyIsNoLabelOfTheNext(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{RefuseMutations: "no"})
	r.hold = true
	r.pressOn("New")
	r.typeText("CI")
	r.release()
	if b, ok := r.canvas().Focused().(*control.Button); !ok || b.Text != "New" {
		t.Error("the keyboard is not back on New")
	}
	r.canvas().Focus(r.list())
	r.typeText(" billing")
	if r.filterEntry().Text != "" {
		t.Errorf("the filter has %q", r.filterEntry().Text)
	}
	r.pass(keyspage.CreatePause)
	r.wantSaid("The label that you typed was not saved")
	r.typeText("A")
	if r.filterEntry().Text != "A" {
		t.Errorf("later, the filter has %q", r.filterEntry().Text)
	}
	r.press(fyne.KeyEscape)
	r.server.SetFaults()
	r.pressNew()
	if got := r.typedIn(askField); got != "" {
		t.Errorf("the field has %q", got)
	}
}

func TestDeleteActsAtOnceWhenALabelIsTypedOrNot(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	for _, end := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn} {
		r.press(fyne.KeyF2, fyne.KeyDelete)
		if !r.dialogReads(labelField) {
			t.Fatal("Delete in an empty field did more than nothing")
		}
		r.press(end)
		if r.canvas().Focused() != r.list() || r.cursor() != id {
			t.Fatalf("after %s the keyboard is not on the key", end)
		}
		r.press(fyne.KeyDelete)
		r.says("Delete this access key?", id)
		r.press(fyne.KeyEscape)
	}
}

func TestALabelTypedForAKeyThatTheLockStoppedIsToldOf(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.hold = true
	r.createKey()
	r.typeText("CI billing")
	r.server.SetFaults(demo.Faults{RefuseMutations: "no"})
	r.lock()
	r.release()
	r.pass(keyspage.CreatePause)
	r.unlockPlain()
	r.wantSaid("The label that you typed was not saved")
}

func TestALabelTypedForAKeyIsToldOfAsTheSessionIsLeft(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.hold = true
	r.createKey()
	r.typeText("CI billing")
	r.logOut(false)
	r.release()
	r.wantSaid("The label that you typed was not saved")
}

func TestFilterTypedWhileAKeyIsCreatedStays(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.hold = true
	r.createKey()
	r.shortcut(shortcutFind())
	r.typeText("no such")
	r.release()
	if got := r.filterEntry().Text; got != "no such" || r.canvas().Focused() != fyne.Focusable(r.filter()) {
		t.Errorf("the filter has %q, or not the keyboard", got)
	}
	r.wantSaid("Created ")
	if r.asksLabel() {
		t.Error("a hidden key is asked about")
	}
}
