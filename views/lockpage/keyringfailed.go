package lockpage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// failures tells what has failed since the page was shown, or before.
type failures struct {
	pin     bool  // a PIN was wrong
	keyring error // why the page asks for the secret although the keyring may have it
}

// KeyringFailed says why the keyring did not unlock the window. It must be called on a page that asks for the secret instead.
// The server checks that, so that no less opens the window than what signs in.
func (p *Page) KeyringFailed(err error) {
	p.failed.keyring = err
	p.how.SetText(p.explanation())
	p.other.SetText(tryAgain())
	style.Show(p.other, true)
	p.Complain(words.NotUnlocked(err))
	if keyring.MayAnswer(err) {
		p.win.Canvas.Focus(p.other)
	}
	p.rank()
}

// rank makes the button primary that asks the keyring again, until something is typed.
func (p *Page) rank() {
	p.other.Kind, p.Submit.Kind = control.ButtonDefault, control.ButtonPrimary
	if p.failed.keyring != nil && keyring.MayAnswer(p.failed.keyring) && p.Entry.IsEmpty() {
		p.other.Kind, p.Submit.Kind = control.ButtonPrimary, control.ButtonDefault
	}
	p.other.Refresh()
	p.Submit.Refresh()
}

// secretInstead says what unlocks the window after the keyring has failed.
func (p *Page) secretInstead() string {
	key := map[string]any{"ID": p.of.KeyID()}
	if keyring.KindOf(p.failed.keyring) == keyring.Missing {
		return words.Sentences(lang.L("Type the secret of {{.ID}} to unlock.", key), lang.L("Or start the keyring and try again."))
	}
	return lang.L("Unlock the keyring and try again, or type the secret of {{.ID}}.", key)
}

// tryAgain is what the button says that asks the keyring again, here as on the sign-in form.
func tryAgain() string { return lang.L("Try Saved Key Again") }
