package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// typeOn types where the keyboard is.
func (r *rig) typeOn(text string) {
	r.t.Helper()
	on := r.canvas().Focused()
	if on == nil {
		r.t.Fatal("nothing has the keyboard")
	}
	r.typeInto(on, text)
}

func TestADraftIsGoneOnWithAtItsEnd(t *testing.T) {
	wrapped := "text" + strings.Repeat(" of several lines", 20)
	for _, field := range []string{labelField, placesField, textField} {
		t.Run(field, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.ids()[1]
			r.note(id, notes.Note{Label: "label", Places: []string{"place"}, Text: wrapped})
			r.selectKey(id, 0)
			r.press(fyne.KeyF2)
			r.typeInto(r.noteField(labelField), "begun")
			r.typeInto(r.noteField(placesField), " too")
			r.typeInto(r.noteField(textField), " too")
			r.typeInto(r.noteField(field), ", half")
			r.lock()
			r.unlockPlain()
			r.press(fyne.KeyF2)
			r.typeOn("-typed")
			want := map[string]string{labelField: "begun", placesField: "place too", textField: wrapped + " too"}
			want[field] += ", half-typed"
			for name, text := range want {
				if got := r.typedIn(name); got != text {
					t.Errorf("%s has %q, not %q", name, got, text)
				}
			}
			for _, name := range []string{labelField, placesField, textField} {
				r.typeInto(r.noteField(name), ".")
				if got := r.typedIn(name); got != want[name]+"." {
					t.Errorf("what is typed goes to %q", got)
				}
			}
		})
	}
}

func TestWhatIsTypedAboutANewKeyIsGoneOnWithAtItsEnd(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.pressNew()
	r.typeInto(r.noteField(askField), "CI")
	r.lock()
	r.unlockPlain()
	r.typeOn(" bil")
	r.retranslate(settings.LanguageEnglish)
	r.typeInto(r.noteField(askField), "ling")
	if got := r.typedIn(askField); got != "CI billing" {
		t.Errorf("it has %q", got)
	}
}

func TestThatADraftIsNotSavedIsSaidNoLongerThanItIs(t *testing.T) {
	const said = "isn't saved yet"
	for name, end := range map[string]func(*rig){
		"opened":    func(*rig) {},
		"saved":     func(r *rig) { r.press(fyne.KeyReturn) },
		"discarded": func(r *rig) { r.press(fyne.KeyEscape, fyne.KeyEscape) },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.selectKey(r.ids()[1], 0)
			r.press(fyne.KeyF2)
			r.typeInto(r.noteField(labelField), "CI bil")
			r.lock()
			r.unlockPlain()
			r.wantSaid(said)
			r.press(fyne.KeyF2)
			end(r)
			if r.toldOf(said) {
				t.Errorf("it says %q", r.said())
			}
		})
	}
}

// draftRig returns a rig in whose dialog the label of a key without one is being typed.
func draftRig(t *testing.T) (r *rig, id string) {
	t.Helper()
	r = newRig(t, demo.Options{})
	id = r.idInState(client.StateDisabled, false)
	r.selectKey(id, 0)
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(labelField), "CI bil")
	return r, id
}

func TestAMessageAboutADraftThatWasDismissedStaysAwayUntilTheDraftChanges(t *testing.T) {
	const said = "isn't saved yet"
	for name, dismiss := range map[string]func(*rig){
		"Esc":   func(r *rig) { r.press(fyne.KeyEscape) },
		"cross": func(r *rig) { test.Tap(r.messages()[0].dismiss) },
	} {
		t.Run(name, func(t *testing.T) {
			r, id := draftRig(t)
			relocked := func() *rig { r.lock(); r.unlockPlain(); return r }
			relocked().wantSaid(said)
			relocked().wantSaid(said) // it is only gone with the lock
			dismiss(r)
			for range 2 {
				if relocked().toldOf(said) {
					t.Fatalf("it says %q again", r.said())
				}
			}
			r.press(fyne.KeyF2)
			if r.typedIn(labelField) != "CI bil" || relocked().toldOf(said) {
				t.Fatalf("the draft, which nobody has changed, is told of: %q", r.said())
			}
			r.press(fyne.KeyF2)
			r.typeInto(r.noteField(labelField), "l")
			relocked().wantSaid(said)
			dismiss(r)
			r.elsewhere(keys.OpDelete, id) // so that F2 does not lead there
			r.reload()
			relocked().wantSaid("you can still copy the text")
		})
	}
}

func TestADraftAboutAKeyThatWasDeletedMeanwhileCanStillBeCopied(t *testing.T) {
	for name, deleted := range map[string]func(r *rig, id string){
		"before":     func(r *rig, id string) { r.elsewhere(keys.OpDelete, id); r.reload(); r.lock(); r.unlockPlain() },
		"seen later": func(r *rig, id string) { r.lock(); r.elsewhere(keys.OpDelete, id); r.unlockPlain(); r.reload() },
		"and hidden": func(r *rig, id string) { r.lock(); r.unlockPlain(); r.elsewhere(keys.OpDelete, id); r.reload() },
	} {
		t.Run(name, func(t *testing.T) {
			r, id := draftRig(t)
			deleted(r, id)
			r.wantSaid("What you typed about " + id + " isn't saved yet. The key is deleted, but you can still copy the text.")
			if r.toldOf("Press F2") {
				t.Errorf("it says %q", r.said())
			}
			r.tapButton("Show Text")
			if r.typedIn(labelField) != "CI bil" || len(r.said()) > 0 && r.toldOf("saved yet") {
				t.Errorf("the dialog has %q; said %q", r.typedIn(labelField), r.said())
			}
			r.press(fyne.KeyEscape, fyne.KeyEscape)
			r.lock()
			r.unlockPlain()
			if r.dialogOpen() || r.toldOf("saved yet") {
				t.Errorf("after it was discarded, it says %q", r.said())
			}
		})
	}
}

func TestTextThatIsNotSavedAboutADeletedKeyCanStillBeCopied(t *testing.T) {
	r := newRig(t, demo.Options{})
	made, looks := r.pressNew(), strings.Repeat("aB3", 10)
	r.typeInto(r.noteField(askField), looks)
	r.elsewhere(keys.OpDelete, made)
	r.reload()
	r.selectKey(r.ids()[0], 0)
	r.wantSaid(made + " is deleted, but you can still copy the text.")
	r.tapButton("Show Text")
	if r.typedIn(labelField) != looks {
		t.Errorf("the dialog has %q", r.typedIn(labelField))
	}
}

func TestWhatIsTypedWhileALabelIsSavedStays(t *testing.T) {
	r := newRig(t, demo.Options{})
	made := r.pressNew()
	r.typeInto(r.noteField(askField), "CI")
	r.hold = true
	r.press(fyne.KeyReturn)
	r.selectKey(made, 0)
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(labelField), " billing")
	r.release()
	if r.noted(made).Label != "CI" {
		t.Fatalf("the label is %q", r.noted(made).Label)
	}
	r.closeDialog() // as a lock does
	r.press(fyne.KeyF2)
	if got := r.typedIn(labelField); got != "CI billing" {
		t.Errorf("the dialog shows %q", got)
	}
}
