// Package silence tells the user that the server does not answer, while something is under way that waits for it.
package silence

import (
	"context"
	"time"

	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// teller tells of the silence in one message, whatever waits for the server.
type teller struct {
	win   *page.Window
	tasks int // that have waited for long
}

// Tell has the window tell that the server does not answer while its tasks, or those of a session, wait for that.
func Tell(win *page.Window) {
	win.Tasks.Watch = (&teller{win: win}).watch
}

// watch returns the context of a task, and what is called at its end.
func (t *teller) watch(ctx context.Context) (context.Context, func()) {
	w := &task{teller: t}
	tell := func(silent time.Duration) { t.win.Tasks.Post(func() { w.tell(silent) }) }
	return client.WithSilence(ctx, tell), func() { tell(0) }
}

type task struct {
	*teller
	waits bool // it has, for long
}

// tell says how long the server has not answered; 0 is that it has, or need not any more.
func (w *task) tell(silent time.Duration) {
	before := w.tasks
	switch waits := silent > 0; {
	case waits && !w.waits:
		w.tasks++
	case !waits && w.waits:
		w.tasks--
	}
	w.waits = silent > 0
	said := w.win.Toasts.About("silence")
	switch {
	case w.tasks == 0:
		said.Withdraw()
	case before == 0:
		said.Offering(toast.Offer{For: background.PromptLimit}).Note(words.NoAnswerFor(silent))
	case silent > 0:
		said.Reword(words.NoAnswerFor(silent))
	}
}
