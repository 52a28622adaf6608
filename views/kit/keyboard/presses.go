package keyboard

import (
	"time"

	"fyne.io/fyne/v2"
)

const (
	// doubleTime is between two presses of the same key or button that are one double press, at most.
	doubleTime = 500 * time.Millisecond
	// pageTime is how long nothing can be meant for a page that has come up.
	pageTime = 400 * time.Millisecond
	// doubleReach is how far the pointer may move between the clicks of a double click, in pixels.
	doubleReach = 10
)

// Presses tells which presses of Enter and Space, and which clicks, are meant for what they would act on. The second of two
// fast ones is not, where something else has come up since: the user has pressed twice what was there before.
type Presses struct {
	Now func() time.Time

	last    press
	changes int       // how often something else has come up
	page    time.Time // when a page has, after something was pressed on another; zero where that is over
}

// press is a key being pressed, or a button at a place.
type press struct {
	by      any
	place   fyne.Position
	at      time.Time
	changes int // when it was meant for what it acted on
}

// Changed takes note that something else has come up where the keyboard or the pointer is, or is gone.
func (p *Presses) Changed() { p.changes++ }

// NewPage takes note that another page has come up, however long after the press that may have led to it.
func (p *Presses) NewPage() {
	p.Changed()
	if p.last.by != nil {
		p.page = p.Now()
	}
}

// Counts reports whether a press is meant for what is there now. by is the key or the button.
func (p *Presses) Counts(by any, place fyne.Position) bool {
	now, last := p.Now(), p.last
	p.last = press{by: by, place: place, at: now, changes: p.changes}
	double := last.by == by && near(last.place, place) && now.Sub(last.at) < doubleTime && last.changes != p.changes
	if !double && (p.page.IsZero() || now.Sub(p.page) >= pageTime) {
		p.page = time.Time{}
		return true
	}
	p.last.changes = last.changes // so is a third one
	return false
}

// Holds reports whether a key that is held down still acts on what it was pressed for.
func (p *Presses) Holds(by any) bool { return p.last.by == by && p.last.changes == p.changes }

// Other takes note that another key was pressed: what follows is meant.
func (p *Presses) Other() {
	p.page, p.last = time.Time{}, press{}
}

func near(a, b fyne.Position) bool {
	d := a.Subtract(b)
	return max(d.X, -d.X) <= doubleReach && max(d.Y, -d.Y) <= doubleReach
}
