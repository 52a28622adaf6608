package views

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

const tipDelay = 500 * time.Millisecond

// tips shows a short explanation beside what the pointer rests on. Its layer lies over the window's
// content and takes no clicks.
type tips struct {
	tasks *tasks
	layer *fyne.Container
	owner fyne.CanvasObject
	stop  func()
}

func newTips(t *tasks) *tips {
	return &tips{tasks: t, layer: container.NewWithoutLayout()}
}

// Offer shows message beside owner unless the pointer leaves it soon.
func (t *tips) Offer(owner fyne.CanvasObject, message string) {
	t.Withdraw(t.owner)
	t.owner = owner
	t.stop = t.tasks.after(tipDelay, func() { t.show(owner, message) })
}

// Withdraw takes back what owner offered.
func (t *tips) Withdraw(owner fyne.CanvasObject) {
	if owner == nil || t.owner != owner {
		return
	}
	t.stop()
	t.owner = nil
	t.layer.RemoveAll()
	canvas.Refresh(t.layer)
}

// Clear takes back whatever was offered, because the window shows something else now.
func (t *tips) Clear() { t.Withdraw(t.owner) }

func (t *tips) show(owner fyne.CanvasObject, message string) {
	label := newText(message, sizeCaption, fyne.TextStyle{})
	label.Color = colorOnTip
	ground := newPanel(colorTip)
	ground.rect.CornerRadius = 4
	size := label.MinSize().AddWidthHeight(16, 10)
	ground.Resize(size)

	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(owner)
	at = at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(t.layer))
	at = at.AddXY((owner.Size().Width-size.Width)/2, owner.Size().Height+4)
	at.X = max(4, min(at.X, t.layer.Size().Width-size.Width-4))
	if at.Y+size.Height > t.layer.Size().Height {
		at.Y -= owner.Size().Height + size.Height + 8
	}
	ground.Move(at)
	label.Resize(label.MinSize())
	label.Move(at.AddXY(8, 5))
	t.layer.Objects = []fyne.CanvasObject{ground, label}
	canvas.Refresh(t.layer)
}
