package signin

import (
	"accesskeys/client"
	"accesskeys/client/route"
	"accesskeys/views/kit/control"
)

// newSwapButton returns the button that puts the ID and the secret into each other's field. It is shown while they seem to
// be swapped.
func newSwapButton(p *Page) *control.Button {
	b := control.NewButton("", control.ButtonDefault, func() { swap(p) })
	b.Hide()
	return b
}

// swapped reports whether the ID and the secret seem to be in each other's field.
func swapped(p *Page) bool {
	return client.LooksSwapped(route.TrimPasted(p.KeyID.Text), route.TrimPasted(p.Secret.Secret().Reveal()))
}

// swap puts the ID and the secret into each other's field.
func swap(p *Page) {
	id, secret := p.Secret.Secret(), p.KeyID.Text
	p.KeyID.SetText(route.TrimPasted(id.Reveal()))
	p.Secret.Clear()
	p.Secret.Insert(secret)
	p.Say(p.last.clearedSecret())
	focus(p, p.Submit)
}
