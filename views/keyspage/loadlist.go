package keyspage

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/delay"
	"accesskeys/views/autorefresh"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// loader reads the list from the server, both on request and automatically.
type loader struct {
	*scope
	display   *display
	refresher *autorefresh.Refresher
	loading   bool
	requested bool // the user requested the load that is running
	quiet     bool // the load that is running is automatic
	slow      bool // the load that is running has taken a while
	stopTimer func()

	isBatchRunning func() bool // whether a batch is running, which reads the list itself
	onChange       func()      // called when loading begins
	onReloaded     func()      // called when a list that the user requested has arrived
	onLoaded       func()      // called when loading ends, with or without a list
}

// newLoader returns the loader of a list whose first load has already begun. jitter varies the pauses between attempts
// to reach the server.
func newLoader(s *scope, d *display, jitter func(time.Duration) time.Duration) *loader {
	l := &loader{scope: s, display: d, loading: true, stopTimer: func() {}}
	r := autorefresh.New(s.tasks)
	r.Jitter = jitter
	r.Offline = func() bool { return s.keys.Freshness().Offline() }
	r.Unresolved = func() bool { return s.keys.Freshness().Failure != nil && keys.AnyPending(s.keys) }
	r.Asked = func() time.Duration { return client.WaitOf(s.keys.Freshness().Failure) }
	r.HasFocus = s.host.HasFocus
	r.Refresh = l.reloadQuietly
	l.refresher = r
	return l
}

// reload reads the list again at the user's request. The old list stays on screen until the answer arrives.
func (l *loader) reload() { l.load(false) }

// reloadQuietly reads the list again automatically. The user sees nothing of it unless something has changed.
func (l *loader) reloadQuietly() {
	if !l.isBatchRunning() {
		l.load(true)
	}
}

func (l *loader) load(quiet bool) {
	if l.host.Locked() {
		return
	}
	l.quiet = quiet && (l.quiet || !l.loading)
	l.requested = l.requested || !quiet
	if !l.loading {
		l.loading = true
		l.stopTimer = l.tasks.After(background.SlowAfter, func() {
			l.slow = true
			l.onChange()
		})
		tasks := l.tasks
		if quiet {
			tasks = tasks.Unwatched()
		}
		load := func(ctx context.Context) error { return l.keys.Load(delay.WithoutWaits(ctx)) }
		background.GoErr(tasks, load, l.finish)
	}
	l.onChange()
}

// showsLoading reports whether to show that the list is loading. listed is whether an older list is shown.
func (l *loader) showsLoading(listed bool) bool { return l.loading && !l.quiet && (l.slow || !listed) }

// finish handles the end of a load, the first or a later one.
func (l *loader) finish(err error) {
	quiet, requested := l.quiet, l.requested
	l.stopTimer()
	l.loading, l.quiet, l.requested, l.slow = false, false, false, false
	l.onLoaded()
	l.refresher.Done()
	switch {
	case err != nil:
		l.handleError(err)
		if requested && l.elsewhere() && !keys.Rejected(err) {
			l.aboutReload().Error(words.Sentences(lang.L("Couldn't load the access keys."), words.NotListed(err)))
		}
		return
	case quiet:
		l.host.Refreshed()
	default:
		l.host.Shown(len(l.display.list.Keys))
		if requested {
			l.onReloaded()
			if l.elsewhere() {
				l.aboutReload().Done(lang.L("The list of access keys is up to date."))
			}
		}
	}
	l.display.list.Selection.EndReturn()
	l.host.KeepList()
}

// elsewhere reports whether another tab is shown, where the user does not see the list and the line above it.
func (l *loader) elsewhere() bool {
	return !l.host.OnScreen() && !l.host.Locked() && !l.win.Dialogs.IsOpen()
}

func (l *loader) aboutReload() toast.Subject { return l.win.Toasts.About("reload") }

// handleError handles a load that failed. The line above the table tells the user. If the server rejects the app's own
// key, the user has to sign in again: after unlocking, where the list is read once more.
func (l *loader) handleError(err error) {
	l.log.Warn("loading the list", "reason", words.Reason(err))
	if keys.Rejected(err) && !l.host.Locked() {
		l.host.Rejected(err)
	}
}
