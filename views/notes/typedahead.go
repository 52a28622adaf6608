package notes

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	appnotes "accesskeys/app/notes"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
)

// typedAhead is what was typed about a key that is still being created, as if the field for it were there.
type typedAhead struct {
	text *control.Entry
	kept bool // Enter was pressed after it
}

// Expect has what is typed on the table from now on be about the key that is being created, until Ask or ExpectNone.
func (a *Asker) Expect() {
	a.Settle()
	a.end()
	a.ahead = &typedAhead{text: control.NewEntry(a.editor.win.Typing, appnotes.LongestLabel)}
	a.table.FocusTable()
}

// ExpectNone is for when no key was created that can be asked about. It says so of what was typed.
func (a *Asker) ExpectNone() {
	if a.ahead != nil && strings.TrimSpace(a.ahead.text.Text) != "" {
		a.editor.win.Toasts.About("label of no key").Note(lang.L("The label that you typed was not saved. Press F2 on a new key to add it."))
	}
	a.ahead = nil
}

// Ahead takes what is typed about the key that is being created: a rune, key or shortcut.
func (a *Asker) Ahead(typed any) bool { return a.ahead != nil && a.ahead.takes(typed) }

// takes leaves the table what a label does not begin with.
func (t *typedAhead) takes(typed any) bool {
	edit := func() {}
	switch typed := typed.(type) {
	case rune:
		if t.text.Text == "" && (typed == ' ' || press.TypedRune(typed, func(*fyne.KeyEvent) {})) {
			return false
		}
		edit = func() { t.text.TypedRune(typed) }
	case *fyne.ShortcutPaste:
		edit = func() { t.text.TypedShortcut(typed) }
	case *fyne.KeyEvent:
		if t.text.Text == "" {
			return false
		}
		switch typed.Name {
		case fyne.KeyReturn, fyne.KeyEnter:
			t.kept = true
		case fyne.KeyEscape:
			edit = func() { t.text.SetText("") }
		case fyne.KeySpace: // typed as a rune too
		case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd:
			edit = func() { t.text.TypedKey(typed) }
		default:
			return false
		}
	default:
		return false
	}
	if !t.kept {
		edit()
	}
	return true
}
