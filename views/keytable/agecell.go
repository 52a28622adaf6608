package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/chips"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/tooltip"
)

// Age is what a row shows of the age of its key.
type Age struct {
	Text  string
	Old   bool   // the key is older than the user wants
	Whole string // the tip
}

const (
	ageMark = float32(13)
	ageGap  = float32(4) // between the age and the mark
)

// ageCell shows the age of a key in a row, with a mark after it if the key is old. It has no objects until the column
// is shown.
type ageCell struct {
	make func() *tooltip.Area
	text *text.Text
	mark *canvas.Image
	area *tooltip.Area
	age  Age
	ink  fyne.ThemeColorName
}

// set shows another age.
func (c *ageCell) set(age Age, ink fyne.ThemeColorName) {
	if age != (Age{}) && c.text == nil {
		c.text, c.area = text.New("", style.SizeText, fyne.TextStyle{}), c.make()
		c.mark = &canvas.Image{Resource: theme.NewColoredResource(assets.Drawn(string(chips.MarkInfo)), style.ColorDotOrange), FillMode: canvas.ImageFillContain}
	}
	c.age, c.ink = age, ink
}

func (c *ageCell) objects() []fyne.CanvasObject {
	if c.text == nil {
		return nil
	}
	return []fyne.CanvasObject{c.text, c.mark, c.area}
}

// layout places the cell in a span of the row, or hides it if the span has no width.
func (c *ageCell) layout(at span, height float32) {
	if c.text == nil {
		return
	}
	for _, o := range c.objects() {
		style.Show(o, at.Width > 0)
	}
	style.Show(c.mark, at.Width > 0 && c.age.Old)
	c.text.Set(c.age.Text, c.ink)
	c.area.Set(c.age.Whole)
	style.Place(c.text, at.X+CellInset, height)
	c.mark.Resize(fyne.NewSquareSize(ageMark))
	c.mark.Move(fyne.NewPos(at.X+CellInset+c.text.Size().Width+ageGap, (height-ageMark)/2))
	c.area.Move(fyne.NewPos(at.X, 0))
	c.area.Resize(fyne.NewSize(at.Width, height))
}
