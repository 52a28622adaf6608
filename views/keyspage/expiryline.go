package keyspage

import (
	"maps"

	"accesskeys/app/keys"
	"accesskeys/views/keyscard"
)

// expiryLine tells which keys expire soon: on their rows, and in a line above the table.
type expiryLine struct {
	*scope
	display  *display
	onChange func() // the line's text may have changed
	onPassed func() // a key's time has passed since the list was read

	before, during keys.Find // what the user searched for before Show, and what that made of it
}

// refresh updates what changes just because time passes.
func (e *expiryLine) refresh() {
	if !e.host.Locked() && e.display.watch.Due() {
		e.display.chipped = nil
		e.display.list.Signs.Changed()
		if e.display.watch.Unread {
			e.onPassed()
		}
	}
}

// text returns what the line above the table says. The line shows it only if nothing more urgent is to be said there.
func (e *expiryLine) text() string {
	if e.display.find.Among != nil {
		return keyscard.OnlyExpiring()
	}
	return e.display.watch.Line()
}

// toggleFilter filters the list by the keys that the line is about, or shows again what was shown before. A state that the
// user has chosen stays chosen if all of these keys are in it.
func (e *expiryLine) toggleFilter() {
	d := e.display
	if d.find.Among != nil {
		e.endFilter()
		return
	}
	e.before, e.during = d.find, keys.Find{Among: idSet(d.watch.Keys())}
	if d.watch.KeysAreIn(d.find.State) {
		e.during.State = d.find.State
	}
	d.setFilter(e.during)
}

// endFilter shows again what was shown before the list was filtered by the keys that the line is about. What the user has
// searched for among these keys stays.
func (e *expiryLine) endFilter() {
	if now := e.display.find; now.Among != nil && now.Text == e.during.Text && now.State == e.during.State {
		e.display.setFilter(e.before)
		return
	}
	e.display.filterAmong(nil)
}

// renewFilter drops keys from the filter that do not expire soon any more. It is called when the user has reloaded the list:
// until then, a key stays in sight whatever the user does to it.
func (e *expiryLine) renewFilter() {
	now := e.display.find.Among
	switch among := e.display.watch.Keys(); {
	case now == nil || maps.Equal(*now, among):
	case len(among) > 0:
		e.display.filterAmong(among)
	default:
		e.endFilter()
	}
}

// dismiss hides the line, and has it not mention these keys again.
func (e *expiryLine) dismiss() {
	e.display.watch.Dismiss()
	e.endFilter()
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
