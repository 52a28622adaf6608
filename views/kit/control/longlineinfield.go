package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// longLine changes how the toolkit draws a field of one line whose text is longer: it shows no scroll bar, and the text
// does not run into the icon.
type longLine struct {
	fyne.WidgetRenderer
	scroll  fyne.CanvasObject
	clip    *container.Clip // around the scroll, which is higher than the field by its bar
	objects []fyne.CanvasObject
}

// newLongLine returns the renderer of a field of one line. The third object of the toolkit's is the scroll.
func newLongLine(field fyne.WidgetRenderer) *longLine {
	r := &longLine{WidgetRenderer: field, scroll: field.Objects()[2]}
	r.clip = container.NewClip(container.New(layout.NewCustomPaddedLayout(0, -barRoom(), 0, 0), r.scroll))
	return r
}

// barRoom returns how high the bar at the bottom of a scroll is.
func barRoom() float32 { return 2 * theme.ScrollBarSmallSize() }

// Objects implements fyne.WidgetRenderer.
func (r *longLine) Objects() []fyne.CanvasObject {
	r.objects = append(r.objects[:0], r.WidgetRenderer.Objects()...)
	r.objects[2] = r.clip
	return r.objects
}

// Layout implements fyne.WidgetRenderer.
func (r *longLine) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	at, room := r.scroll.Position(), r.scroll.Size()
	r.clip.Move(at)
	r.clip.Resize(room)
	r.scroll.Move(fyne.Position{})
	r.scroll.Resize(room.AddWidthHeight(0, barRoom()))
	for _, o := range r.WidgetRenderer.Objects() {
		if icon, ok := o.(*canvas.Image); ok {
			icon.Move(fyne.NewPos(at.X-icon.Size().Width-1, icon.Position().Y))
		}
	}
}
