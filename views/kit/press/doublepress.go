package press

import (
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

const (
	// doubleTime is the longest time between two presses of the same key or button that count as a double press.
	doubleTime = 500 * time.Millisecond
	// reactionTime is how long after a page or dialog has appeared no press can be meant for it. A user who expects it
	// may need little longer.
	reactionTime = 250 * time.Millisecond
	// doubleReach is how far the pointer may move between the clicks of a double click, in pixels.
	doubleReach = 10
)

// Presses decides which presses of Enter and Space, and which clicks, are meant for the control that they would act on.
// The second press of a double press is not meant for a page or dialog that has appeared after the first: the user
// double-clicked what was there before.
type Presses struct {
	Now  func() time.Time
	Post func(func()) // calls a function once what has appeared is drawn; may be nil

	OnKey func() // called before a key press; may be nil

	last    press
	changes int      // how often something has appeared or disappeared
	newest  appeared // what has appeared last
	held    bool     // a key repeats because it is held down

	inPlace bool // a click gives a control the keyboard, or gives it back
}

// appeared is something that has appeared.
type appeared struct {
	hidden bool      // it is not drawn yet, which may take longer than a double press
	seen   time.Time // when it was drawn
	page   bool      // it is a page that appeared after a press on another one, or it appeared by itself
}

// press is a press of a key, or of a mouse button at a position.
type press struct {
	by      any
	place   fyne.Position
	at      time.Time
	changes int // Presses.changes when a press was last meant for what it acted on
	second  bool
	again   bool          // it followed the same press
	gap     time.Duration // how long after that
}

// Changed records that something has appeared or disappeared where the focus or the pointer is.
func (p *Presses) Changed() {
	p.changes++
	if p.Post != nil {
		p.newest.hidden = true
		p.Post(func() { p.newest.hidden, p.newest.seen = false, p.Now() })
	}
}

// NewPage records that another page has appeared, however long after the press that led to it.
func (p *Presses) NewPage() {
	p.Changed()
	p.newest.page = p.last.by != nil
}

// Arrived records that something has appeared by itself, so that no press can be meant for it yet.
func (p *Presses) Arrived() {
	p.Changed()
	p.newest.page = true
}

// TooSoon reports whether what has appeared last is so new that no press can be meant for it.
func (p *Presses) TooSoon() bool { return p.newest.hidden || p.Now().Sub(p.newest.seen) < reactionTime }

// IsDouble reports whether the last press was the second of a double press.
func (p *Presses) IsDouble() bool { return p.last.second }

// IsRepeatedClick reports whether the last press was the second click of a double click, or a later one. What a click
// switches on, such a click is not meant to switch off again.
func (p *Presses) IsRepeatedClick() bool { return p.repeatedWithin(doubleTime) }

// IsRepeatedKey is IsRepeatedClick for Enter and Space. Users press these again on purpose sooner than they click again.
func (p *Presses) IsRepeatedKey() bool { return p.repeatedWithin(reactionTime) }

func (p *Presses) repeatedWithin(gap time.Duration) bool {
	return p.last.again && p.last.gap < gap && p.Now().Sub(p.last.at) < gap
}

// IsMeant reports whether a press is meant for what is there now. by is the key or the button.
func (p *Presses) IsMeant(by any, place fyne.Position) bool {
	now, last := p.Now(), p.last
	same := last.by == by && near(last.place, place)
	soon := same && now.Sub(last.at) < doubleTime
	p.last = press{by: by, place: place, at: now, changes: p.changes, second: soon && !last.second, again: same, gap: now.Sub(last.at)}
	double := last.changes != p.changes && (soon || same && p.TooSoon())
	if p.newest.page = p.newest.page && p.TooSoon(); !double && !p.newest.page {
		return true
	}
	p.last.changes = last.changes // so that a third press is not meant for it either
	return false
}

// IsStillMeant reports whether a key that is held down still acts on what it was pressed for.
func (p *Presses) IsStillMeant(by any) bool { return p.last.by == by && p.last.changes == p.changes }

// IsHeld reports whether a key is held down for so long that it repeats.
func (p *Presses) IsHeld() bool { return p.held }

// comeBack stands in for the key or the button of a press when the user comes back to the window.
type comeBack struct{}

// ComeBack records that the window has got the keyboard back.
func (p *Presses) ComeBack() { p.last = press{by: comeBack{}} }

// StaysInPlace reports whether a control that gets the keyboard now does so without a key, so that the page must not scroll: by a
// click, or because the user has come back to the window and has pressed nothing since.
func (p *Presses) StaysInPlace() bool { return p.inPlace || p.last.by == comeBack{} }

// OtherKey records that another key was pressed, after which every press is meant.
func (p *Presses) OtherKey() {
	p.newest.page, p.last = false, press{}
}

func near(a, b fyne.Position) bool {
	d := a.Subtract(b)
	return max(d.X, -d.X) <= doubleReach && max(d.Y, -d.Y) <= doubleReach
}

// presses keeps the key presses and clicks from the toolkit that are not meant for what they would act on.
type presses struct {
	*Presses
	dropped map[any]bool // the keys and buttons whose current press is kept from the toolkit
}

// passesKey reports whether the toolkit may get a key event.
func (p presses) passesKey(key glfw.Key, action glfw.Action) bool {
	p.held = action == glfw.Repeat
	if action == glfw.Press && p.OnKey != nil {
		p.OnKey()
	}
	if key == glfw.KeyKPEnter {
		key = glfw.KeyEnter
	}
	switch {
	case action == glfw.Release:
		delete(p.dropped, key)
	case key != glfw.KeyEnter && key != glfw.KeySpace:
		p.OtherKey()
	case action == glfw.Repeat:
		p.dropped[key] = p.dropped[key] || !p.IsStillMeant(key)
		return !p.dropped[key]
	default:
		p.dropped[key] = !p.IsMeant(key, fyne.Position{})
		return !p.dropped[key]
	}
	return true
}

// passesCharacter reports whether the toolkit may get a typed character. Some controls act on the space character, not
// on the key that types it.
func (p presses) passesCharacter(typed rune) bool { return typed != ' ' || !p.dropped[glfw.KeySpace] }

// passesClick reports whether the toolkit may get an event of a mouse button. It gets a release only if it got the
// press.
func (p presses) passesClick(button glfw.MouseButton, action glfw.Action, at fyne.Position) bool {
	if action == glfw.Press {
		p.dropped[button] = !p.IsMeant(button, at)
	}
	return !p.dropped[button]
}
