// Package form lays out names, fields and facts.
package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

const (
	GroupGap = float32(24) // between a field and the name of the next
	NameGap  = float32(8)  // between a name and its field
	HintGap  = float32(4)  // between a field and its explanation
)

// FieldName returns the name that stands above a field, flush with the field.
func FieldName(name string) *text.Text { return text.New(name, style.SizeText, fyne.TextStyle{}) }

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
