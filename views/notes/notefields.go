package notes

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
)

// mostTyped is how many characters a field takes. That is more than can be saved, so that nothing is cut off before the
// user knows of it.
const mostTyped = 5_000

// newLineField returns a field of one line. Enter saves the note, and so does Ctrl+Enter, as in the other fields.
func newLineField(t *control.Typing, save func()) *control.Entry {
	f := control.NewEntry(t, mostTyped)
	f.OnSubmitted, f.OnConfirm = func(string) { save() }, save
	return f
}

// areaField is a field of several lines.
type areaField struct {
	control.TextArea
	onSave func()
}

func newAreaField(t *control.Typing, rows int, save func()) *areaField {
	f := &areaField{onSave: save}
	f.Begin(f, t, rows, mostTyped)
	return f
}

// TypedShortcut takes what saves.
func (f *areaField) TypedShortcut(s fyne.Shortcut) {
	if press.IsCommandEnter(s) {
		f.onSave()
		return
	}
	f.TextArea.TypedShortcut(s)
}
