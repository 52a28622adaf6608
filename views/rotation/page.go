// Package rotation is the page that guides the user through replacing a key. It lists the steps, and shows below the
// current one what there is to do.
package rotation

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"accesskeys/app/keys"
	"accesskeys/app/rotation"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/toast"
	"accesskeys/views/undo"
)

// Host is what the page needs from the tab and the window.
type Host interface {
	Name(id string) string     // returns a key's name in one line
	Label(id string) string    // returns a key's label, or ""
	Places(id string) []string // returns the places where a key is used, according to its note
	Noted(id string) bool      // reports whether the user has given a key a label, places or a note
	NotePlaces(id string)      // opens the note, where the user can add places
	Caution(k keys.Key) string // returns why a key may not be a good new one: it expires soon, or the app is signed in with it
	CopyID(id string)
	CopySecret(id string)
	CopyAs(id string, below *control.Button) // opens the menu of formats below a button
	// DisableQuestion and DeleteQuestion name the places where the key is used if places is set.
	DisableQuestion(k keys.Key, places bool) dialog.Question
	DeleteQuestion(k keys.Key, disabledAt time.Time, places bool) dialog.Question
	WhyNot() string  // returns why nothing can be changed now, or "" if it can
	CanRetry() bool  // reports whether nothing can be changed because of how the server answered, or did not
	Retry()          // asks the server again, at the user's request
	MayChange() bool // reports whether changes are possible now; if not, it tells the user why
	// SignInWith signs in with another key, then shows the page again. An error is passed to failed.
	SignInWith(id string, failed func(error))
	// SignInUnsaved reports whether SignInWith has signed the app in, but the keyring lacks the secret.
	SignInUnsaved() bool
	// SignInSaver returns a function that tries to save that sign-in again, and tells how it ended; nil if that would be in vain.
	SignInSaver() func()
	GiveWay(ids ...string) // ends the checks of keys that are changed, the fetching of their secrets, and the offer to undo
	Undo() *undo.Undo
	// TellFailed says that something failed. If the server could not be reached, that is withdrawn once it can be again.
	TellFailed(said toast.Subject, message string, err error)
	OnScreen() bool // reports whether the tab is on screen, with nothing over it
	Reload()        // reads the list again, automatically
	Back()          // shows the list in place of the page

	List() fyne.CanvasObject // returns the list
	Choose(id string)        // moves the cursor and the keyboard to a key in the list
	HideSecrets()
	// ChangedLate says how a change ended when the session has ended in the meantime.
	ChangedLate(op keys.Operation, ids []string, err error)
	Scrub() // overwrites freed memory that held a secret
}

// Page guides the user through the replacement of one key.
type Page struct {
	*scope
	old string // the key that is replaced

	order    rotation.Order // the user's choice before the start
	chosen   string         // the candidate chosen as the new key
	doing    inProgress
	drawn    drawn
	copied   bool // the new key was copied from this page
	controls controls
	scroll   *scroll.Exposed
	object   *fyne.Container

	messages besideMessages
}

// besideMessages is the room that a page makes for messages.
type besideMessages struct {
	lifted float32 // the height of messages above the buttons
	spare  float32 // the height at the end of what scrolls that a message would take
	foot   float32 // the height of the buttons and what is below them; 0 if messages have room there
}

// inProgress is the act in progress, if there is one.
type inProgress struct {
	act    rotation.Act
	begins bool   // it begins the replacement
	stop   func() // stops a start or a check
	next   *waitingPress
}

// drawn is what a page shows.
type drawn struct {
	current   *fyne.Container // the row and the body of the current step, or why the replacement is halted
	topWidth  float32         // of the buttons above the page
	signature string          // of the content
	step      string          // what scrolls the page to the current step when it changes
	offset    fyne.Position   // where the page was scrolled to for the current step
}

// atStep reports whether a page is where it was scrolled to for the current step: the user has not scrolled since.
func (d *drawn) atStep(s *scroll.Exposed) bool { return s.Scroll.Offset == d.offset }

// pageOf returns the page for the replacement of a key. If the key is the new key of a replacement, it returns the page of
// that one. While an act on an earlier page is in progress, it returns that page, which shows it.
func pageOf(shared *scope, id string) *Page {
	if s, open := shared.guide.State(id); open {
		id = s.Old
	}
	p := shared.acting[id]
	if p == nil {
		p = &Page{scope: shared, old: id, order: rotation.OrderSafe, doing: inProgress{stop: func() {}}, object: container.NewStack()}
	}
	p.build()
	return p
}

// shown reports whether the tab shows this page, not the list.
func (p *Page) shown() bool { return p.inPlace == p }

// begin shows that an act is in progress, until end is called.
func (p *Page) begin(doing inProgress) {
	p.doing, p.acting[p.old] = doing, p
	p.Rebuild()
}

func (p *Page) end() {
	p.doing.stop()
	p.doing = inProgress{stop: func() {}}
	delete(p.acting, p.old)
}

// open shows the current step, and reads the keys again to show how far the replacement is.
func (p *Page) open() {
	p.scrollToStep()
	if _, open := p.state(); open {
		acts{p}.reread()
	}
}

// Focus gives the keyboard to the control for the next action.
func (p *Page) Focus() { focus(p, p.controls.first) }

// focus gives the keyboard to a control of the page, or to nothing if the control is disabled: never to what is behind the page.
func focus(p *Page, o fyne.Focusable) {
	if p.host.OnScreen() { // or else a dialog would lose the keyboard
		p.win.Canvas.Unfocus()
	}
	p.win.Canvas.Focus(o)
}

// refresh makes the page again if it would look different.
func (p *Page) refresh() {
	if p.drawn.signature == p.signature() {
		return
	}
	p.Rebuild()
}

// Rebuild makes the page again. The control that has the keyboard keeps it; if there is no such control any more, the
// one for the next action gets it.
func (p *Page) Rebuild() {
	p.win.Presses.Changed()
	p.build()
	p.focusBack()
}

// Retranslate makes the page again in the current language. It returns the control that replaces the focused one, or nil.
func (p *Page) Retranslate(focused fyne.Focusable) fyne.Focusable {
	p.build()
	return p.controls.successor(focused)
}

// focusBack gives the keyboard to a control of the page if nothing has it, as after a click, or if a control has it that
// was made again or has gone. It does nothing while the page is covered.
func (p *Page) focusBack() {
	if !p.shown() || !p.host.OnScreen() {
		return
	}
	focused := p.win.Canvas.Focused()
	if focused == nil {
		p.Focus()
	} else if next := p.controls.successor(focused); next != nil && next != focused {
		focus(p, next)
	}
}

// subject returns the toast subject for this replacement.
func (p *Page) subject() toast.Subject { return about(p.scope, p.old) }

func about(s *scope, old string) toast.Subject { return s.win.Toasts.About("replacement " + old) }

// sessionEnded reports whether the session has ended.
func (p *Page) sessionEnded() bool { return p.tasks.Ctx.Err() != nil }
