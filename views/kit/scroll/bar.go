package scroll

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

const leastThumb = float32(28) // the length of a thumb that is easy to hit

// Bar is the scroll bar in a gutter. It lies over the toolkit's, the thumb of which is too short to hit in a long list, and
// does not follow a drag that begins beside it. The thumb of a Bar is never shorter, so that it always hides the toolkit's.
type Bar struct {
	widget.BaseWidget
	style.Hover
	scroll  *container.Scroll
	ground  fyne.ThemeColorName // the colour of the gutter
	held    float32             // how far below the top of the thumb the pointer holds it
	dragged bool
}

func newBar(s *container.Scroll, ground fyne.ThemeColorName) *Bar {
	b := &Bar{scroll: s, ground: ground}
	b.Redraw = b.Refresh
	b.ExtendBaseWidget(b)
	return b
}

// Visible implements fyne.CanvasObject. There is no bar when all fits.
func (b *Bar) Visible() bool { return b.overflow() > 0 }

// overflow returns how much of the content does not fit.
func (b *Bar) overflow() float32 { return b.scroll.Content.Size().Height - b.scroll.Size().Height }

// Position implements fyne.CanvasObject. A bar is at the right of its scroll.
func (b *Bar) Position() fyne.Position {
	return b.scroll.Position().AddXY(b.scroll.Size().Width-b.Size().Width, 0)
}

// Size implements fyne.CanvasObject. The size is that of the toolkit's bar.
func (b *Bar) Size() fyne.Size {
	width := 2 * b.Theme().Size(theme.SizeNameScrollBarSmall)
	if b.wide() {
		width = b.Theme().Size(theme.SizeNameScrollBar)
	}
	return fyne.NewSize(width, b.scroll.Size().Height)
}

func (b *Bar) wide() bool { return b.Hovered || b.dragged }

// thumb returns where the thumb begins and how long it is.
func (b *Bar) thumb() (top, length float32) {
	room := b.scroll.Size().Height
	length = max(room*room/b.scroll.Content.Size().Height, min(leastThumb, room/2))
	return (room - length) * b.scroll.Offset.Y / b.overflow(), length
}

// MouseDown takes hold of the thumb. If the press is beside it, the thumb moves under the pointer.
func (b *Bar) MouseDown(e *desktop.MouseEvent) {
	top, length := b.thumb()
	b.held = e.Position.Y - top
	if e.Button == desktop.MouseButtonPrimary && (b.held < 0 || b.held > length) {
		b.held = length / 2
		b.follow(e.Position.Y)
	}
}

// MouseUp implements desktop.Mouseable.
func (b *Bar) MouseUp(*desktop.MouseEvent) {}

// Dragged scrolls as the pointer moves.
func (b *Bar) Dragged(e *fyne.DragEvent) {
	b.dragged = true
	b.follow(e.Position.Y)
}

// DragEnd implements fyne.Draggable.
func (b *Bar) DragEnd() {
	b.dragged = false
	b.Refresh()
}

// follow scrolls so that the pointer at y still holds the same place of the thumb.
func (b *Bar) follow(y float32) {
	_, length := b.thumb()
	part := max(0, min((y-b.held)/(b.scroll.Size().Height-length), 1))
	b.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, b.scroll.Offset.Y-part*b.overflow())})
}

// CreateRenderer implements fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	ground, thumb := style.NewFill(), canvas.NewRectangle(nil)
	r := &barRenderer{widget.NewSimpleRenderer(container.NewWithoutLayout(ground.Raster, thumb)), b, ground, thumb}
	r.Refresh()
	return r
}

type barRenderer struct {
	fyne.WidgetRenderer
	bar    *Bar
	ground style.Fill
	thumb  *canvas.Rectangle
}

func (r *barRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *barRenderer) Layout(fyne.Size) {}

// Objects returns what is drawn, and places it, because a bar is not told when its scroll has moved.
func (r *barRenderer) Objects() []fyne.CanvasObject {
	top, length := r.bar.thumb()
	width, narrow := r.bar.Size().Width, r.bar.Theme().Size(theme.SizeNameScrollBarSmall)
	place := func(o fyne.CanvasObject, wide float32) {
		o.Move(fyne.NewPos(width-wide, top))
		o.Resize(fyne.NewSize(wide, length))
	}
	place(r.ground, narrow+1) // the toolkit's thumb has a soft edge
	if r.bar.wide() {
		narrow = width
	}
	place(r.thumb, narrow)
	return r.WidgetRenderer.Objects()
}

func (r *barRenderer) Refresh() {
	r.ground.Paint(style.Color(r.bar, r.bar.ground))
	r.ground.Refresh()
	r.thumb.FillColor = style.Color(r.bar, theme.ColorNameScrollBar)
	r.thumb.CornerRadius = r.bar.Theme().Size(theme.SizeNameScrollBarRadius)
	canvas.Refresh(r.bar)
}

// withBar is a renderer of a widget that draws a scroll, with a bar over it.
type withBar struct {
	fyne.WidgetRenderer
	bar *Bar
}

func (r withBar) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.bar.scroll, r.bar}
}
