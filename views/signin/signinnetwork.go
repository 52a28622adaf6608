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

// followServer has the form show how the server that is typed is reached. What was typed for one that nothing is
// kept about stays, but trust is in one server alone, and so is what was kept about another.
func (p *Page) followServer(address string) {
	origin, _ := route.Origin(address)
	if origin == p.about.origin {
		return
	}
	p.about.origin = origin
	style.Show(p.reopen, false)
	style.Show(p.Look, false)
	kept := p.app.Networks.Of(address)
	if (kept == route.Network{}) && p.Network.Typed() {
		p.Network.ForgetTrust()
		return
	}
	p.Network.Set(kept)
	if (kept != route.Network{}) {
		p.Advanced.Open(true)
	}
}

// settingField is where a setting is typed, which is opened for that.
func (p *Page) settingField(s route.Setting) fyne.Focusable {
	p.Advanced.Open(true)
	if s == route.SettingProxy && !p.Network.Address.Visible() {
		return p.Network.Proxy
	}
	return p.Network.Field(s)
}

// OfferCertificate offers to look at a certificate that was not accepted; nil offers nothing.
func (p *Page) OfferCertificate(c *route.Certificate) {
	style.Show(p.Look, c != nil && p.asTried())
	p.Look.OnTapped = func() { connectionform.ShowCertificate(p.win, c, func() { p.trust(c.Fingerprint) }) }
}

// asTried tells whether the server that is typed is that of the last attempt. A yes to what was asked about one
// is none to another, which may have been typed meanwhile, or offered by another start of the program.
func (p *Page) asTried() bool { return p.about.origin == p.last.origin }

// trust signs in again to a server whose certificate the user has looked at.
func (p *Page) trust(f route.Fingerprint) {
	if !p.asTried() {
		return
	}
	p.Network.SetPin(f)
	p.SignIn()
}

// allowPlain signs in again without encryption.
func (p *Page) allowPlain() {
	if !p.asTried() {
		return
	}
	p.Network.AllowPlain()
	p.SignIn()
}

// openAgain opens the remembered session with what is in the form about its server.
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

// AskNetwork asks how to reach the server of a remembered session, which could not be opened because of err.
func (p *Page) AskNetwork(saved settings.SavedSession, err error) {
	p.Server.SetText(saved.Server)
	p.last.origin = p.about.origin
	p.KeyID.SetText(saved.KeyID)
	style.Show(p.reopen, true)
	p.focusAfter(err)
	if client.KindOf(err) == client.KindPlain {
		p.Fail("")
		connectionform.AskPlain(p.win, saved.Server, func() {
			if p.asTried() {
				p.Network.AllowPlain()
				p.openAgain()
			}
		}, func() { p.Fail(words.Explain(err)) })
	}
}
