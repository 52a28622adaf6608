// Package keycheck checks access keys when the user asks for it: it says what came of one, and shows how far it is with
// several and reports.
package keycheck

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/progress"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// Host is what checks need of the page that they are started on.
type Host interface {
	Covered() bool                                 // the window is locked
	Key(id string) (k keys.Key, listed, idle bool) // idle: nothing is being done with it
	Label(id string) string                        // what the user calls a key
	Reload()                                       // reads the list again
	Scrub()                                        // a secret was in memory
	Checked(keycheck.Result)                       // keeps what came of a check
}

// Runner checks keys: one at a time each by itself, and several one after another.
type Runner struct {
	win     *page.Window
	host    Host
	log     *slog.Logger
	tasks   *background.Tasks // end with the session
	checker *keycheck.Checker
	under   map[string]context.CancelFunc  // the checks of one key under way, by its ID
	waiting map[string]*progress.Countdown // to check keys again, by what is said of it
	unheard map[string]bool                // the keys that the server said nothing of when they were checked
	run     *run                           // the checks of several; nil where there are none, or their report was read

	open context.Context // ends when the window is locked
	end  context.CancelFunc
}

// New returns what checks the keys of a session. tasks end with it.
func New(win *page.Window, host Host, log *slog.Logger, tasks *background.Tasks, checker *keycheck.Checker) *Runner {
	r := &Runner{win: win, host: host, log: log, tasks: tasks, checker: checker, under: map[string]context.CancelFunc{}, waiting: map[string]*progress.Countdown{}, unheard: map[string]bool{}}
	r.open, r.end = context.WithCancel(tasks.Ctx)
	return r
}

// Check checks the keys chosen. It asks nothing: it changes nothing.
func (r *Runner) Check(ids []string) {
	switch {
	case len(ids) == 1:
		r.one(ids[0])
	case len(ids) > 1:
		r.several(ids)
	}
}

// one checks a key, unless that is going on. Where it cannot be, that is said.
func (r *Runner) one(id string) {
	k, listed, idle := r.host.Key(id)
	switch {
	case !listed, r.under[id] != nil:
	case k.State == client.StateUnreadable:
		r.win.Toasts.Hint(words.Explain(keys.ErrUnreadable))
	case !keys.CanReveal(k.State):
		r.win.Toasts.Hint(lang.L("A deleted key no longer has a secret."))
	case !idle:
		r.win.Toasts.Hint(words.Explain(keys.ErrBusy))
	default:
		r.begin(k)
	}
}

// slow is after how long it is said that a key is being checked.
const slow = time.Second / 2

func (r *Runner) begin(k keys.Key) {
	r.under[k.ID] = func() {}
	said := r.about(k.ID)
	quick := r.tasks.After(slow, func() {
		stop := toast.Offer{Label: lang.L("Stop"), For: r.tasks.Limit, Take: r.under[k.ID]}
		said.Offering(stop).Note(lang.L("Checking {{.ID}}…", map[string]any{"ID": r.named(k.ID)}))
	})
	stop := background.Go(r.tasks.Stoppable(), func(ctx context.Context) (keycheck.Result, error) { return r.checker.Check(ctx, k.ID), nil },
		func(result keycheck.Result, _ error) {
			quick()
			delete(r.under, k.ID)
			r.host.Scrub()
			r.logged(result)
			r.tell(result, k.State)
		})
	if r.under[k.ID] != nil {
		r.under[k.ID] = stop
	}
}

func (r *Runner) logged(result keycheck.Result) {
	reason := ""
	if result.Err != nil {
		reason = words.Reason(result.Err)
	}
	r.host.Checked(result)
	r.log.Info("checked a key", "key", result.KeyID, "result", result.Kind, "reason", reason)
}

// tell says what came of the check of a key that was in a state on screen.
func (r *Runner) tell(result keycheck.Result, seen client.State) {
	delete(r.unheard, result.KeyID)
	said, text := r.about(result.KeyID), words.Checked(r.named(result.KeyID), result)
	switch result.Kind {
	case keycheck.Accepted, keycheck.RefusedInactive: // as it should be
		said.Done(text)
	case keycheck.AcceptedInactive:
		said.Offering(r.again([]string{result.KeyID})).Error(text)
	case keycheck.Refused:
		said.Error(text)
	default:
		if stopped(result.Err) {
			said.Withdraw()
			return
		}
		said.Unknown(text)
		r.unheard[result.KeyID] = keys.Offline(result.Err) || errors.Is(result.Err, keys.ErrNotKept)
	}
	if result.State != seen || keys.Offline(result.Err) {
		r.host.Reload()
	}
}

// named is what a key is called in a message.
func (r *Runner) named(id string) string { return words.KeyName(r.host.Label(id), id) }

// about is a key as a subject of messages about checks.
func (r *Runner) about(id string) toast.Subject { return r.win.Toasts.About("check " + id) }

// Online takes back what was said of checks that a server did not answer that does again.
func (r *Runner) Online() {
	for id, unheard := range r.unheard {
		if unheard && r.under[id] == nil {
			r.about(id).Withdraw()
		}
	}
	clear(r.unheard)
}

// Lock ends the checks under way, as the window is locked.
func (r *Runner) Lock() {
	r.end()
	r.open, r.end = context.WithCancel(r.tasks.Ctx)
	for _, stop := range r.under {
		stop()
	}
	if r.run != nil && r.run.result == nil {
		r.run.locked = true
	}
}

// Retell shows again what was shown of the checks of several keys, or was to be while the window was locked.
func (r *Runner) Retell() {
	switch {
	case r.run == nil:
	case r.run.result == nil:
		r.showProgress()
	default:
		r.showReport()
	}
}
