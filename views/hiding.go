package views

import "accesskeys/client"

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
		p.hiding[id] = p.tasks.AfterWallClock(d, func() { p.hide(id) })
	}
	p.onRevealed()
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
