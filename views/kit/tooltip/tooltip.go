// Package tooltip shows what an object is or does while the pointer rests on it.
package tooltip

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
)

const (
	tipDelay = 500 * time.Millisecond
	tipWidth = float32(560)
	tipGap   = float32(10) // between a tip and the window's edges, at least

	goneCheck = 200 * time.Millisecond // how often it is checked that the owner of a tip is still on screen
)

// TellTime is how long TellAtFocus shows a tip.
const TellTime = 5 * time.Second

// Tips shows tooltips. Its layer lies over the window's content and takes no clicks.
type Tips struct {
	Spare func() []fyne.CanvasObject // returns what a tip must not cover; may be nil

	tasks *background.Tasks
	Layer *fyne.Container
	owner fyne.CanvasObject
	tip   tip // of the owner
	stop  func()
}

// tip is what a tip is drawn with, once its time has come.
type tip struct {
	objects []fyne.CanvasObject // the ground, and the lines on it
	above   bool                // it is rather above its owner than below
}

// New returns a layer without a tip.
func New(t *background.Tasks) *Tips {
	return &Tips{tasks: t, Layer: container.NewWithoutLayout(), stop: func() {}}
}

// Offer shows message below owner, or above it if there is no room, unless the pointer leaves it soon.
func (t *Tips) Offer(owner fyne.CanvasObject, message string) { t.offer(owner, message, false) }

// Offerer offers tips, and withdraws them. *Tips and Above are Offerers.
type Offerer interface {
	Offer(owner fyne.CanvasObject, message string)
	Withdraw(owner fyne.CanvasObject)
}

// Above offers tips above their owners, because they must not hide what is below.
type Above struct{ *Tips }

// Offer implements Offerer.
func (a Above) Offer(owner fyne.CanvasObject, message string) { a.offer(owner, message, true) }

func (t *Tips) offer(owner fyne.CanvasObject, message string, above bool) {
	t.Clear()
	t.owner = owner
	t.stop = t.tasks.After(tipDelay, func() {
		if !gone(owner) {
			t.present(owner, message, above)
		}
		t.watch(owner, -1)
	})
}

// watch withdraws the tip once its owner is off screen, which the toolkit reports only when the pointer moves. It does so
// after a number of checks anyway, unless that is negative.
func (t *Tips) watch(owner fyne.CanvasObject, checks int) {
	t.stop = t.tasks.After(goneCheck, func() {
		if checks == 1 || gone(owner) {
			t.Withdraw(owner)
			return
		}
		t.fit()
		t.watch(owner, checks-1)
	})
}

// gone reports whether an object is hidden, or in no window. The toolkit returns the same position for all of these.
func gone(o fyne.CanvasObject) bool {
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	return where(o) == where(canvas.NewRectangle(nil))
}

// TellAtFocus shows message for a while beside the focused object. It reports whether it did: it cannot while a dialog is
// open, or where it would cover what a tip must not.
func (t *Tips) TellAtFocus(c fyne.Canvas, message string) bool {
	at, ok := c.Focused().(fyne.CanvasObject)
	if !ok || c.Overlays().Top() != nil {
		return false
	}
	t.Clear()
	t.Present(at, message)
	if len(t.Layer.Objects) == 0 {
		t.owner, t.tip = nil, tip{}
		return false
	}
	t.watch(at, int(TellTime/goneCheck))
	return true
}

// Withdraw hides the tip of owner, or does not show it any more.
func (t *Tips) Withdraw(owner fyne.CanvasObject) {
	if owner == nil || t.owner != owner {
		return
	}
	t.stop()
	t.owner, t.tip = nil, tip{}
	t.Layer.RemoveAll()
	canvas.Refresh(t.Layer)
}

// Clear hides any tip.
func (t *Tips) Clear() { t.Withdraw(t.owner) }

// Present shows a tip beside owner at once.
func (t *Tips) Present(owner fyne.CanvasObject, message string) { t.present(owner, message, false) }

func (t *Tips) present(owner fyne.CanvasObject, message string, above bool) {
	lines := container.New(layout.NewCustomPaddedVBoxLayout(0))
	all := style.Wrapped(message, min(tipWidth, t.Layer.Size().Width-24), style.SizeCaption)
	if most := max(1, int((t.Layer.Size().Height-2*tipGap)/style.LineHeight)); len(all) > most {
		all = append(all[:most-1], "…")
	}
	for _, line := range all {
		label := text.New(line, style.SizeCaption, fyne.TextStyle{})
		label.Color = style.ColorOnTip
		lines.Add(label)
	}
	ground := surface.NewPanel(style.ColorTip)
	ground.Rect.CornerRadius = 4
	ground.Resize(lines.MinSize().AddWidthHeight(16, 10))
	lines.Resize(lines.MinSize())
	t.owner, t.tip = owner, tip{[]fyne.CanvasObject{ground, lines}, above}
	t.fit()
}

// fit places the tip, unless it is shown and covers nothing that it must not. It hides the tip while there is no place for it.
func (t *Tips) fit() {
	if len(t.tip.objects) == 0 || len(t.Layer.Objects) > 0 && !t.covers(t.tip.objects[0]) {
		return
	}
	ground, lines := t.tip.objects[0], t.tip.objects[1]
	before := len(t.Layer.Objects)
	t.Layer.Objects = nil
	for _, at := range t.places(ground.Size()) {
		ground.Move(at)
		lines.Move(at.AddXY(8, 5))
		if !t.covers(ground) {
			t.Layer.Objects = t.tip.objects
			break
		}
	}
	if before > 0 || len(t.Layer.Objects) > 0 { // or else it waits for a place, and the window need not be drawn
		canvas.Refresh(t.Layer)
	}
}

// places returns where a tip of a size has room beside its owner, the best place first.
func (t *Tips) places(size fyne.Size) (places []fyne.Position) {
	at := t.of(t.owner)
	x := max(4, min(at.X+(t.owner.Size().Width-size.Width)/2, t.Layer.Size().Width-size.Width-4))
	bottom := t.Layer.Size().Height - size.Height
	over, under := at.Y-size.Height-4, at.Y+t.owner.Size().Height+4
	if over >= 0 {
		places = append(places, fyne.NewPos(x, over))
	}
	if under <= bottom {
		places = append(places, fyne.NewPos(x, under))
	}
	switch {
	case len(places) == 0:
		return append(places, fyne.NewPos(x, max(4, bottom-4)))
	case !t.tip.above:
		slices.Reverse(places)
	}
	return places
}

// covers reports whether a tip covers what it must not, unless its owner is part of that.
func (t *Tips) covers(tip fyne.CanvasObject) bool {
	if t.Spare == nil {
		return false
	}
	spared := t.Spare()
	touches := func(at fyne.Position, size fyne.Size) bool {
		return slices.ContainsFunc(spared, func(o fyne.CanvasObject) bool { return overlap(at, size, t.of(o), o.Size()) })
	}
	return touches(tip.Position(), tip.Size()) && !touches(t.of(t.owner), t.owner.Size())
}

// of returns where an object is on the layer.
func (t *Tips) of(o fyne.CanvasObject) fyne.Position {
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	return where(o).Subtract(where(t.Layer))
}

func overlap(at fyne.Position, size fyne.Size, other fyne.Position, otherSize fyne.Size) bool {
	return at.X < other.X+otherSize.Width && other.X < at.X+size.Width && at.Y < other.Y+otherSize.Height && other.Y < at.Y+size.Height
}
