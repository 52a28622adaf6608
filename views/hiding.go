package views

import (
	"time"

	"accesskeys/client"
)

// hideGlance is the longest that a shown secret goes unwatched. A timer alone stands still while the
// computer sleeps, so what has passed is asked of the clock on the wall.
const hideGlance = time.Second

// hideSecrets masks every secret, and those that are still being fetched too.
func (p *keysPage) hideSecrets() {
	p.hides++
	p.hideShown()
}

// hideShown masks every secret that is shown.
func (p *keysPage) hideShown() {
	if p.list.Reveals() == 0 {
		return
	}
	for _, stop := range p.hiding {
		stop()
	}
	clear(p.hiding)
	p.list.HideAll()
	p.onHidden()
}

// show shows a secret for as long as the person has chosen.
func (p *keysPage) show(id string, s client.Secret) {
	p.stopHiding(id)
	p.list.Reveal(id, s)
	if d, ok := p.privacy().HideSecret.Duration(); ok {
		p.hideIn(id, p.tasks.now(), d)
	}
	p.onRevealed()
}

// hideIn masks a secret once d has passed since it was shown.
func (p *keysPage) hideIn(id string, since time.Time, d time.Duration) {
	left := d - passed(since, p.tasks.now())
	if left <= 0 {
		p.hide(id)
		return
	}
	p.hiding[id] = p.tasks.after(min(left, hideGlance), func() { p.hideIn(id, since, d) })
}

// hide masks a secret.
func (p *keysPage) hide(id string) {
	p.stopHiding(id)
	p.list.Reveal(id, client.Secret{})
	p.onHidden()
}

func (p *keysPage) stopHiding(id string) {
	if stop, ok := p.hiding[id]; ok {
		stop()
		delete(p.hiding, id)
	}
}
