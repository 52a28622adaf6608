package views

import (
	"errors"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
)

// unlockKind is what unlocks the window.
type unlockKind int

const (
	unlockPlain  unlockKind = iota // the keyring, which asks for its password if it is locked
	unlockPIN                      // the PIN, then the keyring
	unlockSecret                   // the secret that the keyring does not have
)

// lockPage covers the locked window.
type lockPage struct {
	w      *window
	kind   unlockKind
	entry  *secretEntry
	submit *button
	logOut *button
	notice *widget.Label
	object fyne.CanvasObject
	busy   bool
}

func newLockPage(w *window, kind unlockKind) *lockPage {
	p := &lockPage{w: w, kind: kind, entry: newSecretEntry()}
	p.entry.OnSubmitted = func(string) { p.unlock() }
	p.entry.OnKey, p.entry.OnShortcut, p.entry.OnUsed = w.typedKey, w.typedShortcut, w.idle.Active
	p.entry.Name = lang.L("PIN to unlock with")
	if kind == unlockSecret {
		p.entry.Name = lang.L("Access Key Secret")
	}
	p.submit = newButton(lang.L("Unlock"), buttonPrimary, p.unlock)
	p.logOut = newButton(lang.L("Log Out"), buttonDefault, w.askLogOut)
	p.submit.OnKey, p.logOut.OnKey = w.typedKey, w.typedKey
	p.notice = paragraph("")
	p.notice.Importance = widget.DangerImportance
	p.notice.Hide()
	p.object = p.layout()
	return p
}

func (p *lockPage) layout() fyne.CanvasObject {
	icon := widget.NewIcon(theme.NewColoredResource(theme.VisibilityOffIcon(), colorSecondary))
	title := newText(lang.L("Locked"), sizeHeading, fyne.TextStyle{Bold: true})
	form := container.NewVBox(
		container.NewHBox(icon, container.New(centred{}, title)),
		paragraph(p.explanation()), p.entry, p.notice, gap(formWidth, 0),
		container.NewHBox(p.logOut, layout.NewSpacer(), p.submit),
	)
	show(p.entry, p.kind != unlockPlain)
	padded := container.New(layout.NewCustomPaddedLayout(24, 24, 28, 28), form)
	return container.New(centred{}, container.NewStack(newCard(), padded))
}

func (p *lockPage) explanation() string {
	switch p.kind {
	case unlockPIN:
		return lang.L("Type your PIN or passphrase to see your access keys again.")
	case unlockSecret:
		return lang.L("The keyring does not have the key that this app is signed in with. Type the secret of {{.ID}} to go on.",
			map[string]any{"ID": p.w.session.KeyID()})
	}
	if p.w.Demo != nil {
		return lang.L("Unlock to see your access keys again.")
	}
	return lang.L("Unlock to see your access keys again. If the keyring is locked, it asks for its password.")
}

func (p *lockPage) focus() {
	if p.entry.Visible() {
		p.w.win.Canvas().Focus(p.entry)
		return
	}
	p.w.win.Canvas().Focus(p.submit)
}

func (p *lockPage) unlock() {
	if p.busy {
		return
	}
	if p.entry.Visible() && p.entry.Empty() {
		p.say(p.missing())
		return
	}
	p.say("")
	p.setBusy(true)
	p.w.unlock(p.entry.Secret())
}

func (p *lockPage) missing() string {
	if p.kind == unlockSecret {
		return lang.L("Type the access key secret.")
	}
	return lang.L("Type the PIN.")
}

// slow says what is waited for.
func (p *lockPage) slow() {
	if p.busy {
		p.say(lang.L("Waiting for the keyring: it may be asking for its password."))
	}
}

// fail says why the window is still locked. What was typed is gone.
func (p *lockPage) fail(err error) {
	p.setBusy(false)
	p.entry.Clear()
	p.say(notUnlocked(err))
	p.focus()
}

func (p *lockPage) setBusy(busy bool) {
	p.busy = busy
	if busy {
		p.submit.SetText(lang.L("Unlocking…"))
		return
	}
	p.submit.SetText(lang.L("Unlock"))
}

func (p *lockPage) say(message string) {
	p.notice.SetText(message)
	show(p.notice, message != "")
	p.w.body.Refresh() // the page grows or shrinks
}

// notUnlocked words why a PIN or the keyring did not unlock.
func notUnlocked(err error) string {
	var early *app.PINDelayError
	switch {
	case errors.Is(err, app.ErrPINWrong):
		return lang.L("That is not the PIN.")
	case errors.As(err, &early):
		seconds := int(math.Ceil(early.Wait.Seconds()))
		return lang.N("The PIN was wrong before. Try again in {{.Seconds}} s.", seconds, map[string]any{"Seconds": seconds})
	}
	return explain(err)
}
