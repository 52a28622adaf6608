// Package noanswer tells the user that the server does not answer, while a task is waiting for it.
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

// teller shows one message for all tasks that are waiting for the server.
type teller struct {
	win     *page.Window
	waiting []*task // tasks that have been waiting for long
}

// Tell has the window show a message while its tasks, or those of a session, are waiting for the server.
func Tell(win *page.Window) {
	win.Tasks.Watch = (&teller{win: win}).watch
}

// watch returns the context for a task, and a function to call when the task has ended. A nil stop means that the user
// may not stop the task.
func (t *teller) watch(ctx context.Context, stop func()) (context.Context, func()) {
	w := &task{stop}
	tell := func(d delay.Delay) { t.win.Tasks.Post(func() { t.tell(w, d) }) }
	return delay.Watch(ctx, tell), func() { tell(delay.Delay{}) }
}

// task is a task that may wait for the server.
type task struct{ stop func() } // nil if the user may not stop it

// tell shows why a task takes long. The zero Delay means that the task is no longer waiting for the server.
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

// offer returns the message's offer to stop all waiting tasks. It has no button unless all of them may be stopped.
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
