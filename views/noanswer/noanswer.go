// Package noanswer tells the user that the server does not answer, while something is under way that waits for it.
package noanswer

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/client/delay"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// teller tells in one message that the server does not answer, whatever waits for the server.
type teller struct {
	win     *page.Window
	waiting []*task // for long
}

// Tell has the window tell that the server does not answer while its tasks, or those of a session, wait for that.
func Tell(win *page.Window) {
	win.Tasks.Watch = (&teller{win: win}).watch
}

// watch returns the context of a task, and what is called at its end.
func (t *teller) watch(ctx context.Context, stop func()) (context.Context, func()) {
	w := &task{stop}
	tell := func(d delay.Delay) { t.win.Tasks.Post(func() { t.tell(w, d) }) }
	return delay.Watch(ctx, tell), func() { tell(delay.Delay{}) }
}

// task is what may wait for the server.
type task struct{ stop func() } // nil where the user may not stop it

// tell says why a task takes long; no Delay is that the server has answered, or need not any more.
func (t *teller) tell(w *task, d delay.Delay) {
	said, message, long := t.win.Toasts.About("no answer"), words.Delayed(d), d != delay.Delay{}
	place := slices.Index(t.waiting, w)
	switch {
	case long && place >= 0:
		said.Reword(message)
	case long:
		t.waiting = append(t.waiting, w)
		said.Offering(t.offer()).Note(message)
	case place >= 0:
		t.waiting = slices.Delete(t.waiting, place, place+1)
		if len(t.waiting) == 0 {
			said.Withdraw()
		}
	}
}

// offer is to stop what waits, where all of it may be stopped.
func (t *teller) offer() toast.Offer {
	offer := toast.Offer{For: background.PromptLimit}
	if !slices.ContainsFunc(t.waiting, func(w *task) bool { return w.stop == nil }) {
		offer.Label, offer.Take = lang.L("Stop"), func() {
			for _, w := range slices.Clone(t.waiting) {
				w.stop()
			}
		}
	}
	return offer
}
