package keyspage

import (
	"slices"
	"time"

	"accesskeys/app/keys"
	"accesskeys/views/autorefresh"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/words"
)

// loader reads the list from the server: when the user asks for it, and by itself.
type loader struct {
	*scope
	display   *display
	refresher *autorefresh.Refresher
	loading   bool
	asked     bool // the user has asked for it
	quiet     bool // nobody has asked for what is being loaded

	batching   func() bool // a batch is under way, which reads the list by itself
	onChange   func()      // loading has begun
	onReloaded func()      // the user had asked for the list, and it came
	onLoaded   func()      // loading is over
}

// newLoader returns the loader of a list whose first load is under way. jitter spreads the pauses between two
// attempts to reach the server.
func newLoader(s *scope, d *display, jitter func(time.Duration) time.Duration) *loader {
	l := &loader{scope: s, display: d, loading: true}
	r := autorefresh.New(s.tasks)
	r.Jitter = jitter
	r.Offline = func() bool { return s.keys.Freshness().Offline() }
	r.Doubtful = func() bool { return s.keys.Freshness().Failure != nil && keys.AnyPending(s.keys) }
	r.HasFocus = s.host.HasFocus
	r.Refresh = l.reloadQuietly
	l.refresher = r
	return l
}

// reload lists the keys again. What is on screen stays until the answer is there.
func (l *loader) reload() { l.load(false) }

// reloadQuietly is reload when nobody has asked for it: as long as it changes nothing, nothing is seen of it.
func (l *loader) reloadQuietly() {
	if !l.batching() {
		l.load(true)
	}
}

func (l *loader) load(quiet bool) {
	if l.host.Covered() {
		return
	}
	l.quiet = quiet && (l.quiet || !l.loading)
	l.asked = l.asked || !quiet
	if !l.loading {
		l.loading = true
		tasks := l.tasks
		if quiet {
			tasks = tasks.Unwatched()
		}
		background.GoErr(tasks, l.keys.Load, l.loaded)
	}
	l.onChange()
}

// loaded ends a load, the first or a later one.
func (l *loader) loaded(err error) {
	quiet, asked := l.quiet, l.asked
	l.loading, l.quiet, l.asked = false, false, false
	l.onLoaded()
	again := []*control.Button{l.display.view.placeholder.retry}
	if l.display.view.state.Ends == "" {
		again = append(again, l.display.view.bar.Action)
	}
	l.refresher.Done()
	switch {
	case err != nil:
		l.notListed(err)
		return
	case quiet:
		l.host.Refreshed()
	default:
		l.host.Shown(len(l.display.list.Keys))
		if asked {
			l.onReloaded()
		}
	}
	l.host.KeepList()
	if slices.ContainsFunc(again, func(b *control.Button) bool { return b.Focused }) {
		l.host.FocusBack()
	}
}

// notListed ends a load without a list, of which the line above the table tells. A key that is not accepted needs
// another sign-in.
func (l *loader) notListed(err error) {
	l.log.Warn("loading the list", "reason", words.Reason(err))
	if keys.Rejected(err) {
		l.host.Rejected(err)
	}
}
