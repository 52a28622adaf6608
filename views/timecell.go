package views

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// timeCell shows a moment in a row, on two lines as the console does, and to the millisecond where the
// pointer rests.
type timeCell struct {
	column      column
	date, clock *text
	area        *tipArea
}

func newTimeCell(c column, tips *tips) *timeCell {
	return &timeCell{column: c, date: newText("", sizeText, fyne.TextStyle{}), clock: newText("", sizeText, fyne.TextStyle{}),
		area: newTipArea(tips)}
}

// Set shows another moment, or that the server gave one as a text that cannot be read.
func (c *timeCell) Set(t time.Time, unread string, ink fyne.ThemeColorName) {
	date, clock := dateAndTime(t)
	exact := exactTime(t)
	if unread != "" {
		date, clock, exact = lang.L("unreadable"), "", unreadTime(unread)
	}
	c.date.Set(date, ink)
	c.clock.Set(clock, ink)
	c.area.Set(exact)
}

func (c *timeCell) objects() []fyne.CanvasObject { return []fyne.CanvasObject{c.date, c.clock, c.area} }

// layout places it in a span of a row's, or nowhere where that is of no width.
func (c *timeCell) layout(at span, height float32) {
	for _, o := range c.objects() {
		show(o, at.width > 0)
	}
	apart := lineHeight
	if c.clock.line.Text == "" {
		apart = 0
	}
	place(c.date, at.x+cellInset, height-apart)
	place(c.clock, at.x+cellInset, height+apart)
	c.area.Move(fyne.NewPos(at.x, 0))
	c.area.Resize(fyne.NewSize(at.width, height))
}
