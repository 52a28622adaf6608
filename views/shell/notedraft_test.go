package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/notes"
	"accesskeys/app/settings"
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
	for _, field := range []string{labelField, placesField, textField} {
		t.Run(field, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.ids()[1]
			r.note(id, notes.Note{Label: "label", Places: []string{"place"}, Text: "text"})
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
			want := map[string]string{labelField: "begun", placesField: "place too", textField: "text too"}
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
