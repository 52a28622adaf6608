package notes

import "accesskeys/views/kit/control"

// mostTyped is how many characters a field takes. That is more than can be saved, so that nothing is cut off before the
// user knows of it.
const mostTyped = 5_000

// newLineField returns a field of one line. Enter saves the note, and so does Ctrl+Enter, as in the other fields.
func newLineField(t *control.Typing, save func()) *control.Entry {
	f := control.NewEntry(t, mostTyped)
	f.OnSubmitted, f.OnConfirm = func(string) { save() }, save
	return f
}

// newAreaField returns a field of several lines. Ctrl+Enter saves the note.
func newAreaField(t *control.Typing, rows int, save func()) *control.TextArea {
	f := &control.TextArea{}
	f.Begin(f, t, rows, mostTyped)
	f.OnConfirm = save
	return f
}
