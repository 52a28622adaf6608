package preferencestab

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/app/keyring"
	"accesskeys/app/pin"
	"accesskeys/app/session"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

// pinForm sets, changes and removes the PIN.
type pinForm struct {
	win                  *page.Window
	host                 Host
	app                  *app.App
	session              *session.Session
	tasks                *background.Tasks // end with the session
	current, pin, again  *control.SecretEntry
	set, remove          *control.Button
	fieldRows, buttonRow fyne.CanvasObject // the fields, and the buttons
	notice, state        *text.Wrapped
	absent               *text.Wrapped // says why there are no fields, in their place
	object               fyne.CanvasObject
	reveal               func(control fyne.CanvasObject) // scrolls to the whole form, whose texts have changed, or at least to a control
	busy                 bool
	keyless              bool // no keyring was found
}

func newPINForm(win *page.Window, host Host, a *app.App, s *session.Session, tasks *background.Tasks) *pinForm {
	p := &pinForm{win: win, host: host, app: a, session: s, tasks: tasks, state: form.Remark(""), notice: form.Fact(""), absent: form.FactName("")}
	p.current, p.pin, p.again = p.field(), p.field(), p.field()
	p.set = control.NewButton("", control.ButtonDefault, p.save)
	p.remove = control.NewButton("", control.ButtonDefault, p.drop)
	p.set.TakesKeyboard, p.remove.TakesKeyboard = true, true
	p.notice.Importance = widget.DangerImportance
	p.fieldRows = form.OfOneWidth(form.Column(form.NameGap, p.current, p.pin, p.again))
	p.buttonRow = container.NewHBox(p.set, style.Gap(2, 0), p.remove)
	p.object = form.Column(form.NameGap, p.fieldRows, p.buttonRow, form.Flush(p.notice), form.Flush(p.state), form.FlushText(p.absent))
	p.Retranslate()
	return p
}

// Retranslate translates the form into the current language.
func (p *pinForm) Retranslate() {
	p.current.SetName(lang.L("Current PIN"))
	p.pin.SetName(lang.L("New PIN or passphrase"))
	p.again.SetName(lang.L("Repeat PIN"))
	p.remove.SetText(lang.L("Remove PIN"))
	p.Clear()
	p.Show()
}

func (p *pinForm) field() *control.SecretEntry {
	e := control.NewSecretEntry(p.win.Typing)
	e.OnSubmitted = func(string) { p.submit(e) }
	e.OnEdited = func() { p.Say("") } // the notice was about what was typed before
	e.OnDiscard = p.Clear
	return e
}

// fields returns the fields from top to bottom.
func (p *pinForm) fields() []*control.SecretEntry {
	return []*control.SecretEntry{p.current, p.pin, p.again}
}

// followWith has the page scroll to the form's controls when they get the keyboard.
func (p *pinForm) followWith(follow func(control, explained fyne.CanvasObject) func()) {
	for _, e := range p.fields() {
		e.OnFocus = follow(e, p.object)
	}
	for _, b := range []*control.Button{p.set, p.remove} {
		b.OnFocus = follow(b, p.object)
	}
}

// load shows whether a PIN is set and of use, and empties the fields.
func (p *pinForm) load() {
	p.Clear()
	p.Show()
	background.GoErr(p.tasks, p.app.Keyring.Probe, p.probed)
}

// probed notes whether there is a keyring, from the error of asking it.
func (p *pinForm) probed(err error) {
	p.keyless = keyring.KindOf(err) == keyring.Missing
	had := p.hasKeyboard()
	p.Show()
	if had && !p.offered() {
		p.win.Canvas.Unfocus()
	}
}

// Show shows whether a PIN is set and of use. What was typed stays.
func (p *pinForm) Show() {
	has := p.app.PIN.IsSet()
	style.Show(p.current, has)
	style.Show(p.remove, has)
	offered := p.offered()
	style.Show(p.fieldRows, offered)
	style.Show(p.buttonRow, offered)
	style.Show(p.state, offered)
	style.Show(p.absent, !offered)
	p.set.SetText(lang.L("Set PIN"))
	if has {
		p.set.SetText(lang.L("Change PIN"))
	}
	p.state.SetText(p.explanation())
	p.absent.SetText(p.explanation())
}

// offered reports whether the user can set, change or remove a PIN here. One that would not unlock cannot be set.
func (p *pinForm) offered() bool { return p.app.PIN.IsSet() || !p.unused() }

// unused reports whether a PIN would not unlock: the sign-in is not in a keyring, or the keyring is gone.
func (p *pinForm) unused() bool { return p.host.AsksSecret() || p.keyless }

// explanation says what unlocks the window, with or without a PIN.
func (p *pinForm) explanation() string {
	has, known := p.app.PIN.IsSet(), p.app.Settings.Get()
	switch {
	case has && p.host.AsksSecret():
		return words.Sentences(words.PINUnused(), lang.L("The PIN is for accounts whose sign-in is saved."))
	case has && known.Several(): // as long as one is signed in, the PIN stays
		return lang.L("You'll need it to unlock the window and to start the app. If you forget it, log out of all accounts and sign in again.")
	case has:
		return lang.L("You'll need it to unlock the window and to start the app. If you forget it, log out and sign in again.")
	case !p.unused():
		return words.NoPIN(p.host.Demo())
	case p.keyless:
		return lang.L("No keyring found, so unlocking asks for the secret of your access key, not for a PIN. Start a keyring to use a PIN.")
	case p.app.Forgetful():
		return words.PINUnused()
	case session.AwaitsKeyring(p.session):
		return words.Sentences(words.PINUnused(), lang.L("To use a PIN, unlock the keyring, then open Account: that saves the sign-in."))
	}
	return words.Sentences(words.PINUnused(), lang.L("To use a PIN, log out, then sign in with “Keep me signed in” ticked."))
}

// Focus gives the keyboard to the first field.
func (p *pinForm) Focus() {
	first := p.pin
	if p.current.Visible() {
		first = p.current
	}
	p.win.Canvas.Focus(first)
}

// Clear empties the fields.
func (p *pinForm) Clear() {
	for _, e := range p.fields() {
		e.Clear()
	}
	p.Say("")
}

func (p *pinForm) Say(message string) {
	p.notice.SetText(message)
	style.Show(p.notice, message != "")
	if message != "" && p.hasKeyboard() {
		p.reveal(p.win.Canvas.Focused().(fyne.CanvasObject))
	}
}

// submit handles Enter in a field: it moves to the next field that is still empty, or else saves.
func (p *pinForm) submit(at *control.SecretEntry) {
	fields := p.fields()
	for _, e := range fields[slices.Index(fields, at)+1:] {
		if e.IsEmpty() && !at.IsEmpty() {
			p.win.Canvas.Focus(e)
			return
		}
	}
	p.save()
}

func (p *pinForm) save() {
	current, pin := p.current.Secret(), p.pin.Secret()
	switch {
	case p.lacksCurrent():
	case p.pin.IsEmpty() && !p.again.IsEmpty():
		p.askAgain(p.pin, lang.L("Type the new PIN."))
	case !pin.Equal(p.again.Secret()):
		p.askAgain(p.again, lang.L("The PINs don't match."))
	default:
		done := lang.L("PIN set")
		if p.app.PIN.IsSet() {
			done = lang.L("PIN changed")
		}
		p.change(func(ctx context.Context) error {
			if err := p.app.Keyring.Probe(ctx); !p.app.PIN.IsSet() && keyring.KindOf(err) == keyring.Missing {
				return err
			}
			return p.app.PIN.Set(current, pin, p.session.Ended)
		}, done)
	}
}

func (p *pinForm) drop() {
	current := p.current.Secret()
	if !p.lacksCurrent() {
		p.change(func(context.Context) error { return p.app.PIN.Remove(current) }, lang.L("PIN removed"))
	}
}

// lacksCurrent reports whether the current PIN is asked for and missing, and says so.
func (p *pinForm) lacksCurrent() bool {
	lacks := p.current.Visible() && p.current.IsEmpty()
	if lacks {
		p.askAgain(p.current, lang.L("Type the current PIN."))
	}
	return lacks
}

// change changes the PIN in the background: hashing a PIN is slow on purpose. The user may go to another account meanwhile,
// which the PIN protects too.
func (p *pinForm) change(change func(context.Context) error, done string) {
	if p.busy {
		return
	}
	p.busy = true
	background.GoVitalErr(p.win.Tasks, p.tasks.Limit, change, func(err error) {
		p.busy = false
		if p.session.Ended() != nil {
			return
		}
		p.host.LockAgain()
		left := p.tasks.Ctx.Err() != nil
		if err != nil {
			if p.fail(err); left || !p.host.Shown() {
				p.win.Toasts.Error(words.Sentences(lang.L("The PIN was not changed."), p.notice.Text))
			}
			return
		}
		if left {
			p.win.Toasts.Done(done)
			return
		}
		had := p.hasKeyboard()
		p.load()
		switch {
		case had && p.offered(): // fields are empty now, and Remove PIN may be hidden
			p.win.Canvas.Focus(p.set)
		case had:
			p.win.Canvas.Unfocus()
		}
		p.win.Toasts.Done(done)
	})
}

// fail says why the PIN was not changed, and leads to the field that is wrong.
func (p *pinForm) fail(err error) {
	var early *pin.DelayError
	switch {
	case keyring.KindOf(err) == keyring.Missing:
		p.probed(err)
	case errors.Is(err, pin.ErrShort):
		p.askAgain(p.pin, lang.L("Use at least 4 characters for the PIN."))
	case errors.Is(err, pin.ErrWrong):
		p.current.Clear()
		p.askAgain(p.current, lang.L("The current PIN is wrong."))
	case errors.As(err, &early):
		p.askAgain(p.current, words.Sentences(lang.L("The current PIN was wrong."), words.TryAgainIn(early.Wait)))
	default:
		p.Say(words.NotUnlocked(err))
	}
}

// askAgain says what is wrong with a field. If the form has the keyboard, the field gets it, and what is typed replaces
// its text.
func (p *pinForm) askAgain(e *control.SecretEntry, message string) {
	p.Say(message)
	if p.hasKeyboard() {
		p.win.Canvas.Focus(e)
		e.SelectAll()
	}
}

// hasKeyboard reports whether a control of the form has the keyboard. The user may have gone on while a PIN was checked.
func (p *pinForm) hasKeyboard() bool {
	switch p.win.Canvas.Focused() {
	case nil:
		return false
	case p.current, p.pin, p.again, p.set, p.remove:
		return true
	}
	return false
}
