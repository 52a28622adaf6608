package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// Age is how old a key is, as its row tells.
type Age struct {
	Text  string
	Old   bool   // older than it should be
	Whole string // the tip
}

const (
	ageMark = float32(13)
	ageGap  = float32(4) // from the age to the mark
)

// ageCell shows a key's age in a row, with a mark behind it where it is old. It is made of nothing while the column is not
// shown.
type ageCell struct {
	make func() *control.TipArea
	text *control.Text
	mark *canvas.Image
	area *control.TipArea
	age  Age
	ink  fyne.ThemeColorName
}

// set shows another age.
func (c *ageCell) set(age Age, ink fyne.ThemeColorName) {
	if age != (Age{}) && c.text == nil {
		c.text, c.area = control.NewText("", style.SizeText, fyne.TextStyle{}), c.make()
		c.mark = &canvas.Image{Resource: theme.NewColoredResource(assets.Drawn(string(MarkInfo)), style.ColorDotOrange), FillMode: canvas.ImageFillContain}
	}
	c.age, c.ink = age, ink
}

func (c *ageCell) objects() []fyne.CanvasObject {
	if c.text == nil {
		return nil
	}
	return []fyne.CanvasObject{c.text, c.mark, c.area}
}

// layout places it in a span of a row's, or nowhere where that is of no width.
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
	style.Place(c.text, at.x+CellInset, height)
	c.mark.Resize(fyne.NewSquareSize(ageMark))
	c.mark.Move(fyne.NewPos(at.x+CellInset+c.text.Size().Width+ageGap, (height-ageMark)/2))
	c.area.Move(fyne.NewPos(at.x, 0))
	c.area.Resize(fyne.NewSize(at.Width, height))
}
