// Package rotation is the page that leads through replacing a key: its steps below one another, and what the step that it
// is at has to be done for.
package rotation

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"accesskeys/app/keys"
	"accesskeys/app/rotation"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/undo"
)

// Host is what the page needs of the tab and the window.
type Host interface {
	Name(id string) string     // what a key is called in one line
	Places(id string) []string // where it is noted to be used
	EditNote(id string)        // asks where it is used
	CopySecret(id string)
	CopyAs(id string)
	DisableQuestion(k keys.Key) dialog.Question
	DeleteQuestion(k keys.Key, disabledAt time.Time) dialog.Question
	WhyNot() string  // why nothing can be changed now, and nothing where it can
	MayChange() bool // whether anything may be changed now; says why not
	// SignInWith signs in with another key, and shows the page again then.
	SignInWith(id string, failed func(error))
	// SignInUnsaved reports whether SignInWith has signed the app in, and the keyring does not have the secret.
	SignInUnsaved() bool
	Undo() *undo.Undo
	OnScreen() bool // the tab is on screen, and nothing lies over it
	Reload()        // reads the list again, and says what is wrong with it
	Back()          // shows the list

	List() fyne.CanvasObject // the list, as it is shown
	Choose(id string)        // gives the keyboard to the list, and selects a key
	HideSecrets()
	// ChangedLate says what came of a change after the session was left.
	ChangedLate(op keys.Operation, ids []string, err error)
	Checked(id string) // keeps what came of the check of a key
	Scrub()            // a secret was in memory
}

// Page leads through the replacement of one key.
type Page struct {
	win   *page.Window
	host  Host
	tasks *background.Tasks // end with the session
	guide *rotation.Guide
	old   string // the key that is replaced

	order    rotation.Order // chosen, before it begins
	chosen   string         // of the candidates
	working  rotation.Act   // what is under way
	stop     func()         // ends it if it is a check
	drawn    string         // of what state the content is
	first    fyne.Focusable // what wants the keyboard
	toCopy   fyne.Focusable // what copies the new key
	copied   bool           // the new key was, on this page
	shown    func() bool    // it is, and not the list
	changes  *int           // how many keys are being changed on the tab
	controls []named
	had      named // what had the keyboard last
	content  *fyne.Container
	scroll   *control.ExposedScroll
	object   *fyne.Container
}

// newPage returns the page for a key: for its replacement, or for the one that it is part of.
func newPage(t *Tab, id string) *Page {
	p := &Page{win: t.win, host: t.host, tasks: t.tasks, guide: t.guide, old: id, order: rotation.OrderSafe, stop: func() {}, object: container.NewStack()}
	p.shown, p.changes = func() bool { return t.shown == p }, &t.changes
	if s, open := t.guide.State(id); open {
		p.old = s.Old
	}
	p.build()
	return p
}

// Open reads the keys, and shows how far the replacement is by that. One that has not begun shows first what it leads
// through, even where that leaves no room for what has the keyboard: starting it changes no key.
func (p *Page) Open() {
	if _, open := p.guide.State(p.old); open {
		acts{p}.look()
		return
	}
	p.scroll.Scroll.ScrollToTop()
}

// Show is the page's object.
func (p *Page) Show() fyne.CanvasObject { return p.object }

// Old is the key that is replaced.
func (p *Page) Old() string { return p.old }

// Focus gives the keyboard to what comes next.
func (p *Page) Focus() { p.win.Canvas.Focus(p.first) }

// Refresh shows what has changed.
func (p *Page) Refresh() {
	if p.drawn == p.signature() {
		return
	}
	p.Rebuild()
}

// named is a control that can have the keyboard, and what it is found by when the page is made again.
type named struct {
	name   string
	object fyne.Focusable
}

// Rebuild makes the page again. What has the keyboard keeps it, or what comes next gets it.
func (p *Page) Rebuild() {
	p.win.Presses.Changed()
	p.build()
	p.FocusBack()
}

// Retranslate makes the page again in the current language. It returns what takes the place of what has the keyboard.
func (p *Page) Retranslate(focused fyne.Focusable) fyne.Focusable {
	p.build()
	return instead(p, focused)
}

// FocusBack gives the keyboard to what comes next, where nothing has it, as after a click, or a control that the page no
// longer has. What lies over the page keeps it.
func (p *Page) FocusBack() {
	if !p.shown() || !p.host.OnScreen() {
		return
	}
	focused := p.win.Canvas.Focused()
	if focused == nil {
		p.Focus()
	} else if next := instead(p, focused); next != nil && next != focused {
		p.win.Canvas.Focus(next)
	}
}

// instead is what takes the place of a control that had the keyboard, nil where that is not of the page.
func instead(p *Page, focused fyne.Focusable) fyne.Focusable {
	if focused == nil || focused != p.had.object {
		return nil
	}
	for _, c := range p.controls {
		if c.name == p.had.name {
			return c.object
		}
	}
	return p.first
}

// said is the page as a subject of messages.
func (p *Page) said() toast.Subject { return p.win.Toasts.About("replacement " + p.old) }

// left reports whether the session was left.
func (p *Page) left() bool { return p.tasks.Ctx.Err() != nil }
