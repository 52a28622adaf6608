package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// newExposedScroll scrolls content up and down, and has screen readers know what is in it. The toolkit tells
// them of containers' children and nobody else's, so beside the scroll lie shades of what it shows: objects that
// draw nothing, each with the name, role and place of one.
func newExposedScroll(content *fyne.Container) *exposedScroll {
	l := &exposedScroll{scroll: container.NewVScroll(content)}
	l.object = container.New(l, l.scroll)
	return l
}

// exposedScroll lays out a scroll and the shades of what is in it.
type exposedScroll struct {
	scroll *container.Scroll
	object *fyne.Container
}

// MinSize implements fyne.Layout.
func (l *exposedScroll) MinSize([]fyne.CanvasObject) fyne.Size { return l.scroll.MinSize() }

// Layout implements fyne.Layout.
func (l *exposedScroll) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.scroll.Resize(size)
	l.expose()
}

// expose casts the shades anew.
func (l *exposedScroll) expose() {
	l.object.Objects = append(l.object.Objects[:0:0], l.scroll)
	l.cast(l.scroll.Content.(*fyne.Container), nil)
}

func (l *exposedScroll) cast(c *fyne.Container, within []fyne.CanvasObject) {
	within = append(within[:len(within):len(within)], c)
	for _, o := range c.Objects {
		switch o := o.(type) {
		case *fyne.Container:
			l.cast(o, within)
		case fyne.Accessible:
			l.object.Objects = append(l.object.Objects, &shade{Accessible: o, of: o.(fyne.CanvasObject), within: within})
		}
	}
}

// shade stands for an object where the toolkit looks for what to tell screen readers. It is told as it is then:
// shown or hidden, and where it has been moved to.
type shade struct {
	fyne.Accessible
	of     fyne.CanvasObject
	within []fyne.CanvasObject // what it is in, from the scroll on
}

// Visible implements fyne.CanvasObject.
func (s *shade) Visible() bool {
	for _, o := range s.within {
		if !o.Visible() {
			return false
		}
	}
	return s.of.Visible()
}

// Position implements fyne.CanvasObject.
func (s *shade) Position() fyne.Position {
	at := s.of.Position()
	for _, o := range s.within {
		at = at.Add(o.Position())
	}
	return at
}

// Size implements fyne.CanvasObject.
func (s *shade) Size() fyne.Size { return s.of.Size() }

// MinSize implements fyne.CanvasObject.
func (s *shade) MinSize() fyne.Size { return fyne.Size{} }

// Move implements fyne.CanvasObject: a shade stays with what it is of.
func (s *shade) Move(fyne.Position) {}

// Resize implements fyne.CanvasObject.
func (s *shade) Resize(fyne.Size) {}

// Hide implements fyne.CanvasObject.
func (s *shade) Hide() {}

// Show implements fyne.CanvasObject.
func (s *shade) Show() {}

// Refresh implements fyne.CanvasObject.
func (s *shade) Refresh() {}
