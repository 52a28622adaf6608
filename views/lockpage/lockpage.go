// Package lockpage is the page that hides a locked window's content, and asks for what unlocks it.
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
	"accesskeys/app/session"
	"accesskeys/assets"
	"accesskeys/client"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/formcard"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/progress"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

// UnlockKind is what unlocks the window.
type UnlockKind int

const (
	UnlockPlain  UnlockKind = iota // by the keyring, which asks for its password if it is locked
	UnlockPIN                      // by the PIN, then the keyring
	UnlockSecret                   // by the secret, if the keyring does not have it
)

// Page is the lock page.
type Page struct {
	win    *page.Window
	host   Host
	app    *app.App
	Kind   UnlockKind
	of     *session.Session // that is locked; nil if the app is not signed in
	demo   bool
	Entry  *control.SecretEntry
	Submit *control.Button
	logOut *control.Button
	other  *control.Button // unlocks, then leads to where a PIN is set; asks the keyring again that has failed; uses the earlier key; or goes back
	back   func()          // goes back to the form; may be nil
	how    *text.Wrapped   // says how to unlock
	Notice *text.Wrapped
	Object fyne.CanvasObject
	Busy   bool
	Wait   *progress.Countdown // until the next PIN may be tried
	held   held
	newer  bool // what is typed is not the PIN that is being tried

	ThenPIN bool // the user wants to set a PIN after unlocking
	failed  failures
}

// held is why the user has to wait until the next PIN may be tried.
type held struct {
	why  string
	long bool // so long that the user may not have stayed
}

// Host is what the page needs from the window.
type Host interface {
	AskLogOut()
	// Unlock tries to unlock the window with what was typed.
	Unlock(typed client.Secret)
	// AskKeyring tries to unlock the window with the keyring again, after the PIN if there is one.
	AskKeyring()
	// UseEarlierKey leaves the session and signs in with the key that was saved before, after the PIN if there is one.
	UseEarlierKey()
	// Relayout lays the page out again after its size has changed.
	Relayout()
}

// New returns the page for a kind of unlocking. of is the session, or nil if the app is not signed in.
func New(win *page.Window, host Host, a *app.App, kind UnlockKind, of *session.Session, demo bool) *Page {
	p := &Page{win: win, host: host, app: a, Kind: kind, of: of, demo: demo, Entry: control.NewSecretEntry(win.Typing)}
	p.Entry.OnSubmitted = func(string) { p.unlock() }
	p.Entry.OnEdited = p.edited
	if kind == UnlockSecret { // a PIN is short, and easily read over the user's shoulder
		p.Entry.OfferToShow(win.Tips, &win.Presses)
	}
	p.Submit = control.NewButton("", control.ButtonPrimary, p.unlock)
	p.Submit.OnTappedDisabled = p.Focus // a click has taken the keyboard from the field
	p.other = control.NewButton("", control.ButtonDefault, p.pressOther)
	p.logOut = control.NewButton("", control.ButtonDefault, host.AskLogOut)
	p.how, p.Notice = dialog.Paragraph(""), dialog.Paragraph("")
	p.Notice.Hide()
	p.Wait = progress.NewCountdown(win.Tasks, p.showWait)
	p.Retranslate()
	return p
}

// Retranslate translates the page into the current language. What was typed stays.
func (p *Page) Retranslate() {
	p.setBusy(p.Busy)
	p.Entry.Name = lang.L("PIN to unlock with")
	if p.Kind == UnlockSecret {
		p.Entry.Name = lang.L("Access Key Secret")
		p.Entry.Retranslate()
	}
	p.logOut.SetText(lang.L("Log Out…"))
	p.other.SetText(p.otherText())
	p.Object = p.layout()
}

func (p *Page) layout() fyne.CanvasObject {
	icon := widget.NewIcon(theme.NewColoredResource(assets.PadlockIcon(), style.ColorSecondary))
	title := text.New(lang.L("Locked"), style.SizeHeading, fyne.TextStyle{Bold: true})
	p.how.SetText(p.explanation())
	var field fyne.CanvasObject = p.Entry
	if p.Kind == UnlockSecret {
		field = p.Entry.WithEye()
	}
	parts := []fyne.CanvasObject{
		form.Column(form.NameGap,
			container.NewHBox(icon, container.New(style.Centred{}, title)), form.Flush(p.how)),
		field, form.Flush(p.Notice),
		container.NewHBox(p.logOut, style.Gap(4, 0), p.other, layout.NewSpacer(), p.Submit),
	}
	style.Show(p.Entry, p.Kind != UnlockPlain)
	style.Show(p.other, p.offersOther())
	card := formcard.New(parts)
	follow := func(from, until fyne.CanvasObject) func() { return p.win.Follow(card.Follow(from, until)) }
	p.Entry.OnFocus = follow(title, p.Entry)
	p.Submit.OnFocus = follow(p.Notice, p.Submit)
	p.logOut.OnFocus = follow(p.Notice, p.logOut)
	p.other.OnFocus = follow(p.Notice, p.other)
	return container.NewStack(dialog.NewFocusGround(), card.Object)
}

func (p *Page) explanation() string {
	switch p.Kind {
	case UnlockPIN:
		enter := lang.L("Type your PIN or passphrase.")
		if p.back != nil {
			enter = lang.L("Type your PIN or passphrase to use the saved key.")
		}
		if p.failed.pin {
			return words.Sentences(enter, lang.L("If you forgot it, log out and sign in again with the access key's secret."))
		}
		return enter
	case UnlockSecret:
		if p.failed.keyring != nil {
			return p.secretInstead()
		}
		secret := lang.L("Type the secret of {{.ID}} to unlock. It isn't saved on this computer.",
			map[string]any{"ID": p.of.KeyID()})
		if p.offersEarlier() {
			return words.Sentences(secret, lang.L("Or use the key that was saved before."))
		}
		if p.app.PIN.IsSet() {
			return words.Sentences(secret, lang.L("Your PIN doesn't unlock this account."))
		}
		return secret
	}
	if p.demo {
		return lang.L("Unlock to see your access keys again.")
	}
	return words.Sentences(words.NoPIN(false), lang.L("Set a PIN to prevent that."))
}

func (p *Page) offersOther() bool {
	return p.offersPIN() || p.failed.keyring != nil || p.offersEarlier() || p.back != nil
}

// offersPIN reports whether the page offers to set a PIN: without one, anybody could unlock the window.
func (p *Page) offersPIN() bool { return p.Kind == UnlockPlain && !p.demo }

// offersEarlier reports whether the page offers to use the key that was saved before.
func (p *Page) offersEarlier() bool {
	if p.Kind != UnlockSecret || p.failed.keyring != nil {
		return false
	}
	_, earlier := session.EarlierKey(p.of, p.app.Settings.Get())
	return earlier
}

func (p *Page) otherText() string {
	switch {
	case p.failed.keyring != nil:
		return tryAgain()
	case p.offersEarlier():
		return lang.L("Use Earlier Key")
	case p.back != nil:
		return lang.L("Cancel")
	}
	return lang.L("Set a PIN…")
}

// pressOther asks the keyring again if it has failed, uses the earlier key, or goes back. Otherwise it unlocks as unlock does,
// and then leads to where a PIN is set.
func (p *Page) pressOther() {
	switch {
	case p.offersPIN():
		p.ThenPIN = true
		p.unlock()
	case p.Busy: // the secret being tried could lock the session again after the keyring has unlocked it
	case p.failed.keyring != nil:
		p.host.AskKeyring()
	case p.back != nil:
		p.back()
	default:
		p.host.UseEarlierKey()
	}
}

// Focus gives the keyboard to the field, or to the button if there is no field.
func (p *Page) Focus() {
	if p.Entry.Visible() {
		p.win.Canvas.Focus(p.Entry)
		return
	}
	p.win.Canvas.Focus(p.Submit)
}

// Try unlocks as if Unlock was pressed.
func (p *Page) Try() { p.unlock() }

// unlock tries to unlock with what was typed. While the user has to wait, it only selects the text, so that another PIN
// replaces it: a try after the wait, which the user may no longer want, would count.
func (p *Page) unlock() {
	if p.Busy {
		return
	}
	if p.Submit.Disabled() {
		p.Entry.SelectAll()
		return
	}
	if p.Entry.Visible() && p.Entry.IsEmpty() {
		p.Complain(p.missing())
		p.win.Canvas.Focus(p.Entry)
		return
	}
	p.say("")
	p.setBusy(true)
	if p.newer = false; p.Kind == UnlockPIN {
		p.Entry.SelectAll() // what is typed meanwhile is another PIN
	}
	p.host.Unlock(p.Entry.Secret())
}

func (p *Page) missing() string {
	if p.Kind == UnlockSecret {
		return lang.L("Type the access key secret.")
	}
	return lang.L("Type the PIN.")
}

// Slow says that the keyring is taking long, or the server, which checks a secret.
func (p *Page) Slow() {
	switch {
	case !p.Busy:
	case p.Kind == UnlockSecret:
		p.say(lang.L("Waiting for the server…"))
	default:
		p.say(lang.L("Waiting for the keyring. It may be asking for its password."))
	}
}

// TellCleared says that locking the window once more has cleared what was typed. What the user waits for is more important.
func (p *Page) TellCleared() {
	if !p.Busy && !p.Submit.Disabled() {
		p.say(lang.L("Locking has cleared what you typed."))
	}
}

// Fail says why the window is still locked. It empties the field, unless the error says nothing about a typed secret, or
// another PIN is being typed.
func (p *Page) Fail(err error) {
	p.setBusy(false)
	p.ThenPIN = false
	keep := p.Kind == UnlockSecret && unseen(err) || p.Kind == UnlockPIN && p.newer
	if !keep {
		p.Entry.Clear()
	}
	var early *pin.DelayError
	delayed := errors.As(err, &early)
	if delayed || errors.Is(err, pin.ErrWrong) {
		p.helpForgetful()
	}
	why := p.whyLocked(err)
	p.Complain(why)
	if delayed {
		p.Hold(early.Wait, words.WrongBefore())
	} else {
		p.Hold(p.app.PIN.Wait(), why)
	}
	p.Focus()
}

// helpForgetful says from now on what to do about a forgotten PIN. Until one was wrong, nobody needs to read that.
func (p *Page) helpForgetful() {
	p.failed.pin = true
	p.how.SetText(p.explanation())
}

// unseen reports whether err says nothing about the secret that was typed, as when the server cannot be reached.
func unseen(err error) bool {
	switch client.KindOf(err) {
	case "", client.KindUnauthorized, client.KindMasked:
		return false
	}
	return true
}

// longWait is a wait during which the user may turn to something else.
const longWait = 5 * time.Second

// Hold disables Unlock for a while after wrong PINs, and says why. The next PIN can be typed in the meantime.
func (p *Page) Hold(wait time.Duration, why string) {
	if p.Kind == UnlockPIN && wait > 0 {
		p.held = held{why, wait > longWait}
		p.helpForgetful()
		p.Submit.Disable()
		p.Wait.Begin(wait)
	}
}

// showWait says how long the user has to wait. When nothing is left, it enables Unlock again.
func (p *Page) showWait(left time.Duration) {
	if left > 0 {
		p.Complain(words.Sentences(p.held.why, words.TryAgainIn(left)))
		return
	}
	p.Submit.Enable()
	again := ""
	if p.held.long {
		again = lang.L("You can try again now.")
	}
	if p.Entry.IsEmpty() {
		p.Complain(words.Sentences(p.held.why, again)) // until something is typed
	} else {
		p.say(again)
	}
}

func (p *Page) setBusy(busy bool) {
	p.Busy = busy
	if busy {
		p.Entry.Mask()
		p.Submit.SetText(lang.L("Unlocking…"))
		return
	}
	p.Submit.SetText(lang.L("Unlock"))
}

// edited hides an error about what was typed before.
func (p *Page) edited() {
	p.newer = p.Busy
	p.rank()
	if p.Notice.Visible() && p.Notice.Importance == widget.DangerImportance && !p.Submit.Disabled() {
		p.say("")
	}
}

// Complain shows what is wrong. An empty message hides the notice.
func (p *Page) Complain(message string) { p.setNotice(message, widget.DangerImportance) }

// Warn says something that is no failure. It reports whether that is news: it is not while the page still says so.
func (p *Page) Warn(message string) bool {
	if p.Notice.Visible() && p.Notice.Text == message {
		return false
	}
	p.say(message)
	return true
}

func (p *Page) say(message string) { p.setNotice(message, widget.MediumImportance) }

func (p *Page) setNotice(message string, importance widget.Importance) {
	p.Notice.Importance = importance
	p.Notice.SetText(message)
	style.Show(p.Notice, message != "")
	p.host.Relayout()
}
