package notes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
)

// lineField is a field of one line. Enter saves the note.
type lineField struct {
	control.Entry
	onSave func()
}

func newLineField(t *control.Typing, most int, save func()) *lineField {
	f := &lineField{onSave: save}
	f.Begin(f, t, most)
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

func newAreaField(t *control.Typing, rows, most int, save func()) *areaField {
	f := &areaField{onSave: save}
	f.Begin(f, t, rows, most)
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

// isSave reports whether a shortcut saves: Ctrl+Enter (Cmd on macOS).
func isSave(s fyne.Shortcut) bool {
	pressed, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return false
	}
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		if pressed.ShortcutName() == press.Command(key, 0).ShortcutName() {
			return true
		}
	}
	return false
}
