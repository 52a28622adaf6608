package keyspage

import (
	"accesskeys/app/keys"
	"accesskeys/views/keyscard"
)

// expiryLine tells which keys expire soon: on their rows, and in a line above the table.
type expiryLine struct {
	*scope
	display  *display
	onChange func() // the line's text may have changed
}

// refresh updates what changes just because time passes.
func (e *expiryLine) refresh() {
	if !e.host.Locked() && e.display.watch.Due() {
		e.display.chipped = nil
		e.display.list.Signs.Changed()
	}
}

// text returns what the line above the table says. The line shows it only if nothing more urgent is to be said there.
func (e *expiryLine) text() string {
	if e.display.find.Among != nil {
		return keyscard.OnlyExpiring()
	}
	return e.display.watch.Line()
}

// toggleFilter filters the list by the keys that the line is about, or shows all keys again.
func (e *expiryLine) toggleFilter() {
	if e.display.find.Among != nil {
		e.display.filterAmong(nil)
		return
	}
	e.display.resetFilter()
	e.display.filterAmong(e.display.watch.Keys())
}

// renewFilter drops keys from the filter that do not expire soon any more. It is called when the user has reloaded the list:
// until then, a key stays in sight whatever the user does to it.
func (e *expiryLine) renewFilter() {
	if e.display.find.Among == nil {
		return
	}
	among := e.display.watch.Keys()
	if len(among) == 0 {
		among = nil
	}
	e.display.filterAmong(among)
}

// dismiss hides the line, and has it not mention these keys again.
func (e *expiryLine) dismiss() {
	e.display.watch.Dismiss()
	e.display.filterAmong(nil)
	e.onChange()
	e.host.FocusBack()
}

// saveReminder lets the user save a calendar entry for when a key expires.
func (e *expiryLine) saveReminder(id string) {
	k, ok := e.display.list.Key(id)
	switch {
	case !ok:
	case !e.display.watch.OffersReminder(k):
		e.win.Toasts.Hint(e.display.watch.NoReminder(k))
	default:
		e.display.watch.SaveReminder(e.win, k, e.labels.label(id), e.labels.nameOf(id), keys.RefOf(e.keys, id).Base)
	}
}

// idSet returns ids in the form that a filter takes.
func idSet(ids map[string]bool) *keys.IDs {
	if ids == nil {
		return nil
	}
	set := keys.IDs(ids)
	return &set
}
