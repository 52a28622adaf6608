package press

import (
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

const (
	// DoubleTime is between two presses of the same key or button that are one double press, at most.
	DoubleTime = 500 * time.Millisecond
	// reactionTime is how long nothing can be meant for what has come up. A user who expects it may need hardly longer.
	reactionTime = 250 * time.Millisecond
	// doubleReach is how far the pointer may move between the clicks of a double click, in pixels.
	doubleReach = 10
)

// Presses tells which presses of Enter and Space, and which clicks, are meant for what they would act on. The second of two
// fast ones is not, where something else has come up since: the user has pressed twice what was there before.
type Presses struct {
	Now  func() time.Time
	Post func(func()) // calls something once what has come up is drawn; nil is not at all

	last    press
	changes int  // how often something else has come up
	hidden  bool // it is not drawn yet, which may take longer than pressing twice
	seen    time.Time
	page    bool // it is a page, which came after something was pressed on another, or it has come up by itself
}

// press is a key being pressed, or a button at a place.
type press struct {
	by      any
	place   fyne.Position
	at      time.Time
	changes int // when it was meant for what it acted on
}

// Changed takes note that something else has come up where the keyboard or the pointer is, or is gone.
func (p *Presses) Changed() {
	p.changes++
	if p.Post != nil {
		p.hidden = true
		p.Post(func() { p.hidden, p.seen = false, p.Now() })
	}
}

// NewPage takes note that another page has come up, however long after the press that may have led to it.
func (p *Presses) NewPage() {
	p.Changed()
	p.page = p.last.by != nil
}

// Arrived takes note that something has come up by itself, so that nothing can be meant for it yet.
func (p *Presses) Arrived() {
	p.Changed()
	p.page = true
}

// TooSoon reports whether what has come up last is so new that nothing can be meant for it.
func (p *Presses) TooSoon() bool { return p.hidden || p.Now().Sub(p.seen) < reactionTime }

// Counts reports whether a press is meant for what is there now. by is the key or the button.
func (p *Presses) Counts(by any, place fyne.Position) bool {
	now, last := p.Now(), p.last
	p.last = press{by: by, place: place, at: now, changes: p.changes}
	same := last.by == by && near(last.place, place)
	double := same && last.changes != p.changes && (now.Sub(last.at) < DoubleTime || p.TooSoon())
	if p.page = p.page && p.TooSoon(); !double && !p.page {
		return true
	}
	p.last.changes = last.changes // so is a third one
	return false
}

// Holds reports whether a key that is held down still acts on what it was pressed for.
func (p *Presses) Holds(by any) bool { return p.last.by == by && p.last.changes == p.changes }

// Other takes note that another key was pressed: what follows is meant.
func (p *Presses) Other() {
	p.page, p.last = false, press{}
}

func near(a, b fyne.Position) bool {
	d := a.Subtract(b)
	return max(d.X, -d.X) <= doubleReach && max(d.Y, -d.Y) <= doubleReach
}

// presses stands between a window's key presses and clicks and what they are not meant for.
type presses struct {
	*Presses
	unmeant map[any]bool // keys and buttons that are held down in vain
}

// key reports whether the toolkit may know of a key.
func (p presses) key(key glfw.Key, action glfw.Action) bool {
	if key == glfw.KeyKPEnter {
		key = glfw.KeyEnter
	}
	switch {
	case action == glfw.Release:
		delete(p.unmeant, key)
	case key != glfw.KeyEnter && key != glfw.KeySpace:
		p.Other()
	case action == glfw.Repeat:
		p.unmeant[key] = p.unmeant[key] || !p.Holds(key)
		return !p.unmeant[key]
	default:
		p.unmeant[key] = !p.Counts(key, fyne.Position{})
		return !p.unmeant[key]
	}
	return true
}

// character reports whether the toolkit may know of one that is typed. Some controls take a space for what they do, not
// the key that typed it.
func (p presses) character(typed rune) bool { return typed != ' ' || !p.unmeant[glfw.KeySpace] }

// click reports whether the toolkit may know of a button. It knows of a release where it knows of the press.
func (p presses) click(button glfw.MouseButton, action glfw.Action, at fyne.Position) bool {
	if action == glfw.Press {
		p.unmeant[button] = !p.Counts(button, at)
	}
	return !p.unmeant[button]
}
