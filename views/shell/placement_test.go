package shell

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/keytable"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/windowwatcher"
)

// misplaced returns descriptions of what a user could not read or use.
func (r *rig) misplaced() []string {
	size := r.canvas().Size()
	var wrong []string
	if least := r.content().MinSize(); least.Width > size.Width || least.Height > size.Height {
		wrong = append(wrong, fmt.Sprintf("the window is made larger: %v", least))
	}
	layers := r.layers()
	for _, layer := range layers {
		s := &survey{}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(layer)
		all := area{max: fyne.NewPos(size.Width, size.Height)}
		s.visit(layer, at, room{all, all}, nil)
		wrong = append(wrong, s.wrong...)
		for i, a := range s.items {
			for _, b := range s.items[:i] {
				if a.overlaps(b) {
					wrong = append(wrong, fmt.Sprintf("%s overlaps %s", a, b))
				}
			}
		}
	}
	return wrong
}

// area is a rectangle in the window.
type area struct{ min, max fyne.Position }

func areaOf(at fyne.Position, size fyne.Size) area { return area{at, at.Add(size)} }

func (a area) cut(by area) area {
	return area{fyne.NewPos(max(a.min.X, by.min.X), max(a.min.Y, by.min.Y)), fyne.NewPos(min(a.max.X, by.max.X), min(a.max.Y, by.max.Y))}
}

func (a area) empty() bool { return a.max.X-a.min.X < roundedOff || a.max.Y-a.min.Y < roundedOff }

// roundedOff is the tolerance, because positions are rounded to pixels.
const roundedOff = 1

func (a area) within(b area) bool {
	return a.min.X > b.min.X-roundedOff && a.min.Y > b.min.Y-roundedOff && a.max.X < b.max.X+roundedOff && a.max.Y < b.max.Y+roundedOff
}

// room is the area that an object may fill, and the visible part of it. They differ in a part that scrolls.
type room struct{ whole, seen area }

// scrolled returns the room in a part of the window that scrolls.
func (r room) scrolled(view area, direction container.ScrollDirection) room {
	const endless = 1e6
	inner := r.whole.cut(view)
	if direction == container.ScrollVerticalOnly || direction == container.ScrollBoth {
		inner.min.Y, inner.max.Y = -endless, endless
	}
	if direction == container.ScrollHorizontalOnly || direction == container.ScrollBoth {
		inner.min.X, inner.max.X = -endless, endless
	}
	return room{inner, r.seen.cut(view)}
}

// item is a text or a control on screen.
type item struct {
	area
	what string
}

func (i item) String() string { return fmt.Sprintf("%s at %v-%v", i.what, i.min, i.max) }

func (i item) overlaps(other item) bool { return !i.cut(other.area).empty() }

// survey visits everything that is visible in a layer.
type survey struct {
	items []item
	wrong []string
}

// visit looks at an object at a place in a room. control is the control that it is a part of.
func (s *survey) visit(o fyne.CanvasObject, at fyne.Position, room room, control fyne.CanvasObject) {
	if !o.Visible() {
		return
	}
	size := o.Size()
	here := areaOf(at, size)
	if text, ok := o.(*canvas.Text); ok {
		if text.Text != "" {
			s.text(text, at, room, control)
		}
		return
	}
	_, layer := o.(*fyne.Container)
	if _, scrolls := o.(*container.Scroll); !layer && !(scrolls && isField(control)) { // a field's own is lower than one may be
		if least := o.MinSize(); least.Width > 0 && (size.Width < least.Width-roundedOff || size.Height < least.Height-roundedOff) {
			s.wrong = append(s.wrong, fmt.Sprintf("%s is %v, smaller than %v", described(o), size, least))
		}
	}
	if control == nil && isControl(o) {
		control = o
		s.add(described(o), here, room)
	}
	if isField(o) { // a row can have one in it
		control = o
	}
	if scroll, ok := o.(*container.Scroll); ok {
		s.visit(scroll.Content, at.Add(scroll.Content.Position()), room.scrolled(here, scroll.Direction), control)
		return // the bars lie over the content
	}
	for _, part := range partsOf(o) {
		s.visit(part, at.Add(part.Position()), room, control)
	}
}

func (s *survey) text(t *canvas.Text, at fyne.Position, room room, control fyne.CanvasObject) {
	here := areaOf(at, t.MinSize())
	spare := t.Size().Width - t.MinSize().Width
	switch t.Alignment {
	case fyne.TextAlignCenter:
		here = areaOf(at.AddXY(spare/2, 0), t.MinSize())
	case fyne.TextAlignTrailing:
		here = areaOf(at.AddXY(spare, 0), t.MinSize())
	}
	if control == nil {
		s.add(fmt.Sprintf("%q", style.Shorten(t.Text, 40)), here, room)
		return
	}
	if place := fyne.CurrentApp().Driver().AbsolutePositionForObject(control); !isField(control) && !here.within(areaOf(place, control.Size())) {
		s.wrong = append(s.wrong, fmt.Sprintf("%q is not within its control", t.Text))
	}
}

func (s *survey) add(what string, here area, room room) {
	if !here.within(room.whole) {
		s.wrong = append(s.wrong, fmt.Sprintf("%s is at %v-%v, not within %v-%v", what, here.min, here.max, room.whole.min, room.whole.max))
	}
	s.items = append(s.items, item{here.cut(room.seen), what})
}

func isField(o fyne.CanvasObject) bool {
	_, field := o.(interface{ CursorTextOffset() int })
	return field
}

func isControl(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *keytable.List, *container.Scroll, *dialog.Backdrop, *dialog.FocusGround, *windowwatcher.Watcher:
		return false
	}
	_, focusable := o.(fyne.Focusable)
	_, tappable := o.(fyne.Tappable)
	return focusable || tappable
}

func described(o fyne.CanvasObject) string {
	if named, ok := o.(interface{ AccessibilityLabel() string }); ok && named.AccessibilityLabel() != "" {
		return fmt.Sprintf("%T %q", o, style.Shorten(named.AccessibilityLabel(), 40))
	}
	if l, ok := o.(*widget.Label); ok {
		return fmt.Sprintf("label %q", style.Shorten(l.Text, 40))
	}
	return fmt.Sprintf("%T", o)
}

func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// walkVisible visits an object and all in it that is visible.
func walkVisible(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	for _, part := range partsOf(o) {
		walkVisible(part, visit)
	}
}
