// Package scroll makes what scrolls readable to screen readers, scrolls it to a control, by keys or by a scroll bar, and
// keeps it where it was.
package scroll

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// NewExposed returns a vertical scroll whose content screen readers can read. The toolkit exposes only the
// children of containers to them, and not the content of a scroll. So the scroll lies in a container together with a
// Shade for each object in the content: an invisible object with the same name, role and position.
func NewExposed(content *fyne.Container) *Exposed {
	l := &Exposed{Scroll: container.NewVScroll(content)}
	l.drawn = []fyne.CanvasObject{l.Scroll}
	l.Object = container.New(l, l.Scroll)
	return l
}

// Gutter is the room to the right of what fills a page, and of a table in its card. Only the scroll bar lies in it.
const Gutter = float32(6)

// NewPage is like NewExposed, for what fills a page. Its scroll bar lies in the gutter, and on no border.
func NewPage(content *fyne.Container) *Exposed {
	l := NewExposed(container.New(layout.NewCustomPaddedLayout(0, 0, 0, Gutter), content))
	l.gutter = Gutter
	l.drawn = append(l.drawn, newBar(l.Scroll, theme.ColorNameBackground))
	return l
}

// Exposed lays out a scroll, and makes the shades of the objects in it.
type Exposed struct {
	Scroll *container.Scroll
	Object *fyne.Container
	drawn  []fyne.CanvasObject // what lies in Object beside the shades
	gutter float32
}

// MinSize implements fyne.Layout.
func (l *Exposed) MinSize([]fyne.CanvasObject) fyne.Size { return l.Scroll.MinSize() }

// Layout implements fyne.Layout.
func (l *Exposed) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	follow := func() {}
	if focused := l.focused(); focused != nil && size.Height < l.Scroll.Size().Height && l.inSight(focused) {
		follow = focused.Follow
	}
	l.Scroll.Resize(size.AddWidthHeight(l.gutter, 0))
	l.makeShades()
	follow()
}

// makeShades makes the shades again, because the objects in the content may be others now.
func (l *Exposed) makeShades() {
	l.Object.Objects = slices.Clone(l.drawn)
	l.addShades(l.Scroll.Content.(*fyne.Container), nil)
}

func (l *Exposed) addShades(c *fyne.Container, within []fyne.CanvasObject) {
	within = append(within[:len(within):len(within)], c)
	for _, o := range c.Objects {
		switch o := o.(type) {
		case *fyne.Container:
			l.addShades(o, within)
		case fyne.Accessible:
			l.Object.Objects = append(l.Object.Objects, &Shade{Accessible: o, Object: o.(fyne.CanvasObject), parents: within})
		}
	}
}

// Shade stands for an object, where the toolkit looks for the objects that it exposes to screen readers. Visibility,
// position and size are always those of the object.
type Shade struct {
	fyne.Accessible
	Object  fyne.CanvasObject
	parents []fyne.CanvasObject // the containers that the object is in, from the content of the scroll on
}

// Visible implements fyne.CanvasObject.
func (s *Shade) Visible() bool {
	for _, o := range s.parents {
		if !o.Visible() {
			return false
		}
	}
	return s.Object.Visible()
}

// Position implements fyne.CanvasObject.
func (s *Shade) Position() fyne.Position {
	at := s.Object.Position()
	for _, o := range s.parents {
		at = at.Add(o.Position())
	}
	return at
}

// Size implements fyne.CanvasObject.
func (s *Shade) Size() fyne.Size { return s.Object.Size() }

// MinSize implements fyne.CanvasObject.
func (s *Shade) MinSize() fyne.Size { return fyne.Size{} }

// Move implements fyne.CanvasObject. It does nothing: a shade is where its object is.
func (s *Shade) Move(fyne.Position) {}

// Resize implements fyne.CanvasObject.
func (s *Shade) Resize(fyne.Size) {}

// Hide implements fyne.CanvasObject.
func (s *Shade) Hide() {}

// Show implements fyne.CanvasObject.
func (s *Shade) Show() {}

// Refresh implements fyne.CanvasObject.
func (s *Shade) Refresh() {}
