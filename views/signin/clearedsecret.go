package signin

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/words"
)

// ClearTyped empties the field for the secret, and that for the ID if the secret seems to be there.
func ClearTyped(p *Page) {
	if swapped(p) {
		p.KeyID.SetText("")
	}
	p.Secret.Clear()
	rank(p)
}

// TellCleared says that locking has cleared the secret that was typed, until the user edits the secret: most likely, the user
// is away. After an attempt in progress, the form says it.
func TellCleared(p *Page) {
	p.last.cleared = true
	if p.Stop != nil {
		return
	}
	p.Say(p.last.clearedSecret())
	if on := p.win.Canvas.Focused(); on == fyne.Focusable(p.Inspect) || on == fyne.Focusable(p.last.swap) { // hidden with the error
		p.Focus()
	}
}

// clearedSecret says that locking has cleared the secret, or returns "" if it has not.
func (a *attempt) clearedSecret() string {
	if !a.cleared {
		return ""
	}
	return lang.L("Locking has cleared the secret that you typed.")
}

// failAttempt shows why an attempt has failed.
func failAttempt(p *Page, err error) {
	p.Fail(words.Sentences(whyNotSignedIn(err), p.last.clearedSecret()))
}

// secretEdited is called when the user has changed the secret.
func secretEdited(p *Page) {
	if p.last.cleared {
		p.last.cleared = false
		p.Say("")
	}
	p.edited()
}
