// Package keycheck shows checks of access keys that the user asks for: a message for one key; a progress dialog and a
// report for several.
package keycheck

import (
	"context"
	"errors"
	"log/slog"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/delay"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// Host is what checks need from the page that starts them.
type Host interface {
	Locked() bool                                  // whether the window is locked
	Key(id string) (k keys.Key, listed, idle bool) // idle: nothing is being done with the key
	Name(id string) string                         // returns the name of a key for a sentence
	Label(id string) string                        // returns the user's label for a key, or ""
	Reload()                                       // reads the list again
	Scrub()                                        // overwrites freed memory that held a secret
	Checked(keycheck.Result)                       // records a check in the history
}

// Runner checks keys: a single one, independently of others, or several one after another.
type Runner struct {
	win        *page.Window
	host       Host
	log        *slog.Logger
	tasks      *background.Tasks // end with the session
	checker    *keycheck.Checker
	running    map[string]*single // the running checks of single keys, by key ID
	countdowns map[string]*again  // countdowns to checking keys again, by the subject of their message
	unanswered map[string]bool    // keys whose check got no answer from the server
	run        *run               // the check of several keys; nil if there is none, or its report was closed

	unlocked    context.Context // ends when the window is locked; then a new one begins
	endUnlocked context.CancelFunc
}

// New returns a Runner for the keys of a session. tasks end with the session.
func New(win *page.Window, host Host, log *slog.Logger, tasks *background.Tasks, checker *keycheck.Checker) *Runner {
	r := &Runner{win: win, host: host, log: log, tasks: tasks, checker: checker, running: map[string]*single{}, countdowns: map[string]*again{}, unanswered: map[string]bool{}}
	r.unlocked, r.endUnlocked = context.WithCancel(tasks.Ctx)
	return r
}

// Check checks keys. It asks no question first, because a check changes nothing.
func (r *Runner) Check(ids []string) {
	switch {
	case len(ids) == 1:
		r.checkOne(ids[0])
	case len(ids) > 1:
		r.checkSeveral(ids)
	}
}

// checkOne checks a key, unless a check of it is running already. If the key cannot be checked, it tells the user why.
func (r *Runner) checkOne(id string) {
	k, listed, idle := r.host.Key(id)
	why := words.NoSecret(k.State)
	switch {
	case !listed, r.running[id] != nil:
	case why != "":
		r.win.Toasts.Hint(why)
	case !idle:
		r.win.Toasts.Hint(words.Busy(r.host.Name(id)))
	default:
		r.begin(k)
	}
}

// single is a running check of a single key.
type single struct {
	stop  context.CancelFunc
	quick func() // keeps the message from coming that says that the check takes long
}

func (r *Runner) begin(k keys.Key) {
	run := &single{stop: func() {}}
	r.running[k.ID] = run
	said, waits := r.subject(k.ID), delay.Delay{}
	text := func() string {
		checking := lang.L("Checking {{.ID}}…", map[string]any{"ID": r.host.Name(k.ID)})
		if waits == (delay.Delay{}) {
			return checking
		}
		return words.Sentences(checking, words.Delayed(waits))
	}
	run.quick = r.tasks.After(background.SlowAfter, func() {
		stop := toast.Offer{Label: lang.L("Stop"), For: r.tasks.Limit, Take: run.stop}
		said.Offering(stop).Note(text())
	})
	tell := func(d delay.Delay) {
		r.tasks.Post(func() {
			if waits = d; r.running[k.ID] == run && said.IsTold() {
				said.Reword(text())
			}
		})
	}
	run.stop = background.Go(r.tasks.Unwatched(), func(ctx context.Context) (keycheck.Result, error) {
		return r.checker.Check(delay.Watch(ctx, tell), k.ID), nil
	},
		func(result keycheck.Result, _ error) {
			r.host.Scrub()
			if r.running[k.ID] != run { // it has given way
				return
			}
			run.quick()
			delete(r.running, k.ID)
			r.record(result)
			r.tellResult(result, k.State)
		})
}

// GiveWay ends the checks of single keys, because the user does something else with these keys. If the user has seen that a
// key is being checked, a message says so until the outcome of the other takes its place.
func (r *Runner) GiveWay(ids ...string) {
	for _, id := range ids {
		if run := r.running[id]; run != nil {
			delete(r.running, id)
			run.quick()
			run.stop()
			r.record(keycheck.Result{KeyID: id, Kind: keycheck.Unanswered, Err: context.Canceled})
			if said := r.subject(id); said.IsTold() {
				said.While(func() bool {
					_, _, idle := r.host.Key(id)
					return !idle
				}).Hint(lang.L("Stopped checking {{.ID}}", map[string]any{"ID": r.host.Name(id)}))
			}
		}
	}
}

func (r *Runner) record(result keycheck.Result) {
	reason := ""
	if result.Err != nil {
		reason = words.Reason(result.Err)
	}
	r.host.Checked(result)
	r.answered(result)
	r.log.Info("checked a key", "key", result.KeyID, "result", result.Kind, "reason", reason)
}

// tellResult says what a check has found out. seen is the state that the key had on screen when the check began.
func (r *Runner) tellResult(result keycheck.Result, seen client.State) {
	delete(r.unanswered, result.KeyID)
	said, text := r.subject(result.KeyID), words.Checked(r.host.Name(result.KeyID), result)
	inState := said.While(r.unchanged(result.KeyID, seen, result.State))
	switch result.Kind {
	case keycheck.Accepted:
		inState.Done(text)
	case keycheck.RefusedInactive: // as it should be, but a tick would read as accepted
		inState.Hint(text)
	case keycheck.AcceptedInactive:
		inState.Offering(r.againOffer([]string{result.KeyID})).Error(text)
	case keycheck.Refused:
		inState.Error(text)
	default:
		if stopped(result.Err) {
			said.Withdraw()
			return
		}
		said.Unknown(text)
		r.unanswered[result.KeyID] = keys.Offline(result.Err) || errors.Is(result.Err, keys.ErrNotKept)
	}
	if result.State != seen || keys.Offline(result.Err) {
		r.host.Reload()
	}
}

// unchanged returns a function that reports whether a key still has the state that a check has found, or, until the list has
// learned of that, the state that was on screen.
func (r *Runner) unchanged(id string, seen, found client.State) func() bool {
	return func() bool {
		k, listed, _ := r.host.Key(id)
		if k.State == found {
			seen = found
		}
		return listed && k.State == seen
	}
}

// subject returns the toast subject for checks of a key.
func (r *Runner) subject(id string) toast.Subject {
	return r.win.Toasts.About("check " + id).UntilLock()
}

// Online withdraws the messages about checks that the server did not answer, because it answers again.
func (r *Runner) Online() {
	for id, unanswered := range r.unanswered {
		if unanswered && r.running[id] == nil {
			r.subject(id).Withdraw()
		}
	}
	clear(r.unanswered)
}

// Lock stops the running checks, because the window is being locked.
func (r *Runner) Lock() {
	r.endUnlocked()
	r.unlocked, r.endUnlocked = context.WithCancel(r.tasks.Ctx)
	for _, run := range r.running {
		run.stop()
	}
	if r.run != nil && r.run.result == nil {
		r.run.locked = true
	}
}

// Retell shows the progress or the report of checking several keys again, after unlocking or after all dialogs were
// closed.
func (r *Runner) Retell() {
	switch {
	case r.run == nil:
	case r.run.result == nil:
		r.showProgress()
	default:
		r.showReport()
	}
}
