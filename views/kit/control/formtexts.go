package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

// Titled returns a card with content below a title.
func Titled(title string, content fyne.CanvasObject) fyne.CanvasObject {
	heading := NewText(title, style.SizeHeading, fyne.TextStyle{Bold: true})
	card := container.NewStack(NewCard(), container.New(layout.NewCustomPaddedLayout(18, 18, 14, 14), content))
	return container.NewVBox(container.NewHBox(container.New(style.Centred{}, heading), style.Gap(0, titleGap)), card)
}

// FactName returns the name of a fact for a form.
func FactName(s string) *Wrapped {
	l := Fact(s)
	l.Importance = widget.LowImportance
	return l
}

// Fact returns a text that wraps.
func Fact(s string) *Wrapped {
	return NewWrapped(s)
}

// FactID returns an ID as a fact, in a typeface in which O0 and Il1 differ.
func FactID(id string) *Wrapped {
	l := Fact(id)
	l.TextStyle.Monospace = true
	return l
}

// FactLines returns a fact of several lines.
func FactLines(lines ...*Wrapped) fyne.CanvasObject {
	pad := theme.InnerPadding()
	column := Column(2)
	for _, l := range lines {
		column.Add(Flush(l))
	}
	return container.New(layout.NewCustomPaddedLayout(pad, pad, pad, pad), column)
}

// Remark returns a small, pale text that explains a control above it.
func Remark(s string) *Wrapped {
	l := Fact(s)
	l.Importance = widget.LowImportance
	l.SizeName = theme.SizeNameCaptionText
	return l
}

// titleGap is the distance from the top of a title to the card below it, as in the console.
const titleGap = float32(57)

// FormWidth is the width of a form of one column.
const FormWidth = float32(420)
