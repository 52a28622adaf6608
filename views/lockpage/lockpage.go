// Package lockpage is what covers the locked window, and asks for what unlocks it.
package lockpage

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/app/pin"
	"accesskeys/assets"
	"accesskeys/client"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/formcard"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/progress"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// UnlockKind is what unlocks the window.
type UnlockKind int

const (
	UnlockPlain  UnlockKind = iota // the keyring, which asks for its password if it is locked
	UnlockPIN                      // the PIN, then the keyring
	UnlockSecret                   // the secret that the keyring does not have
)

// Page covers the locked window.
type Page struct {
	win    *page.Window
	host   Host
	app    *app.App
	Kind   UnlockKind
	keyID  string // of the key that the app is signed in with, if it is
	demo   bool
	Entry  *control.SecretEntry
	Submit *control.Button
	logOut *control.Button
	setPIN *control.Button // unlocks, and leads to where a PIN is set
	Notice *control.Wrapped
	Object fyne.CanvasObject
	Busy   bool
	Wait   *progress.Countdown // until a PIN is looked at again
	why    string              // that is waited for

	ThenPIN bool // once unlocked, the user wants to set a PIN
}

// Host is what the page needs of the window.
type Host interface {
	AskLogOut()
	// Unlock tries to, with what was typed.
	Unlock(typed client.Secret)
	// Relayout lays the page out again, which is of another size now.
	Relayout()
}

// New returns the page for a way to unlock. keyID is that of the key that the app is signed in with, if it is.
func New(win *page.Window, host Host, a *app.App, kind UnlockKind, keyID string, demo bool) *Page {
	p := &Page{win: win, host: host, app: a, Kind: kind, keyID: keyID, demo: demo, Entry: control.NewSecretEntry(win.Typing)}
	p.Entry.OnSubmitted = func(string) { p.Unlock() }
	p.Entry.OnEdited = p.edited
	p.Submit = control.NewButton("", control.ButtonPrimary, p.Unlock)
	p.setPIN = control.NewButton("", control.ButtonDefault, p.unlockForPIN)
	p.logOut = control.NewButton("", control.ButtonDefault, host.AskLogOut)
	p.Notice = dialog.Paragraph("")
	p.Notice.Hide()
	p.Wait = progress.NewCountdown(win.Tasks, p.counted)
	p.Retranslate()
	return p
}

// Retranslate words the page in the current language. What was typed stays.
func (p *Page) Retranslate() {
	p.setBusy(p.Busy)
	p.Entry.Name = lang.L("PIN to unlock with")
	if p.Kind == UnlockSecret {
		p.Entry.Name = lang.L("Access Key Secret")
	}
	p.logOut.SetText(lang.L("Log Out"))
	p.setPIN.SetText(lang.L("Set a PIN…"))
	p.Object = p.layout()
}

func (p *Page) layout() fyne.CanvasObject {
	icon := widget.NewIcon(theme.NewColoredResource(assets.PadlockIcon(), style.ColorSecondary))
	title := control.NewText(lang.L("Locked"), style.SizeHeading, fyne.TextStyle{Bold: true})
	form := []fyne.CanvasObject{
		control.Column(control.NameGap,
			container.NewHBox(icon, container.New(style.Centred{}, title)), control.Flush(dialog.Paragraph(p.explanation()))),
		p.Entry, control.Flush(p.Notice),
		container.NewHBox(p.logOut, style.Gap(4, 0), p.setPIN, layout.NewSpacer(), p.Submit),
	}
	style.Show(p.Entry, p.Kind != UnlockPlain)
	style.Show(p.setPIN, p.offersPIN())
	card := formcard.New(form)
	p.Entry.OnFocus = card.Follow(title, p.Entry)
	p.Submit.OnFocus = card.Follow(p.Notice, p.Submit)
	p.logOut.OnFocus = card.Follow(p.Notice, p.logOut)
	p.setPIN.OnFocus = card.Follow(p.Notice, p.setPIN)
	return container.NewStack(dialog.NewFocusGround(), card.Object)
}

func (p *Page) explanation() string {
	switch p.Kind {
	case UnlockPIN:
		return lang.L("Enter your PIN or passphrase.")
	case UnlockSecret:
		return lang.L("Type the secret of {{.ID}} to unlock. It isn't saved on this computer.",
			map[string]any{"ID": p.keyID})
	}
	if p.demo {
		return lang.L("Unlock to see your access keys again.")
	}
	return lang.L("No PIN set. If your keyring is unlocked, anyone at this computer can open the window. Set a PIN to prevent that.")
}

// offersPIN reports whether a PIN would keep out who is not kept out now.
func (p *Page) offersPIN() bool { return p.Kind == UnlockPlain && !p.demo }

// unlockForPIN unlocks as Unlock does; then the user can set a PIN.
func (p *Page) unlockForPIN() {
	p.ThenPIN = true
	p.Unlock()
}

// Focus puts the keyboard where it is wanted.
func (p *Page) Focus() {
	if p.Entry.Visible() {
		p.win.Canvas.Focus(p.Entry)
		return
	}
	p.win.Canvas.Focus(p.Submit)
}

// Unlock tries to unlock with what was typed. Too early, it has the next PIN replace that.
func (p *Page) Unlock() {
	if p.Busy {
		return
	}
	if p.Submit.Disabled() {
		p.Entry.SelectAll()
		return
	}
	if p.Entry.Visible() && p.Entry.Empty() {
		p.Complain(p.missing())
		return
	}
	p.say("")
	p.setBusy(true)
	p.host.Unlock(p.Entry.Secret())
}

func (p *Page) missing() string {
	if p.Kind == UnlockSecret {
		return lang.L("Type the access key secret.")
	}
	return lang.L("Type the PIN.")
}

// Slow says what is waited for.
func (p *Page) Slow() {
	if p.Busy {
		p.say(lang.L("Waiting for the keyring. It may be asking for its password."))
	}
}

// Fail says why the window is still locked. What was typed is gone, unless it was not even looked at.
func (p *Page) Fail(err error) {
	p.setBusy(false)
	p.ThenPIN = false
	if p.Kind != UnlockSecret || !unseen(err) {
		p.Entry.Clear()
	}
	p.Complain(words.NotUnlocked(err))
	var early *pin.DelayError
	if errors.As(err, &early) {
		p.Hold(early.Wait, words.WrongBefore())
	} else {
		p.Hold(p.app.PIN.Wait(), words.NotUnlocked(err))
	}
	p.Focus()
}

// unseen reports whether err says nothing of the secret that was typed.
func unseen(err error) bool {
	switch client.KindOf(err) {
	case "", client.KindUnauthorized, client.KindMasked:
		return false
	}
	return true
}

// Hold has Unlock wait after wrong PINs. The next PIN can be typed meanwhile.
func (p *Page) Hold(wait time.Duration, why string) {
	if p.Kind == UnlockPIN && wait > 0 {
		p.why = why
		p.Submit.Disable()
		p.Wait.Begin(wait)
	}
}

// counted says how long Unlock is still to wait, and when it no longer is.
func (p *Page) counted(left time.Duration) {
	if left > 0 {
		p.Complain(words.Sentences(p.why, words.TryAgainIn(left)))
		return
	}
	p.Submit.Enable()
	if again := lang.L("You can try again now."); p.Entry.Empty() {
		p.Complain(words.Sentences(p.why, again)) // until something is typed
	} else {
		p.say(again)
	}
}

func (p *Page) setBusy(busy bool) {
	p.Busy = busy
	if busy {
		p.Submit.SetText(lang.L("Unlocking…"))
		return
	}
	p.Submit.SetText(lang.L("Unlock"))
}

// edited takes back what was said of what was typed before.
func (p *Page) edited() {
	if p.Notice.Visible() && p.Notice.Importance == widget.DangerImportance && !p.Submit.Disabled() {
		p.say("")
	}
}

// Complain says what is wrong; an empty message says nothing.
func (p *Page) Complain(message string) { p.tell(message, widget.DangerImportance) }

func (p *Page) say(message string) { p.tell(message, widget.MediumImportance) }

func (p *Page) tell(message string, importance widget.Importance) {
	p.Notice.Importance = importance
	p.Notice.SetText(message)
	style.Show(p.Notice, message != "")
	p.host.Relayout()
}
