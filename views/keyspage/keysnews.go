package keyspage

import (
	"math"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// LongestWhy is how much of a reason is told above the table: there may be a server's own words in it.
const LongestWhy = 320

// state is what is to be shown around the list.
func (p *Page) state() KeysState {
	fresh := p.Keys.Freshness()
	s := KeysState{
		Loaded:   fresh.Listed(),
		Loading:  p.Loading && !p.Quiet,
		Creating: p.creating,
		Count:    len(p.List.Keys),
		Deleted:  p.deleted,
		Total:    len(p.All),
		Finding:  p.find != keys.Find{},
		Partial:  p.Keys.Partial(),
		Failure:  fresh.Failure,
	}
	if s.Failure != nil {
		s.ReadOnly = whyReadOnly(fresh)
	}
	now := p.tasks.Now()
	switch {
	case s.Failure != nil && s.Loaded:
		s.Warning, s.Why = p.warning(fresh, now), style.Shorten(words.Explain(s.Failure), LongestWhy)
	case s.Failure != nil && fresh.Offline():
		s.News = words.Sentences(since(fresh, now), p.nextTry())
	case s.Loaded && fresh.Current && s.Partial:
		s.Warning, s.Why = words.Shortfall(p.Keys.Shortfall()), lang.L("What the keyring keeps of other keys was not touched.")
	case s.Loaded && !fresh.Current:
		s.News = lang.L("As of {{.Time}}; refreshing…", map[string]any{"Time": words.Moment(fresh.ReadAt, now)})
	case s.Loaded && s.Loading:
		s.News = lang.L("Reloading…")
	}
	return s
}

// showState shows what has changed around the list, if anything has. That costs nothing where nothing has.
func (p *Page) showState() {
	if p.Host.Covered() {
		return
	}
	if s := p.state(); s != p.View.State {
		p.View.Show(s)
	}
	p.tellConnection()
}

// resolve does what may help where there is no list of now.
func (p *Page) resolve() {
	failure := p.Keys.Freshness().Failure
	c := words.CertificateOf(failure)
	switch {
	case c != nil:
		p.Host.LookAt(c)
	case wantsSignIn(failure):
		p.win.Toasts.Withdraw(p.notRead)
		p.Host.Rejected(failure)
	default:
		p.Reload()
	}
}

// tellConnection says that the server is there again, when it was not, once it has given a list.
func (p *Page) tellConnection() {
	fresh := p.Keys.Freshness()
	if fresh.Failure == nil {
		p.win.Toasts.Withdraw(p.notRead)
	}
	if !fresh.ReadOnly() {
		p.win.Toasts.Withdraw(p.hinted)
	}
	if p.lost && fresh.Failure == nil {
		p.log.Info("connected again")
		p.win.Toasts.Done(lang.L("Connected again; the list is current."))
	}
	p.lost = fresh.Offline() || p.lost && fresh.Failure != nil
	p.Host.TellCertificate(fresh.Failure)
}

// warning says how old the list is, and when the server is asked again.
func (p *Page) warning(f keys.Freshness, now time.Time) string {
	age := map[string]any{"Since": words.Moment(f.FailedSince, now), "Age": words.AgeIn(max(0, background.Elapsed(f.ReadAt, now)))}
	if !f.Offline() {
		return lang.L("Not reloaded since {{.Since}}: this list is {{.Age}} old.", age)
	}
	return words.Sentences(lang.L("Offline since {{.Since}}: this list is {{.Age}} old.", age), p.nextTry())
}

func since(f keys.Freshness, now time.Time) string {
	return lang.L("Offline since {{.Since}}.", map[string]any{"Since": words.Moment(f.FailedSince, now)})
}

// nextTry says when the server is asked again.
func (p *Page) nextTry() string {
	if p.Loading {
		return lang.L("Trying to reach the server…")
	}
	seconds := int(math.Ceil(p.refresher.Left().Seconds()))
	if seconds > 10 {
		seconds = (seconds + 4) / 5 * 5 // each change has the toolkit draw the whole window
	}
	return lang.L("Next try in {{.Seconds}} s.", map[string]any{"Seconds": seconds})
}
