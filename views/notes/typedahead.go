package notes

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
)

// typedAhead holds what was typed about a key that is still being created, as if its field were there already.
type typedAhead struct {
	text    *control.Entry
	entered bool // Enter was pressed, so that the text is saved as soon as the key is there
}

// Expect takes what is typed on the table as the label of the key that is being created, until Ask or ExpectNone is
// called. While another key is expected, it is the label of the key that is created after that.
func (a *Asker) Expect() {
	a.saveTyped()
	a.end()
	a.ahead = append(a.ahead, &typedAhead{text: control.NewEntry(a.editor.win.Typing, mostTyped)})
	a.table.FocusTable()
}

// ExpectNext is called when the next of several expected keys is being created.
func (a *Asker) ExpectNext() {
	free := a.table.OnTable() || a.focused()
	a.saveTyped()
	if a.end(); free {
		a.table.FocusTable()
	}
}

// ExpectNone is called when no key was created, or none that can be asked about, so that none is expected after it either. If
// the user has typed a label, it says that it is not saved.
func (a *Asker) ExpectNone() {
	if slices.ContainsFunc(a.ahead, func(t *typedAhead) bool { return strings.TrimSpace(t.text.Text) != "" }) {
		tellUnsaved(a)
	}
	a.ahead = nil
}

// ExpectNoMore is called when no key will be created after the one that is expected first.
func (a *Asker) ExpectNoMore() {
	if len(a.ahead) > 1 {
		first := a.ahead[:1]
		a.ahead = a.ahead[1:]
		a.ExpectNone()
		a.ahead = first
	}
}

// Skip is called when a key was created that cannot be asked about, and another is expected.
func (a *Asker) Skip() {
	if typed := a.takeFirst(); typed != nil && strings.TrimSpace(typed.text.Text) != "" {
		tellUnsaved(a)
	}
}

func tellUnsaved(a *Asker) {
	a.editor.win.Toasts.About("label of no key").Note(lang.L("The label that you typed was not saved. Press F2 on a new key to add it."))
}

// takeFirst returns what was typed about the key that was created, and waits for it no longer. It returns nil if no key is
// expected.
func (a *Asker) takeFirst() *typedAhead {
	if len(a.ahead) == 0 {
		return nil
	}
	first := a.ahead[0]
	a.ahead = a.ahead[1:]
	return first
}

// TakeTyped takes a rune, key or shortcut that is typed about the key that is being created. It reports whether it did.
func (a *Asker) TakeTyped(typed any) bool {
	if len(a.ahead) == 0 {
		return false
	}
	last := a.ahead[len(a.ahead)-1]
	if k, isKey := typed.(*fyne.KeyEvent); isKey && k.Name == fyne.KeyEscape && last.text.Text != "" && !warning(a).Says(pressAgain()) {
		warning(a).Note(pressAgain())
		return true
	}
	took := last.take(typed)
	if took {
		a.OnInput()
		warning(a).Withdraw()
	}
	return took
}

// take reports whether typed belongs to the label, and edits it. A label does not begin with what moves the cursor of
// the table or acts on a key.
func (t *typedAhead) take(typed any) bool {
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
			t.entered = true
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
	if !t.entered {
		edit()
	}
	return true
}
