package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/client/demo"
)

// fieldMenu opens the menu of a field and returns its items that can be chosen.
func (r *rig) fieldMenu(field fyne.Focusable) []string {
	r.t.Helper()
	test.TapSecondaryAt(field.(fyne.SecondaryTappable), fyne.NewPos(4, 4))
	if !r.dialogOpen() {
		r.t.Fatal("the field has no menu")
	}
	return r.menu()
}

func TestMenuOfAFieldEditsItsText(t *testing.T) {
	r := newRig(t, demo.Options{})
	fyne.CurrentApp().Clipboard().SetContent("pasted")
	for name, open := range map[string]func() fyne.Focusable{
		"on the page": func() fyne.Focusable { return r.filter() },
		"in a dialog": func() fyne.Focusable {
			r.press(fyne.KeyEscape)
			r.chooseEnabled()
			r.press(fyne.KeyF2)
			return r.noteField(labelField)
		},
	} {
		field := open()
		inDialog := r.dialogOpen()
		text := field.(interface{ SelectedText() string }).SelectedText
		choose := func(item string, want ...string) {
			t.Helper()
			if got := r.fieldMenu(field); !slices.Equal(got, want) {
				t.Fatalf("%s: it offers %q, want %q", name, got, want)
			}
			r.pick(item)
			if r.canvas().Focused() != field || r.dialogOpen() != inDialog {
				t.Fatalf("%s: after %s, the keyboard is on %T", name, item, r.canvas().Focused())
			}
		}
		choose("Paste, Ctrl+V", "Paste, Ctrl+V", "Select All, Ctrl+A")
		choose("Select All, Ctrl+A", "Undo, Ctrl+Z", "Paste, Ctrl+V", "Select All, Ctrl+A")
		if text() != "pasted" {
			t.Errorf("%s: selected is %q", name, text())
		}
		choose("Undo, Ctrl+Z", "Undo, Ctrl+Z", "Cut, Ctrl+X", "Copy, Ctrl+C", "Paste, Ctrl+V", "Select All, Ctrl+A")
		choose("Redo, Ctrl+Y", "Redo, Ctrl+Y", "Paste, Ctrl+V", "Select All, Ctrl+A")
		r.fieldMenu(field)
		r.press(fyne.KeyEscape)
		if r.canvas().Focused() != field || r.dialogOpen() != inDialog {
			t.Errorf("%s: Escape closes more than the menu", name)
		}
		r.press(fyne.KeyEscape, fyne.KeyEscape)
	}
}

func TestEscapeClosesOnlyTheMenuOfAFieldWithoutAFocus(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.chooseEnabled()
	r.press(fyne.KeyF2)
	field := r.noteField(labelField)
	r.fieldMenu(field)
	r.canvas().Unfocus() // as a click on a grey item does
	r.press(fyne.KeyEscape)
	if !r.dialogOpen() || r.canvas().Focused() != fyne.Focusable(field) {
		t.Fatalf("after Escape, a dialog is open: %v, the keyboard is on %T", r.dialogOpen(), r.canvas().Focused())
	}
	r.press(fyne.KeyEscape)
	if r.dialogOpen() {
		t.Error("a second Escape does not close the dialog")
	}
}

func TestMenuOfAFieldUndoesThatItWasEmptied(t *testing.T) {
	r := newRig(t, demo.Options{})
	fyne.CurrentApp().Clipboard().SetContent("pasted")
	for _, item := range []string{"Paste, Ctrl+V", "Select All, Ctrl+A", "Cut, Ctrl+X"} {
		r.fieldMenu(r.filter())
		r.pick(item)
	}
	if got := r.fieldMenu(r.filter()); got[0] != "Undo, Ctrl+Z" {
		t.Fatalf("it offers %q", got)
	}
	r.pick("Undo, Ctrl+Z")
	if got := r.filterEntry().Text; got != "pasted" {
		t.Errorf("after Undo, the text is %q", got)
	}
}

func TestMenuOfASecretOffersNoCopy(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	field := r.form().secret()
	fyne.CurrentApp().Clipboard().SetContent("s3cret")
	r.typeInto(field, "old")
	if got, want := r.fieldMenu(field), []string{"Paste, Ctrl+V", "Select All, Ctrl+A"}; !slices.Equal(got, want) {
		t.Errorf("it offers %q", got)
	}
	r.pick("Select All, Ctrl+A")
	r.fieldMenu(field)
	r.pick("Paste, Ctrl+V")
	if field.Secret().Reveal() != "s3cret" {
		t.Errorf("the field holds %d characters", len(field.Secret().Reveal()))
	}
}
