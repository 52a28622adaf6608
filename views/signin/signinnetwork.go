package signin

import (
	"context"

	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/route"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// followServer shows the network settings of the server that is being typed, and has them in sight if there are any. If none
// are saved for it, settings that the user has typed stay, but not the trust in a certificate or in http: that is for one
// server only.
func (p *Page) followServer(address string) {
	origin, _ := route.Origin(address)
	if origin == p.target.origin {
		return
	}
	p.target.origin = origin
	style.Show(p.reopen, false)
	style.Show(p.Inspect, false)
	kept := p.app.Networks.Of(address)
	if (kept == route.Network{}) && p.Network.Typed() {
		p.Network.ForgetTrust()
		return
	}
	left := p.Network.Network()
	p.Network.Set(kept)
	if none := (route.Network{}); kept != none || left != none { // otherwise it is as the user left it
		p.Advanced.Open(kept != none)
	}
}

// settingField opens the advanced settings and returns the field of a setting.
func (p *Page) settingField(s route.Setting) fyne.Focusable {
	p.Advanced.Open(true)
	if s == route.SettingProxy && !p.Network.Address.Visible() {
		return p.Network.Proxy
	}
	return p.Network.Field(s)
}

// OfferCertificate offers to inspect a certificate that was not accepted; nil withdraws the offer.
func (p *Page) OfferCertificate(c *route.Certificate) {
	style.Show(p.Inspect, c != nil && p.sameServer())
	p.Inspect.OnTapped = func() { connectionform.ShowCertificate(p.win, c, func() { p.trust(c.Fingerprint) }) }
}

// sameServer reports whether the server in the form is still that of the last attempt. If the user has typed another one
// in the meantime, or another start of the program has set it, then an answer about the old server must not apply.
func (p *Page) sameServer() bool { return p.target.origin == p.last.origin }

// trust signs in again to a server whose certificate the user has inspected and trusts.
func (p *Page) trust(f route.Fingerprint) {
	if !p.sameServer() {
		return
	}
	p.Network.SetPin(f)
	p.SignIn()
}

// allowPlain signs in again without encryption.
func (p *Page) allowPlain() {
	if !p.sameServer() {
		return
	}
	p.Network.AllowPlain()
	p.SignIn()
}

// openAgain opens the remembered session with the network settings in the form.
func (p *Page) openAgain() {
	server, network := p.Server.Text, p.Network.Network()
	background.GoErr(p.win.Tasks, func(context.Context) error { return p.app.Networks.Set(server, network) }, func(err error) {
		if !p.host.Shows(p) {
			return
		}
		if err != nil {
			p.Fail(words.Explain(err))
			p.focusAfter(err)
			return
		}
		p.host.Save()
		p.host.AskAgain()
	})
}

// AskNetwork asks for the network settings of a remembered session that could not be opened because of err.
func (p *Page) AskNetwork(saved settings.SavedSession, err error) {
	p.Server.SetText(saved.Server)
	p.last.origin = p.target.origin
	p.KeyID.SetText(saved.KeyID)
	style.Show(p.reopen, true)
	p.focusAfter(err)
	if client.KindOf(err) == client.KindPlain {
		p.Fail("")
		connectionform.AskPlain(p.win, saved.Server, func() {
			if p.sameServer() {
				p.Network.AllowPlain()
				p.openAgain()
			}
		}, func() { p.Fail(words.Explain(err)) })
	}
}
