// Package tooltip shows what an object is or does while the pointer rests on it.
package tooltip

import (
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
	tellTime = 5 * time.Second
	tipWidth = float32(560)
	tipGap   = float32(10) // between a tip and the window's edges, at least

	goneCheck = 200 * time.Millisecond // how often it is checked that the owner of a tip is still on screen
)

// Tips shows tooltips. Its layer lies over the window's content and takes no clicks.
type Tips struct {
	tasks *background.Tasks
	Layer *fyne.Container
	owner fyne.CanvasObject
	stop  func()
}

// New returns a layer without a tip.
func New(t *background.Tasks) *Tips {
	return &Tips{tasks: t, Layer: container.NewWithoutLayout()}
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
		t.watch(owner, checks-1)
	})
}

// gone reports whether an object is hidden, or in no window. The toolkit returns the same position for all of these.
func gone(o fyne.CanvasObject) bool {
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	return where(o) == where(canvas.NewRectangle(nil))
}

// TellAtFocus shows message for a while beside the focused object. It reports whether it did: it cannot while a dialog is
// open.
func (t *Tips) TellAtFocus(c fyne.Canvas, message string) bool {
	at, ok := c.Focused().(fyne.CanvasObject)
	if !ok || c.Overlays().Top() != nil {
		return false
	}
	t.Clear()
	t.owner = at
	t.Present(at, message)
	t.watch(at, int(tellTime/goneCheck))
	return true
}

// Withdraw hides the tip of owner, or does not show it any more.
func (t *Tips) Withdraw(owner fyne.CanvasObject) {
	if owner == nil || t.owner != owner {
		return
	}
	t.stop()
	t.owner = nil
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
	size := lines.MinSize().AddWidthHeight(16, 10)
	ground.Resize(size)

	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(owner)
	at = at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(t.Layer))
	over := at.Y - size.Height - 4
	at = at.AddXY((owner.Size().Width-size.Width)/2, owner.Size().Height+4)
	at.X = max(4, min(at.X, t.Layer.Size().Width-size.Width-4))
	switch bottom := t.Layer.Size().Height; {
	case over >= 0 && (above || at.Y+size.Height > bottom):
		at.Y = over
	case at.Y+size.Height > bottom:
		at.Y = max(4, bottom-size.Height-4)
	}
	ground.Move(at)
	lines.Resize(lines.MinSize())
	lines.Move(at.AddXY(8, 5))
	t.Layer.Objects = []fyne.CanvasObject{ground, lines}
	canvas.Refresh(t.Layer)
}
