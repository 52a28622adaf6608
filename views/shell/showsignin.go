package shell

import (
	"accesskeys/app/settings"
	"accesskeys/client/route"
	"accesskeys/views/signin"
	"accesskeys/views/words"
)

// showSignIn shows the sign-in form. notice says why, and may be empty. again offers to ask the keyring again.
func (f *sessionFlow) showSignIn(notice string, again bool) { f.showSignInAs(notice, again, f.prefill) }

// showSignInAs is showSignIn with a form that fill has filled in. An unseen outcome of a batch is shown over the form.
func (f *sessionFlow) showSignInAs(notice string, again bool, fill func(*signin.Page)) {
	before := f.settings
	f.leave()
	f.waiting = false
	f.frame.setTitle(f.current)
	f.signIn = f.newSignIn()
	fill(f.signIn)
	f.signIn.For(f.chosen.account, f.chosen.back)
	f.chosen.place = nil
	f.signIn.Fail(notice)
	f.signIn.OfferAgain(again)
	if notice == "" && f.chosen.account == "" && settings.SeveralAt(f.config.App.Settings.Get().Accounts, f.config.Server) {
		f.signIn.Say(words.SeveralAt(f.config.Server))
	}
	f.frame.show(f.signIn.Object)
	f.signIn.Focus()
	if before != nil {
		before.keys.TellLeftBatch()
	}
}

// prefill fills in what is known about the next sign-in.
func (f *sessionFlow) prefill(p *signin.Page) {
	known := f.config.App.Settings.Get()
	p.Server.SetText(known.Server)
	if len(known.Accounts) == 0 {
		p.KeyID.SetText(known.KeyID)
	}
	if a, ok := known.Account(f.chosen.account); ok {
		p.Server.SetText(a.Server)
		p.KeyID.SetText(a.KeyID)
	}
	if f.config.Server != "" {
		if !route.SameAddress(f.config.Server, p.Server.Text) {
			p.KeyID.SetText("")
		}
		p.Server.SetText(f.config.Server)
	}
	if d := f.config.Demo; d != nil {
		p.Server.SetText(d.Server)
		p.KeyID.SetText(d.Credentials.KeyID)
		p.Secret.Insert(d.Credentials.Secret.Reveal())
		p.Keep.SetChecked(false)
	}
}
