package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/text"
)

// FactName returns the name of a fact for a form.
func FactName(s string) *text.Wrapped {
	l := Fact(s)
	l.Importance = widget.LowImportance
	return l
}

// Fact returns a text that wraps.
func Fact(s string) *text.Wrapped {
	return text.NewWrapped(s)
}

// FactID returns an ID as a fact, in a typeface in which O0 and Il1 differ.
func FactID(id string) *text.Wrapped {
	l := Fact(id)
	l.TextStyle.Monospace = true
	return l
}

// FactLines returns a fact of several lines.
func FactLines(lines ...*text.Wrapped) fyne.CanvasObject {
	pad := theme.InnerPadding()
	column := Column(2)
	for _, l := range lines {
		column.Add(Flush(l))
	}
	return container.New(layout.NewCustomPaddedLayout(pad, pad, pad, pad), column)
}

// Remark returns a small, pale text that explains a control above it.
func Remark(s string) *text.Wrapped {
	l := Fact(s)
	l.Importance = widget.LowImportance
	l.SizeName = theme.SizeNameCaptionText
	return l
}
