package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
)

// ends tells which keys end soon: on their rows, and in a line above the table.
type ends struct {
	*scope
	display *display
	onTold  func() // the line says something else
}

// refresh brings up to date what has changed with the time alone.
func (e *ends) refresh() {
	if !e.host.Covered() && e.display.watch.Due() {
		e.display.list.Signs.Changed()
	}
}

// line is what is said above the table. Nothing more pressing is.
func (e *ends) line() string {
	if e.display.find.Among != nil {
		return lang.L("Only the keys that expire soon are shown.")
	}
	return e.display.watch.Line()
}

// showKeys shows only the keys that the line is about, or all again.
func (e *ends) showKeys() {
	if e.display.find.Among != nil {
		e.display.lookAmong(nil)
		return
	}
	e.display.findNothing()
	e.display.lookAmong(e.display.watch.Keys())
}

// dismiss has nothing be said of these keys again.
func (e *ends) dismiss() {
	e.display.watch.Dismiss()
	e.display.lookAmong(nil)
	e.onTold()
	e.host.FocusBack()
}

// saveReminder has the user save an entry for their calendar.
func (e *ends) saveReminder(id string) {
	k, ok := e.display.list.Key(id)
	switch {
	case !ok:
	case !e.display.watch.OffersReminder(k):
		e.win.Toasts.Hint(e.display.watch.NoReminder(k))
	default:
		e.display.watch.SaveReminder(e.win, k, e.labels.label(id), keys.RefOf(e.keys, id).Base)
	}
}

// among is keys to look for, by ID.
func among(ids map[string]bool) *keys.IDs {
	if ids == nil {
		return nil
	}
	set := keys.IDs(ids)
	return &set
}
