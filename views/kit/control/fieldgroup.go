package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
)

const (
	GroupGap = float32(24) // between a field and the name of the next
	NameGap  = float32(8)  // between a name and its field
	HintGap  = float32(4)  // between a field and its explanation
)

// FieldName returns the name that stands above a field, flush with the field.
func FieldName(name string) *Text { return NewText(name, style.SizeText, fyne.TextStyle{}) }

// Group returns a field with its name above it and its explanations below it.
func Group(name, field fyne.CanvasObject, hints ...fyne.CanvasObject) *fyne.Container {
	below := Column(HintGap, append([]fyne.CanvasObject{field}, hints...)...)
	return Column(NameGap, name, below)
}

// Column arranges objects below one another, with a gap between those that are visible.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&Spacing{Gap: gap}, objects...)
}

// Spacing arranges objects below one another. An object without a height, such as an empty message, gets no gap.
type Spacing struct{ Gap float32 }

// MinSize implements fyne.Layout.
func (s *Spacing) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		if least.Height == 0 {
			continue
		}
		if size.Height > 0 {
			size.Height += s.Gap
		}
		size.Height += least.Height
	}
	return size
}

// Layout implements fyne.Layout.
func (s *Spacing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		if height > 0 {
			y += height + s.Gap
		}
	}
}

// FlushCheck aligns a tick box with the left edge of the fields.
func FlushCheck(c *Check) *fyne.Container { return flushLeft(c, theme.InnerPadding()) }

// FlushButton aligns a button without a frame with the left edge of the fields.
func FlushButton(b *Button) *fyne.Container {
	if b.Kind == ButtonLink {
		return flushLeft(b, style.LinkGap/2)
	}
	return flushLeft(b, plainInset)
}

// FlushForm returns a form of names and values, aligned with the left edge of the fields.
func FlushForm(objects ...fyne.CanvasObject) *fyne.Container {
	return flushLeft(container.New(NewFormLayout(), objects...), theme.InnerPadding())
}

// FlushText aligns a label with the left edge of the fields. Its padding above and below stays.
func FlushText(label *Wrapped) *fyne.Container { return flushLeft(label, theme.InnerPadding()) }

func flushLeft(o fyne.CanvasObject, inset float32) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(0, 0, -inset, 0), o)
}

// Flush removes the padding that the toolkit's labels have on all sides, so that a text begins where its field does.
func Flush(label fyne.CanvasObject) *fyne.Container {
	return container.New(flush{}, label)
}

// flush lays out a label without its padding. The height is that of the text when wrapped at the label's width.
type flush struct{}

func (flush) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if !objects[0].Visible() {
		return fyne.Size{}
	}
	pad := theme.InnerPadding()
	return objects[0].MinSize().SubtractWidthHeight(2*pad, 2*pad)
}

func (flush) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	pad := theme.InnerPadding()
	objects[0].Move(fyne.NewPos(-pad, -pad))
	objects[0].Resize(size.AddWidthHeight(2*pad, 2*pad))
}
