package keyspage

import "accesskeys/client"

// HideSecrets masks every secret, and those that are still being fetched too.
func (p *Page) HideSecrets() {
	p.hides++
	p.HideShown()
}

// HideShown masks every secret that is shown.
func (p *Page) HideShown() {
	if p.List.Reveals() == 0 {
		return
	}
	for _, stop := range p.hiding {
		stop()
	}
	clear(p.hiding)
	p.List.HideAll()
	p.Host.Scrub()
}

// show shows a secret for as long as the person has chosen.
func (p *Page) show(id string, s client.Secret) {
	p.stopHiding(id)
	p.List.Reveal(id, s)
	if d, ok := p.Host.Privacy().HideSecret.Duration(); ok {
		p.hiding[id] = p.tasks.AfterWallClock(d, func() { p.hide(id) })
	}
	p.Host.WatchFocus()
}

// hide masks a secret.
func (p *Page) hide(id string) {
	p.stopHiding(id)
	p.List.Reveal(id, client.Secret{})
	p.Host.Scrub()
}

func (p *Page) stopHiding(id string) {
	if stop, ok := p.hiding[id]; ok {
		stop()
		delete(p.hiding, id)
	}
}
