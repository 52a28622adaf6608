package shell

import (
	"context"

	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/views/keyspage"
	"accesskeys/views/signin"
	"accesskeys/views/words"
)

// ownKeyGone logs out because the user has disabled or deleted the session's own key, after unlocking where a PIN protects others.
func (f *sessionFlow) ownKeyGone(k keys.Key) {
	if f.current != nil && f.current.KeyID() == k.ID && !(f.locked() && f.locking.protectsOthers()) {
		name, s := f.ownKeyName(), f.current
		f.logOut(s, func(ctx context.Context) error { return session.GiveUp(ctx, f.config.App.Sessions, s) })
		f.signIn.ForgetKey()
		f.signIn.Say(words.OwnKeyGivenUp(name, k.State))
	}
}

// rejected asks to sign in again because the server no longer accepts the session's key, or its API has moved. A
// remembered sign-in stays and can be tried again, unless that would be in vain because of the key's state.
func (f *sessionFlow) rejected(err error) {
	state := client.StateSaid(err)
	if keys.Rejected(err) && f.current.KeyExpired(f.page.Tasks.Now()) {
		state = client.StateExpired
	}
	if state != "" {
		f.signInAgain(words.OwnKeyGone(f.ownKeyName(), state), false)
		f.signIn.ForgetKey()
		return
	}
	kept := f.current.Remembered()
	if !kept || !keys.Rejected(err) {
		f.signInAgain(words.Explain(err), kept)
		return
	}
	f.signInAgain(words.SavedKeyRefused(err), true)
	signin.SavedKeyRefused(f.signIn)
}

func (f *sessionFlow) ownKeyName() string {
	id := f.current.KeyID()
	return words.KeyName(f.config.App.Notes.Of(keys.RefOf(f.current.Keys(), id)).Label, id)
}

// notStored asks to sign in again because the keyring has lost the session's key.
func (f *sessionFlow) notStored(notice string) { f.signInAgain(notice, false) }

// signInAgain asks for the secret of the session's key. kept means that the keyring may still have it.
func (f *sessionFlow) signInAgain(notice string, kept bool) {
	s, server, id := f.current, f.current.Server(), f.current.KeyID()
	f.chosen.typed.Keep(f.chosen.account, keyspage.Asker(f.settings.keys))
	f.showSignInAs(notice, kept, func(p *signin.Page) {
		f.prefill(p)
		p.Server.SetText(server)
		p.KeyID.SetText(id)
	})
	f.config.App.Sessions.Leave(s)
}
