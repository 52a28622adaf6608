package keytable

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/words"
)

// timeCell shows a time in a row: on one line or, like the console, on two. Its tip has the time to the millisecond.
type timeCell struct {
	column      Column
	Date, Clock *text.Text
	Area        *tooltip.Area
	date, clock string
	ink         fyne.ThemeColorName
}

func newTimeCell(c Column, tips *tooltip.Tips) *timeCell {
	return &timeCell{column: c, Date: text.New("", style.SizeText, fyne.TextStyle{}), Clock: text.New("", style.SizeText, fyne.TextStyle{}),
		Area: tooltip.NewArea(tips)}
}

// Set shows another time. If unread is not empty, it shows that the server sent this text, which cannot be read as a
// time.
func (c *timeCell) Set(t time.Time, unread string, ink fyne.ThemeColorName) {
	c.date, c.clock = words.DateAndTime(t)
	exact := words.ExactTime(t)
	if unread != "" {
		c.date, c.clock, exact = lang.L("unreadable"), "", words.UnreadTime(unread)
	}
	c.ink = ink
	c.Area.Set(exact)
}

func (c *timeCell) objects() []fyne.CanvasObject { return []fyne.CanvasObject{c.Date, c.Clock, c.Area} }

// layout places the cell in a span of the row, or hides it if the span has no width.
func (c *timeCell) layout(at span, height, oneLine float32) {
	for _, o := range c.objects() {
		style.Show(o, at.Width > 0)
	}
	date, clock := c.date, c.clock
	if clock != "" && at.Width >= oneLine {
		date, clock = date+" "+clock, ""
	}
	c.Date.Set(date, c.ink)
	c.Clock.Set(clock, c.ink)
	apart := style.LineHeight
	if clock == "" {
		apart = 0
	}
	style.Place(c.Date, at.X+CellInset, height-apart)
	style.Place(c.Clock, at.X+CellInset, height+apart)
	c.Area.Move(fyne.NewPos(at.X, 0))
	c.Area.Resize(fyne.NewSize(at.Width, height))
}
