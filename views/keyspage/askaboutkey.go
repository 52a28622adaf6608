package keyspage

import (
	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/views/askinglink"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// openQuestion is a question about a key. It may have been answered already.
type openQuestion struct {
	op    keys.Operation
	seen  keys.Key // the key as the question shows it
	close func() (was bool)
}

// askAbout asks a question beside the key's row, as the console does. A yes carries out the operation,
// provided the key has not changed since.
func (a *keyActions) askAbout(op keys.Operation, k keys.Key, q dialog.Question) {
	q.OnYes = func() { a.changeAsSeen(op, k) }
	q.At = keytable.Spot(a.display.list, k.ID, op)
	q.Beside = func(at fyne.Position) func() { return a.askInstead(op, k.ID, at) }
	a.question = &openQuestion{op: op, seen: k, close: a.win.Dialogs.Ask(q)}
}

// askInstead returns what a click at a position in the window does beside the question about a key: on a link that asks another
// one, it asks that, as in the console, unless the click came too soon to be meant for it. It does nothing else.
func (a *keyActions) askInstead(op keys.Operation, id string, at fyne.Position) (press func()) {
	nothing := func() {}
	if a.win.Presses.TooSoon() || a.status.replacing.Shown() {
		return nothing
	}
	for _, message := range a.win.Toasts.OnScreen() {
		if style.Covers(message, at) {
			return nothing
		}
	}
	link := askinglink.At(a.display.list, at)
	if link == nil || link.Asks(op, id) {
		return nothing
	}
	return link.Press
}

// closeOutdatedQuestion closes the open question if its key has changed state or is no longer listed.
func (a *keyActions) closeOutdatedQuestion() {
	q := a.question
	if q == nil {
		return
	}
	now, listed := a.keys.Find(q.seen.ID)
	if listed && now.State == q.seen.State {
		return
	}
	a.question = nil
	if !q.close() {
		return
	}
	if !listed && a.keys.Partial() {
		a.about(q.op, q.seen.ID).Note(words.Explain(keys.ErrUnseen))
	} else {
		a.about(q.op, q.seen.ID).Note(words.ChangedMeanwhile(a.labels.nameOf(q.seen.ID), words.StateNow(now, listed)))
	}
}
