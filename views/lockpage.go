package views

import (
	"errors"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/progress"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
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
	entry  *control.SecretEntry
	submit *control.Button
	logOut *control.Button
	notice *widget.Label
	object fyne.CanvasObject
	busy   bool
	wait   *progress.Countdown // until a PIN is looked at again
	why    string              // that is waited for
}

func newLockPage(w *window, kind unlockKind) *lockPage {
	p := &lockPage{w: w, kind: kind, entry: control.NewSecretEntry()}
	p.entry.OnSubmitted = func(string) { p.unlock() }
	p.entry.OnKey = w.typedKey
	w.hear(&p.entry.Entry)
	p.submit = control.NewButton("", control.ButtonPrimary, p.unlock)
	p.logOut = control.NewButton("", control.ButtonDefault, w.askLogOut)
	p.submit.OnKey, p.logOut.OnKey = w.typedKey, w.typedKey
	p.notice = dialog.Paragraph("")
	p.notice.Hide()
	p.wait = progress.NewCountdown(w.tasks, p.counted)
	p.sayAnew()
	return p
}

// sayAnew words the page in the language of now. What was typed stays.
func (p *lockPage) sayAnew() {
	p.setBusy(p.busy)
	p.entry.Name = lang.L("PIN to unlock with")
	if p.kind == unlockSecret {
		p.entry.Name = lang.L("Access Key Secret")
	}
	p.logOut.SetText(lang.L("Log Out"))
	p.object = p.layout()
}

func (p *lockPage) layout() fyne.CanvasObject {
	icon := widget.NewIcon(theme.NewColoredResource(theme.VisibilityOffIcon(), style.ColorSecondary))
	title := control.NewText(lang.L("Locked"), style.SizeHeading, fyne.TextStyle{Bold: true})
	form := container.NewVBox(
		container.NewHBox(icon, container.New(style.Centred{}, title)),
		dialog.Paragraph(p.explanation()), p.entry, p.notice, style.Gap(formWidth, 0),
		container.NewHBox(p.logOut, layout.NewSpacer(), p.submit),
	)
	style.Show(p.entry, p.kind != unlockPlain)
	card := control.NewFormCard(form)
	p.entry.OnFocus = card.Follow(title, p.entry)
	p.submit.OnFocus = card.Follow(p.notice, p.submit)
	p.logOut.OnFocus = card.Follow(p.notice, p.logOut)
	return card.Object
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
	if p.busy || p.submit.Disabled() {
		return
	}
	if p.entry.Visible() && p.entry.Empty() {
		p.complain(p.missing())
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
	p.complain(notUnlocked(err))
	var early *app.PINDelayError
	if errors.As(err, &early) {
		p.hold(early.Wait, wrongBefore())
	} else {
		p.hold(p.w.App.PINWait(), notUnlocked(err))
	}
	p.focus()
}

// hold has Unlock wait after wrong PINs. The next PIN can be typed meanwhile.
func (p *lockPage) hold(wait time.Duration, why string) {
	if p.kind == unlockPIN && wait > 0 {
		p.why = why
		p.submit.Disable()
		p.wait.Begin(wait)
	}
}

// counted says how long Unlock is still to wait, and when it no longer is.
func (p *lockPage) counted(left time.Duration) {
	if left > 0 {
		p.complain(words.Sentences(p.why, tryAgainIn(left)))
		return
	}
	p.submit.Enable()
	p.say(lang.L("You can try again now."))
}

func (p *lockPage) setBusy(busy bool) {
	p.busy = busy
	if busy {
		p.submit.SetText(lang.L("Unlocking…"))
		return
	}
	p.submit.SetText(lang.L("Unlock"))
}

func (p *lockPage) complain(message string) { p.tell(message, widget.DangerImportance) }

func (p *lockPage) say(message string) { p.tell(message, widget.MediumImportance) }

func (p *lockPage) tell(message string, importance widget.Importance) {
	p.notice.Importance = importance
	p.notice.SetText(message)
	style.Show(p.notice, message != "")
	p.w.body.Refresh() // the page grows or shrinks
}

// notUnlocked words why a PIN or the keyring did not unlock.
func notUnlocked(err error) string {
	var early *app.PINDelayError
	switch {
	case errors.Is(err, app.ErrPINWrong):
		return lang.L("That is not the PIN.")
	case errors.As(err, &early):
		return words.Sentences(wrongBefore(), tryAgainIn(early.Wait))
	}
	return words.Explain(err)
}

func wrongBefore() string { return lang.L("The PIN was wrong before.") }

func tryAgainIn(wait time.Duration) string {
	seconds := int(math.Ceil(wait.Seconds()))
	return lang.N("Try again in {{.Seconds}} s.", seconds, map[string]any{"Seconds": seconds})
}
