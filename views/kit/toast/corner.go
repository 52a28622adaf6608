package toast

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

const (
	leastBody = float32(360) // the height that is left to the body, if the window has as much
	lowWindow = float32(560) // a window below this height has its messages wider

	edge = float32(12) // from the window's sides to a message
	gap  = float32(8)  // between two messages, and above them
)

// Around returns body with the messages in the corner below it. The body makes room for them: they cover nothing.
func (t *Toasts) Around(body fyne.CanvasObject) fyne.CanvasObject {
	t.outer.Objects = []fyne.CanvasObject{body, t.Layer}
	return t.outer
}

// place gives the messages their room.
func (t *Toasts) place() { t.outer.Layout.Layout(t.outer.Objects, t.outer.Size()) }

// aside places the messages at the bottom of the window, and the body above them.
type aside struct{ toasts *Toasts }

func (l aside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	return objects[0].MinSize()
}

func (l aside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	least := min(size.Height, max(leastBody, objects[0].MinSize().Height))
	height := l.toasts.height(size, size.Height-least)
	objects[0].Resize(fyne.NewSize(size.Width, max(least, size.Height-height)))
	objects[1].Move(fyne.NewPos(0, size.Height-height))
	objects[1].Resize(fyne.NewSize(size.Width, height))
}

// height is what the messages take of a window that has room to spare for them. The newest message is shown even where
// there is none; the older ones wait.
func (t *Toasts) height(window fyne.Size, room float32) float32 {
	widest := min(window.Width-2*edge, toastWidth)
	if window.Height < lowWindow {
		widest = window.Width - 2*edge
	}
	total, count := float32(0), 0
	for i := len(t.Shown) - 1; i >= 0; i-- {
		shown := t.Shown[i]
		height := control.HeightAt(shown.Object, min(widest, shown.width())) + gap
		fits := total == 0 || count < Limit && total+height+edge <= room
		if fits && !shown.Object.Visible() {
			t.expire(shown)
		}
		style.Show(shown.Object, fits)
		if fits {
			total += height
			count++
			shown.owed = shown.owed && t.held
		}
	}
	if total == 0 || t.held {
		return 0
	}
	return total + edge
}

// stacked puts messages one below the other, at the right.
type stacked struct{ toasts *Toasts }

func (stacked) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l stacked) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	y := gap
	for _, shown := range l.toasts.Shown {
		o := shown.Object
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(o.Size().Width, o.MinSize().Height))
		o.Move(fyne.NewPos(size.Width-edge-o.Size().Width, y))
		y += o.Size().Height + gap
	}
}
