package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// NewExposedScroll scrolls content up and down, and has screen readers know what is in it. The toolkit tells
// them of containers' children and nobody else's, so beside the scroll lie shades of what it shows: objects that
// draw nothing, each with the name, role and place of one.
func NewExposedScroll(content *fyne.Container) *ExposedScroll {
	l := &ExposedScroll{Scroll: container.NewVScroll(content)}
	l.Object = container.New(l, l.Scroll)
	return l
}

// Gutter is the room right of what fills a page, which a scroll bar has for itself.
const Gutter = float32(7)

// NewPageScroll is NewExposedScroll for what fills a page. Its bar lies in the gutter, and on no border.
func NewPageScroll(content *fyne.Container) *ExposedScroll {
	l := NewExposedScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, Gutter), content))
	l.gutter = Gutter
	return l
}

// ExposedScroll lays out a scroll and the shades of what is in it.
type ExposedScroll struct {
	Scroll *container.Scroll
	Object *fyne.Container
	gutter float32
}

// MinSize implements fyne.Layout.
func (l *ExposedScroll) MinSize([]fyne.CanvasObject) fyne.Size { return l.Scroll.MinSize() }

// Layout implements fyne.Layout.
func (l *ExposedScroll) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.Scroll.Resize(size.AddWidthHeight(l.gutter, 0))
	l.expose()
}

// expose draws the shades again.
func (l *ExposedScroll) expose() {
	l.Object.Objects = append(l.Object.Objects[:0:0], l.Scroll)
	l.cast(l.Scroll.Content.(*fyne.Container), nil)
}

func (l *ExposedScroll) cast(c *fyne.Container, within []fyne.CanvasObject) {
	within = append(within[:len(within):len(within)], c)
	for _, o := range c.Objects {
		switch o := o.(type) {
		case *fyne.Container:
			l.cast(o, within)
		case fyne.Accessible:
			l.Object.Objects = append(l.Object.Objects, &Shade{Accessible: o, Of: o.(fyne.CanvasObject), within: within})
		}
	}
}

// Shade stands for an object where the toolkit looks for what to tell screen readers. It is told as it is then:
// shown or hidden, and where it has been moved to.
type Shade struct {
	fyne.Accessible
	Of     fyne.CanvasObject
	within []fyne.CanvasObject // what it is in, from the scroll on
}

// Visible implements fyne.CanvasObject.
func (s *Shade) Visible() bool {
	for _, o := range s.within {
		if !o.Visible() {
			return false
		}
	}
	return s.Of.Visible()
}

// Position implements fyne.CanvasObject.
func (s *Shade) Position() fyne.Position {
	at := s.Of.Position()
	for _, o := range s.within {
		at = at.Add(o.Position())
	}
	return at
}

// Size implements fyne.CanvasObject.
func (s *Shade) Size() fyne.Size { return s.Of.Size() }

// MinSize implements fyne.CanvasObject.
func (s *Shade) MinSize() fyne.Size { return fyne.Size{} }

// Move implements fyne.CanvasObject: a shade stays with what it is of.
func (s *Shade) Move(fyne.Position) {}

// Resize implements fyne.CanvasObject.
func (s *Shade) Resize(fyne.Size) {}

// Hide implements fyne.CanvasObject.
func (s *Shade) Hide() {}

// Show implements fyne.CanvasObject.
func (s *Shade) Show() {}

// Refresh implements fyne.CanvasObject.
func (s *Shade) Refresh() {}
