package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

// maxNamesPart is the part of a form's width that its names take at most; longer names wrap.
const maxNamesPart = float32(0.4)

// namesAndValues lays out pairs of a name, which is a label, and a value. The value is beside its name, or below it if
// there is no room beside it.
type namesAndValues struct {
	gap     float32
	inset   float32 // of a name above its value, which has the padding of the toolkit's labels
	edge    float32 // of names with their values beside them
	stacked bool
}

// NewLayout returns a layout of names with their values beside them.
func NewLayout() fyne.Layout { return &namesAndValues{gap: theme.Padding()} }

// NewFieldsLayout is like NewLayout, but with wider gaps, for fields that have explanations.
func NewFieldsLayout() fyne.Layout {
	return &namesAndValues{gap: GroupGap, inset: -theme.InnerPadding()}
}

// NewFlushFields is like NewFieldsLayout, but the names are aligned with the left edge of the fields also beside them.
func NewFlushFields() fyne.Layout {
	return &namesAndValues{gap: GroupGap, inset: -theme.InnerPadding(), edge: -theme.InnerPadding()}
}

func (l *namesAndValues) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for i := 0; i+1 < len(objects); i += 2 {
		name, value := objects[i].MinSize(), objects[i+1].MinSize()
		size.Width = max(size.Width, value.Width)
		if l.stacked {
			size.Height += name.Height + value.Height + l.gap
		} else {
			size.Height += max(name.Height, value.Height) + l.gap
		}
	}
	return fyne.NewSize(size.Width, max(0, size.Height-l.gap))
}

// widthBeside returns the width of the form with the values beside their names.
func widthBeside(objects []fyne.CanvasObject) float32 {
	width := float32(0)
	for i := 1; i < len(objects); i += 2 {
		width = max(width, objects[i].MinSize().Width)
	}
	return width/(1-maxNamesPart) + theme.Padding()
}

func (l *namesAndValues) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.stacked = widthBeside(objects) > size.Width-l.edge+1; l.stacked {
		l.stack(objects, size.Width)
		return
	}
	names := min(namesWidth(objects), maxNamesPart*(size.Width-l.edge))
	x := l.edge + names + theme.Padding()
	y := float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		name, value := objects[i], objects[i+1]
		left, right := HeightAt(name, names), HeightAt(value, size.Width-x)
		name.Move(fyne.NewPos(l.edge, y))
		name.Resize(fyne.NewSize(names, left))
		value.Move(fyne.NewPos(x, y))
		value.Resize(fyne.NewSize(size.Width-x, right)) // a control must not grow when its name wraps
		y += max(left, right) + l.gap
	}
}

// stack puts every value below its name.
func (l *namesAndValues) stack(objects []fyne.CanvasObject, width float32) {
	y := float32(0)
	for i, o := range objects {
		height := HeightAt(o, width)
		x := float32(0)
		if i%2 == 0 {
			x = l.inset
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
		y += height
		if i%2 == 1 {
			y += l.gap
		}
	}
}

// namesWidth returns the width that the names need so that none wraps.
func namesWidth(objects []fyne.CanvasObject) float32 {
	width := float32(0)
	for i := 0; i < len(objects); i += 2 {
		if l, ok := objects[i].(*text.Wrapped); ok {
			width = max(width, style.Measure(l.Text, style.SizeText, l.TextStyle)+2*theme.InnerPadding()+1)
		}
	}
	return width
}

// HeightAt resizes o to a width and returns its height there. Text that wraps knows its height only then.
func HeightAt(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.Size().Height))
	return o.MinSize().Height
}
