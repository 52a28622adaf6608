package rotation

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
)

const (
	buttonsGap = float32(8) // above, below and between the buttons

	messageRoom = float32(52) // what a message of two lines takes from what scrolls
)

// aboveButtons lays out a page's scroll with the buttons below its content. Where not all of that fits, the content scrolls
// and the buttons are at the bottom. The current step stays in sight, unless the user has scrolled.
type aboveButtons struct{ page *Page }

// MinSize implements fyne.Layout.
func (*aboveButtons) MinSize(objects []fyne.CanvasObject) fyne.Size {
	page, buttons := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(page.Width, buttons.Width), page.Height+buttons.Height+2*buttonsGap)
}

// Layout implements fyne.Layout.
func (l *aboveButtons) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	atStep := l.page.drawn.atStep(l.page.scroll)
	low := form.HeightAt(objects[1], size.Width)
	high := max(0, size.Height-low-2*buttonsGap)
	objects[0].Resize(fyne.NewSize(size.Width, high)) // text wraps only once the width is known
	high = min(high, l.page.scroll.Scroll.Content.MinSize().Height)
	top := high + buttonsGap
	foot := float32(0)
	if free := size.Height - top - low; l.page.messages.lifted > free {
		foot = size.Height - top
		high = max(0, top-l.page.messages.lifted)
	}
	objects[0].Resize(fyne.NewSize(size.Width, high))
	l.page.messages.spare = max(0, min(high, high-top+messageRoom))
	if size.Height-top-low >= messageRoom {
		l.page.messages.spare = 0
	}
	objects[1].Move(fyne.NewPos(0, top))
	objects[1].Resize(fyne.NewSize(size.Width, low))
	if atStep {
		l.page.scrollToStep()
	}
	if foot != l.page.messages.foot {
		l.page.messages.foot = foot
		l.page.win.Toasts.Relayout()
	}
}

// wayBack lays out the link back so that it begins where the page does. Where that is at the window's edge, the link begins
// farther in, so that the ring of the keyboard is not cut.
type wayBack struct{ window fyne.Canvas }

func (w wayBack) inset() float32 {
	if page.Folds(w.window.Size()) {
		return scroll.Gutter - control.RingRoom
	}
	return style.LinkGap / 2
}

// MinSize implements fyne.Layout.
func (w wayBack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().SubtractWidthHeight(w.inset(), 0)
}

// Layout implements fyne.Layout.
func (w wayBack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(-w.inset(), 0))
	objects[0].Resize(size.AddWidthHeight(w.inset(), 0))
}

// whileFolded lays out an object beside others where the tabs are folded, and hides it elsewhere.
type whileFolded struct{ window fyne.Canvas }

// MinSize implements fyne.Layout.
func (f whileFolded) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if !page.Folds(f.window.Size()) {
		return fyne.Size{}
	}
	return objects[0].MinSize()
}

// Layout implements fyne.Layout.
func (f whileFolded) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	style.Show(objects[0], page.Folds(f.window.Size()))
	style.AcrossMiddle{}.Layout(objects, size)
}

// wrapping lays out objects in rows, with as many in each as fit.
type wrapping struct{ width float32 }

// MinSize implements fyne.Layout.
func (w *wrapping) MinSize(objects []fyne.CanvasObject) fyne.Size {
	widest := float32(0)
	for _, o := range objects {
		widest = max(widest, o.MinSize().Width)
	}
	return fyne.NewSize(widest, w.place(objects, func(fyne.CanvasObject, float32, float32) {}))
}

// Layout implements fyne.Layout.
func (w *wrapping) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w.width = size.Width
	w.place(objects, style.PlaceAround)
}

// place calls put with the left edge and the middle of each object, and returns the height of all rows.
func (w *wrapping) place(objects []fyne.CanvasObject, put func(o fyne.CanvasObject, x, middle float32)) float32 {
	x, y := float32(0), float32(0)
	for _, o := range objects {
		width := o.MinSize().Width
		if x > 0 && w.width > 0 && x+width > w.width {
			x, y = 0, y+control.ButtonHeight+buttonsGap
		}
		put(o, x, y+control.ButtonHeight/2)
		x += width + buttonsGap
	}
	return y + control.ButtonHeight
}
