package keytable

import (
	"slices"

	"accesskeys/views/selection"

	"fyne.io/fyne/v2"
)

// Choose takes the focus and selects a key. Without a modifier, only that key is selected. With Ctrl (Cmd on macOS),
// the key is added to the selection or removed from it. With Shift, all keys from the last selected one to it are
// selected.
func (l *List) Choose(id string, held fyne.KeyModifier) {
	takeFocus(l)
	l.Pick(id, held)
}

// Tick takes the focus and toggles the box of a key. With Shift, it is Choose.
func (l *List) Tick(id string, held fyne.KeyModifier) {
	if held&fyne.KeyModifierShift != 0 {
		l.Choose(id, held)
		return
	}
	takeFocus(l)
	if l.markable(id) {
		l.Selection.Tick(id)
		l.redraws.Request()
	}
}

func takeFocus(l *List) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
}

// Pick is Choose without taking the focus.
func (l *List) Pick(id string, held fyne.KeyModifier) {
	i, ok := l.Index[id]
	if !ok {
		return
	}
	switch {
	case held&fyne.KeyModifierShift != 0:
		l.Selection.ExtendTo(id, func(a, b string) []string {
			from, to := l.Index[a], l.Index[b]
			return selection.MarkableIn(l.Keys[min(from, to) : max(from, to)+1])
		})
	case held&fyne.KeyModifierShortcutDefault != 0 && l.markable(id):
		l.Selection.Toggle(id)
	case held&fyne.KeyModifierShortcutDefault != 0:
		l.Selection.Move(id)
	default:
		l.Selection.Only(id)
	}
	scrolling{l}.show(i)
	l.redraws.Request()
}

// Present moves the cursor to a key. It leaves marked keys marked; if there are none, the key is selected.
func (l *List) Present(id string) {
	if l.Selection.AnyMarked() {
		typing{l}.moveCursor(id)
		return
	}
	l.Pick(id, 0)
}

// Selected returns the IDs of the selected keys in the order of the list.
func (l *List) Selected() []string {
	ids := l.Selection.IDs()
	slices.SortFunc(ids, func(a, b string) int { return l.Index[a] - l.Index[b] })
	return ids
}
