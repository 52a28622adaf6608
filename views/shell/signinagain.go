package shell

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/signin"
	"accesskeys/views/words"
)

// ownKeyGone logs out because the session's own key was disabled or deleted.
func (f *sessionFlow) ownKeyGone(k keys.Key) {
	if f.current == nil || f.current.KeyID() != k.ID {
		return
	}
	label := f.config.App.Notes.Of(keys.RefOf(f.current.Keys(), k.ID)).Label
	key := map[string]any{"ID": words.KeyName(label, k.ID)}
	if k.State == client.StateDeleted {
		f.logOut(f.current, false, false, lang.L("Your sign-in key {{.ID}} was deleted. Sign in with another key.", key))
		f.signIn.ForgetKey()
		return
	}
	f.logOut(f.current, false, false, lang.L("Your sign-in key {{.ID}} was disabled. Sign in with another key.", key))
}

// rejected asks to sign in again because the server no longer accepts the session's key, or its API has moved. A
// remembered sign-in stays and can be tried again, since the key may be disabled only for a while.
func (f *sessionFlow) rejected(err error) { f.signInAgain(words.Explain(err), f.current.Remembered()) }

// notStored asks to sign in again because the keyring has lost the session's key.
func (f *sessionFlow) notStored(notice string) { f.signInAgain(notice, false) }

// signInAgain asks for the secret of the session's key. kept means that the keyring may still have it.
func (f *sessionFlow) signInAgain(notice string, kept bool) {
	server, id := f.current.Server(), f.current.KeyID()
	f.showSignInAs(notice, kept, func(p *signin.Page) {
		f.prefill(p)
		p.Server.SetText(server)
		p.KeyID.SetText(id)
	})
}
