package views

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

const (
	tipDelay = 500 * time.Millisecond
	tipWidth = float32(560)
	tipGap   = float32(10) // from the window's edges at least
)

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
	lines := container.New(layout.NewCustomPaddedVBoxLayout(0))
	all := wrapped(message, min(tipWidth, t.layer.Size().Width-24), sizeCaption)
	if most := max(1, int((t.layer.Size().Height-2*tipGap)/lineHeight)); len(all) > most {
		all = append(all[:most-1], "…")
	}
	for _, line := range all {
		label := newText(line, sizeCaption, fyne.TextStyle{})
		label.Color = colorOnTip
		lines.Add(label)
	}
	ground := newPanel(colorTip)
	ground.rect.CornerRadius = 4
	size := lines.MinSize().AddWidthHeight(16, 10)
	ground.Resize(size)

	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(owner)
	at = at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(t.layer))
	at = at.AddXY((owner.Size().Width-size.Width)/2, owner.Size().Height+4)
	at.X = max(4, min(at.X, t.layer.Size().Width-size.Width-4))
	if bottom := t.layer.Size().Height; at.Y+size.Height > bottom {
		above := at.Y - owner.Size().Height - size.Height - 8
		if at.Y = above; above < 0 {
			at.Y = max(4, bottom-size.Height-4)
		}
	}
	ground.Move(at)
	lines.Resize(lines.MinSize())
	lines.Move(at.AddXY(8, 5))
	t.layer.Objects = []fyne.CanvasObject{ground, lines}
	canvas.Refresh(t.layer)
}
