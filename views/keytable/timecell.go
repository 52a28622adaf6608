package keytable

import (
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// timeCell shows a moment in a row, on two lines as the console does, and to the millisecond where the
// pointer rests.
type timeCell struct {
	column      Column
	Date, Clock *control.Text
	Area        *control.TipArea
}

func newTimeCell(c Column, tips *control.Tips) *timeCell {
	return &timeCell{column: c, Date: control.NewText("", style.SizeText, fyne.TextStyle{}), Clock: control.NewText("", style.SizeText, fyne.TextStyle{}),
		Area: control.NewTipArea(tips)}
}

// Set shows another moment, or that the server gave one as a text that cannot be read.
func (c *timeCell) Set(t time.Time, unread string, ink fyne.ThemeColorName) {
	date, clock := words.DateAndTime(t)
	exact := words.ExactTime(t)
	if unread != "" {
		date, clock, exact = lang.L("unreadable"), "", words.UnreadTime(unread)
	}
	c.Date.Set(date, ink)
	c.Clock.Set(clock, ink)
	c.Area.Set(exact)
}

func (c *timeCell) objects() []fyne.CanvasObject { return []fyne.CanvasObject{c.Date, c.Clock, c.Area} }

// layout places it in a span of a row's, or nowhere where that is of no width.
func (c *timeCell) layout(at span, height float32) {
	for _, o := range c.objects() {
		style.Show(o, at.Width > 0)
	}
	apart := style.LineHeight
	if c.Clock.Line.Text == "" {
		apart = 0
	}
	style.Place(c.Date, at.x+CellInset, height-apart)
	style.Place(c.Clock, at.x+CellInset, height+apart)
	c.Area.Move(fyne.NewPos(at.x, 0))
	c.Area.Resize(fyne.NewSize(at.Width, height))
}
