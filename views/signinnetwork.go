package views

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// followServer has the form show how the server that is typed is reached. What was typed for one that nothing is
// kept about stays, but trust is in one server alone, and so is what was kept about another.
func (p *signInPage) followServer(address string) {
	origin, _ := client.Origin(address)
	if origin == p.origin {
		return
	}
	p.origin = origin
	p.reopen.Hide()
	p.look.Hide()
	kept := p.w.App.Network(address)
	if (kept == client.Network{}) && p.network.Typed() {
		p.network.forgetTrust()
		return
	}
	p.network.Set(kept)
	if (kept != client.Network{}) {
		p.advanced.Open(true)
	}
}

// settingField is where a setting is typed, which is opened for that.
func (p *signInPage) settingField(s client.Setting) fyne.Focusable {
	p.advanced.Open(true)
	if s == client.SettingProxy && !p.network.address.Visible() {
		return p.network.proxy
	}
	return p.network.field(s)
}

// offerCertificate offers to look at a certificate that was not accepted; nil offers nothing.
func (p *signInPage) offerCertificate(c *client.Certificate) {
	style.Show(p.look, c != nil && p.asTried())
	p.look.OnTapped = func() { p.w.showCertificate(c, func() { p.trust(c.Fingerprint) }) }
}

// asTried tells whether the server that is typed is that of the last attempt. A yes to what was asked about one
// is none to another, which may have been typed meanwhile, or offered by another start of the program.
func (p *signInPage) asTried() bool { return p.origin == p.tried }

// trust signs in again to a server whose certificate the person has looked at.
func (p *signInPage) trust(f client.Fingerprint) {
	if !p.asTried() {
		return
	}
	p.network.SetPin(f)
	p.signIn()
}

// allowPlain signs in again without encryption.
func (p *signInPage) allowPlain() {
	if !p.asTried() {
		return
	}
	p.network.AllowPlain()
	p.signIn()
}

// keptByNetwork tells whether the remembered session can still be opened, once the person has said how to reach
// its server.
func keptByNetwork(err error) bool {
	kind := client.KindOf(err)
	return kind == client.KindPlain || kind == client.KindSettings
}

// askNetwork asks how to reach the server of the remembered session, which stays remembered.
func (w *window) askNetwork(err error) {
	saved := w.App.Settings().Session
	if saved == nil {
		return
	}
	w.showSignIn(words.Explain(err), false)
	p := w.signIn
	p.server.SetText(saved.Server)
	p.tried = p.origin
	p.keyID.SetText(saved.KeyID)
	p.reopen.Show()
	p.focusAfter(err)
	if client.KindOf(err) == client.KindPlain {
		w.askPlain(saved.Server, func() {
			if p.asTried() {
				p.network.AllowPlain()
				p.openAgain()
			}
		})
	}
}

// openAgain opens the remembered session with what is in the form about its server.
func (p *signInPage) openAgain() {
	server, network := p.server.Text, p.network.Network()
	background.GoErr(p.w.tasks, func(context.Context) error { return p.w.App.SetNetwork(server, network) }, func(err error) {
		if p.w.signIn != p {
			return
		}
		if err != nil {
			p.fail(words.Explain(err))
			p.focusAfter(err)
			return
		}
		p.w.save()
		p.w.askAgain()
	})
}

func lookAtCertificate() string { return lang.L("Look at the Certificate…") }
