package notes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
)

// mostTyped is how many characters a field takes. That is more than can be saved, so that nothing is cut off before the
// user knows of it.
const mostTyped = 5_000

// lineField is a field of one line. Enter saves the note.
type lineField struct {
	control.Entry
	onSave func()
}

func newLineField(t *control.Typing, save func()) *lineField {
	f := &lineField{onSave: save}
	f.Begin(f, t, mostTyped)
	f.OnSubmitted = func(string) { save() }
	return f
}

// TypedShortcut takes what saves.
func (f *lineField) TypedShortcut(s fyne.Shortcut) {
	if isSave(s) {
		f.onSave()
		return
	}
	f.Entry.TypedShortcut(s)
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
	if isSave(s) {
		f.onSave()
		return
	}
	f.TextArea.TypedShortcut(s)
}

// isSave reports whether a shortcut saves: SaveNote, or the same with the other Enter key.
func isSave(s fyne.Shortcut) bool {
	pressed, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return false
	}
	name := pressed.ShortcutName()
	return name == keyshortcuts.SaveNote().ShortcutName() || name == press.Command(fyne.KeyEnter, 0).ShortcutName()
}
