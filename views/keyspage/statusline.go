package keyspage

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/style"
	"accesskeys/views/rotation"
	"accesskeys/views/words"
)

// LongestWhy is how much of a reason is told above the table: there may be a server's own words in it.
const LongestWhy = 320

// updatedTime is how long it is said that the list was just read.
const updatedTime = 4 * time.Second

// status is what is known around the list: how current it is, and whether it can be changed.
type status struct {
	*scope
	display   *display
	loader    *loader
	creator   *creator
	replacing *rotation.Tab
	ends      *ends
	dimmed    bool   // secrets that are not available are dimmed
	updated   bool   // the user asked for the list, and it came a moment ago
	offline   bool   // the user knows that the server cannot be reached
	hinted    string // what was said of nothing being changed
	onOnline  func() // the server is there again, when it was not
}

// state is what is shown around the list.
func (s *status) state() keysState {
	fresh := s.keys.Freshness()
	now := keysState{
		Loaded:   fresh.Listed(),
		Loading:  s.loader.loading && !s.loader.quiet,
		Creating: s.creator.creating,
		Count:    len(s.display.list.Keys),
		Deleted:  s.display.found.Deleted,
		Findable: s.display.found.Findable,
		OneState: s.display.find.State != "",
		Total:    len(s.display.all),
		Finding:  s.display.find != keys.Find{},
		Partial:  s.keys.Partial(),
		Failure:  fresh.Failure,
		ReadOnly: s.whyNot(),
	}
	s.tell(&now, fresh)
	if now.Loaded && now.Failure == nil && now.Warning == "" {
		now.Ends, now.OnlyEnds = s.ends.line(), s.display.find.Among != nil
	}
	return now
}

// tell says in the view how current the list is.
func (s *status) tell(v *keysState, fresh keys.Freshness) {
	now := s.tasks.Now()
	switch {
	case v.Failure != nil && v.Loaded:
		v.Warning, v.Why = s.warning(fresh, now), style.Shorten(words.NotListed(v.Failure), LongestWhy)
	case v.Failure != nil && fresh.Offline():
		v.News = words.Sentences(words.Unavailable(fresh.Failure, fresh.FailedSince, now), s.nextTry())
	case v.Loaded && fresh.Current && v.Partial:
		v.Warning, v.Why = words.Shortfall(s.keys.Shortfall()), lang.L("Saved secrets of other keys were not touched.")
	case v.Loaded && !fresh.Current:
		v.News = lang.L("Updated {{.Time}}. Refreshing…", map[string]any{"Time": words.Moment(fresh.ReadAt, now)})
	case v.Loaded && v.Loading:
		v.News = lang.L("Reloading…")
	case v.Loaded && s.updated:
		v.News = lang.L("Updated just now")
	}
}

// tellUpdated says for a moment that the list is new: it may be the same as before.
func (s *status) tellUpdated() {
	s.updated = true
	s.tasks.After(updatedTime, func() {
		s.updated = false
		s.show()
	})
	s.show()
}

// show shows what has changed around the list, if anything has. That costs nothing where nothing has.
func (s *status) show() {
	if s.host.Covered() {
		return
	}
	if now := s.state(); now != s.display.view.state {
		s.display.view.Show(now)
	}
	s.replacing.Refresh()
	s.tellConnection()
}

// beat brings up to date what changes with the time.
func (s *status) beat() {
	s.ends.refresh()
	s.show()
}

// remedy does what may help where there is no current list, or shows the keys that end soon, whichever is said.
func (s *status) remedy() {
	failure := s.keys.Freshness().Failure
	c := words.CertificateOf(failure)
	switch {
	case s.display.view.state.Ends != "":
		s.ends.showKeys()
	case c != nil:
		s.host.Inspect(c)
	case keys.SignInHelps(failure):
		s.host.Rejected(failure)
	default:
		s.loader.reload()
	}
}

// counted is how many keys there are to see.
func (v *keysView) counted() string {
	s := v.state
	switch {
	case !s.Loaded || s.Total == 0, s.Count == 0 && !s.Finding:
		return ""
	case s.Finding:
		return lang.N("{{.Count}} of {{.Total}} items", s.Findable, map[string]any{"Count": s.Count, "Total": s.Findable})
	}
	return lang.N("1-{{.Count}} of {{.Count}} items", s.Count, map[string]any{"Count": s.Count})
}
