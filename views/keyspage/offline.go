package keyspage

import (
	"context"
	"math"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// tellConnection tells the user when the server is reachable again, once it has sent a list, for as long as that holds.
func (s *status) tellConnection() {
	fresh := s.keys.Freshness()
	if s.whyNot() == "" {
		s.win.Toasts.Withdraw(s.readOnlyHint)
	}
	if fresh.Failure != nil {
		s.aboutList().Withdraw() // that the list is up to date
	}
	if s.offline && fresh.Failure == nil {
		s.log.Info("connected again")
		s.onOnline()
		s.aboutList().Minor().Done(lang.L("Back online. The list is up to date."))
	}
	s.dimSecrets(fresh.Offline() || s.keys.MasksSecrets())
	s.offline = fresh.Offline() || s.offline && fresh.Failure != nil
	s.host.TellCertificate(fresh.Failure)
}

// dimSecrets dims the secrets that are not in the vault, while the server cannot give them.
func (s *status) dimSecrets(dim bool) {
	if dim == s.dimmed {
		return
	}
	s.dimmed = dim
	if !dim {
		s.display.list.SetKept(nil)
		return
	}
	background.Go(s.tasks, func(context.Context) (map[string]bool, error) { return s.keys.Kept() }, func(kept map[string]bool, err error) {
		if err == nil && s.dimmed {
			s.display.list.SetKept(kept)
		}
	})
}

// warning returns what says that the list is not current, and why. While the server cannot be reached, that begins with what
// it means to the user, because a small window cuts the end, and also says when the next attempt is and how old the list is.
func (s *status) warning(f keys.Freshness, now time.Time) (what, why string) {
	elapsed := max(0, background.Elapsed(f.ReadAt, now))
	age := map[string]any{"Since": words.Moment(f.FailedSince, now), "Age": words.HowLong(elapsed)}
	if !f.Offline() {
		why = style.Shorten(words.NotListed(f.Failure), LongestWhy)
		return lang.L("The list was last updated {{.Age}} ago; reloading has failed since {{.Since}}.", age), why
	}
	why = style.Shorten(words.WhyUnavailable(f.Failure), LongestWhy)
	viewOnly := lang.L("View only.")
	if elapsed >= time.Minute {
		viewOnly = lang.L("View only: this list is {{.Age}} old.", age)
	}
	return words.Sentences(viewOnly, words.Sentences(words.Unavailable(f.Failure, f.FailedSince, now), s.nextTry())), why
}

// nextTry returns the text that says when the next attempt is.
func (s *status) nextTry() string {
	if s.loader.loading {
		return lang.L("Connecting…")
	}
	seconds := int(math.Ceil(s.loader.refresher.Left().Seconds()))
	if seconds > 10 {
		seconds = (seconds + 4) / 5 * 5 // steps of 5 s: the toolkit redraws the whole window for each change
	}
	return lang.L("Next try in {{.Seconds}} s.", map[string]any{"Seconds": seconds})
}
