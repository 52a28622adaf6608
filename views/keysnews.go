package views

import (
	"math"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// longestWhy is how much of a reason is told above the table: there may be a server's own words in it.
const longestWhy = 320

// state is what is to be shown around the list.
func (p *keysPage) state() keysState {
	fresh := p.keys.Freshness()
	s := keysState{
		Loaded:   fresh.Listed(),
		Loading:  p.loading && !p.quiet,
		Creating: p.creating,
		Count:    len(p.list.Keys),
		Deleted:  p.deleted,
		Total:    len(p.all),
		Finding:  p.find != app.Find{},
		InDoubt:  p.keys.InDoubt(),
		Partial:  p.keys.Partial(),
		Failure:  fresh.Failure,
	}
	if s.Failure != nil {
		s.ReadOnly = whyReadOnly(fresh)
	}
	now := p.tasks.Now()
	switch {
	case s.Failure != nil && s.Loaded:
		s.Warning, s.Why = p.warning(fresh, now), style.Shorten(words.Explain(s.Failure), longestWhy)
	case s.Failure != nil && fresh.Offline():
		s.News = words.Sentences(since(fresh, now), p.nextTry())
	case s.Loaded && fresh.Current && s.Partial:
		s.Warning, s.Why = words.Shortfall(p.keys.Shortfall()), lang.L("What the keyring keeps of other keys was not touched.")
	case s.Loaded && !fresh.Current:
		s.News = lang.L("As of {{.Time}}; refreshing…", map[string]any{"Time": words.Moment(fresh.ReadAt, now)})
	case s.Loaded && s.Loading:
		s.News = lang.L("Reloading…")
	}
	return s
}

// showState shows what has changed around the list, if anything has. That costs nothing where nothing has.
func (p *keysPage) showState() {
	if p.covered() {
		return
	}
	if s := p.state(); s != p.view.state {
		p.view.Show(s)
	}
	p.tellConnection()
}

// resolve does what may help where there is no list of now.
func (p *keysPage) resolve() {
	if c := certificateOf(p.keys.Freshness().Failure); c != nil {
		p.onLook(c)
		return
	}
	p.reload()
}

// tellConnection says that the server is there again, when it was not, once it has given a list.
func (p *keysPage) tellConnection() {
	fresh := p.keys.Freshness()
	if fresh.Failure == nil {
		p.toasts.Withdraw(p.notRead)
	}
	if !fresh.ReadOnly() {
		p.toasts.Withdraw(p.hinted)
	}
	if p.lost && fresh.Failure == nil {
		p.log.Info("connected again")
		p.toasts.Done(lang.L("Connected again; the list is current."))
	}
	p.lost = fresh.Offline() || p.lost && fresh.Failure != nil
	p.onFailure(fresh.Failure)
}

// warning says how old the list is, and when the server is asked again.
func (p *keysPage) warning(f app.Freshness, now time.Time) string {
	age := map[string]any{"Since": words.Moment(f.FailedSince, now), "Age": words.AgeIn(max(0, background.Elapsed(f.ReadAt, now)))}
	if !f.Offline() {
		return lang.L("Not reloaded since {{.Since}}: this list is {{.Age}} old.", age)
	}
	return words.Sentences(lang.L("Offline since {{.Since}}: this list is {{.Age}} old.", age), p.nextTry())
}

func since(f app.Freshness, now time.Time) string {
	return lang.L("Offline since {{.Since}}.", map[string]any{"Since": words.Moment(f.FailedSince, now)})
}

// nextTry says when the server is asked again.
func (p *keysPage) nextTry() string {
	if p.loading {
		return lang.L("Trying to reach the server…")
	}
	seconds := int(math.Ceil(p.refresher.Left().Seconds()))
	if seconds > 10 {
		seconds = (seconds + 4) / 5 * 5 // each change has the toolkit draw the whole window
	}
	return lang.L("Next try in {{.Seconds}} s.", map[string]any{"Seconds": seconds})
}
