package keyspage

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/keyscard"
	"accesskeys/views/rotation"
	"accesskeys/views/words"
)

// LongestWhy is the longest reason that is shown above the table, in characters. A reason may quote the server, so it
// can be of any length.
const LongestWhy = 320

// updatedTime is how long the status line says that the list was just updated.
const updatedTime = 4 * time.Second

// status knows how current the list is and whether it can be changed, and shows that around the list.
type status struct {
	*scope
	display      *display
	loader       *loader
	creator      *creator
	replacing    *rotation.Tab
	expiryLine   *expiryLine
	dimmed       bool   // secrets that are not available are dimmed
	offline      bool   // the user was told that the server cannot be reached
	readOnlyHint string // the last hint that said why nothing can be changed
	onOnline     func() // called when the server is reachable again
	endUpdated   func() // stops the timer that ends saying that the list was just updated; nil if that is not said
}

// state returns what to show around the list.
func (s *status) state() keyscard.State {
	fresh := s.keys.Freshness()
	now := keyscard.State{
		Loaded:   fresh.Listed(),
		Loading:  s.loader.showsLoading(fresh.Listed()),
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
	s.describeFreshness(&now, fresh)
	now.OnlyExpiring = s.display.find.Among != nil
	if now.Loaded && now.Failure == nil && now.Warning == "" {
		now.ExpiryText = s.expiryLine.text()
	}
	return now
}

// describeFreshness sets the texts of v that say how current the list is.
func (s *status) describeFreshness(v *keyscard.State, fresh keys.Freshness) {
	now := s.tasks.Now()
	switch {
	case v.Failure != nil && v.Loaded:
		v.Warning, v.Why = s.warning(fresh, now)
	case v.Failure != nil && fresh.Offline():
		v.News = words.Sentences(lang.L("Failing since {{.Since}}.", map[string]any{"Since": words.Moment(fresh.FailedSince, now)}), s.nextTry())
	case v.Loaded && fresh.Current && v.Partial:
		v.Warning, v.Why = words.Shortfall(s.keys.Shortfall()), lang.L("Saved secrets of other keys were not touched.")
	case v.Loaded && !fresh.Current:
		v.News = lang.L("Updated {{.Time}}. Reloading…", map[string]any{"Time": words.Moment(fresh.ReadAt, now)})
	case v.Loaded && v.Loading:
		v.News = lang.L("Reloading…")
	case v.Loaded && s.endUpdated != nil:
		v.News = lang.L("Updated just now")
	}
}

// tellUpdated says for a moment that the list was just updated. Otherwise a list without changes would look as if
// nothing had happened.
func (s *status) tellUpdated() {
	if s.endUpdated != nil {
		s.endUpdated()
	}
	s.endUpdated = s.tasks.After(updatedTime, func() {
		s.endUpdated = nil
		s.show()
	})
	s.show()
}

// show updates what is around the list. It draws nothing if nothing has changed.
func (s *status) show() {
	if s.host.Locked() {
		return
	}
	if now, before := s.state(), s.display.view.State; now != before {
		if before.Warning != "" && now.ExpiryText != "" {
			s.win.Presses.Arrived() // Dismiss is where Try Now was
		}
		s.display.show(now)
	}
	s.replacing.Refresh()
	s.tellConnection()
}

// tick updates what changes as time passes.
func (s *status) tick() {
	s.expiryLine.refresh()
	s.show()
}

// pressAction shows the keys that expire soon, if the bar tells of them, or else reloads the list.
func (s *status) pressAction() {
	if s.reminds() {
		s.expiryLine.toggleFilter()
		return
	}
	s.loader.reload()
}

// pressOther dismisses what the bar says of keys that expire soon, or else does what may help.
func (s *status) pressOther() {
	if s.reminds() {
		s.expiryLine.dismiss()
		return
	}
	s.applyRemedy()
}

// reminds reports whether the bar tells of keys that expire soon.
func (s *status) reminds() bool { return s.display.view.State.ExpiryText != "" }

// applyRemedy inspects the certificate that was not accepted, or signs in again.
func (s *status) applyRemedy() {
	failure := s.keys.Freshness().Failure
	if c := words.CertificateOf(failure); c != nil {
		s.host.Inspect(c)
	} else if keys.SignInHelps(failure) {
		s.host.Rejected(failure)
	}
}
