// Package chips draws the chips in the rows of the table, each with the longest of its wordings for which there is room.
package chips

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/tooltip"
)

// Chip is a mark and a few words below the state in a key's row. It tells something that the user should know about the
// key.
type Chip struct {
	Mark  Mark
	Tone  Tone
	Exact string // if there is room for more than Text, and no column shows the date
	Text  string
	Short string // if there is no room for Text
	Brief string // if there is no room for Short; if this has no room, only the mark is shown
	Vague bool   // Brief leaves out what Short says, so it is used only if there is no line for the chip alone
	Whole string // the full text: the tip, and what is read out
	Leads bool   // a click leads to what the chip is about
}

// OfRow has the chips that a row shows, two at most. A zero Chip is none.
type OfRow [2]Chip

// ReadOut returns the full text of the chips, to be appended to a sentence that is read out.
func (chips OfRow) ReadOut() string {
	said := ""
	for _, c := range chips {
		if c.Whole != "" {
			said += ", " + c.Whole
		}
	}
	return said
}

// Mark is the icon before a chip's words. It makes chips distinguishable without their colours.
type Mark string

// The marks. Their values are the names of icons.
const (
	MarkClock   Mark = "clock"
	MarkWarning Mark = "warning"
	MarkError   Mark = "error"
	MarkInfo    Mark = "info"
)

// Tone is how much a chip stands out.
type Tone int

// The tones.
const (
	ToneCalm Tone = iota
	ToneSoon
	ToneUrgent
)

// colors returns the colours of a chip's background and of its mark.
func (t Tone) colors() (ground, mark fyne.ThemeColorName) {
	switch t {
	case ToneSoon:
		return style.ColorChipSoon, style.ColorDotOrange
	case ToneUrgent:
		return style.ColorChipUrgent, style.ColorDotRed
	}
	return style.ColorChip, style.ColorSecondary
}

const (
	LineHeight = float32(14) // the distance from one line of chips to the next
	Pad        = float32(3)  // between a chip's sides and its contents
	chipHeight = float32(13)
	chipMark   = float32(12)
	chipGap    = float32(3) // between a chip's mark and its words
	chipsGap   = float32(4) // between two chips on a line
)

// chipWidth returns the width of a chip with the given words, or with only its mark if there are none.
func chipWidth(says string) float32 {
	if says == "" {
		return 2*Pad + chipMark
	}
	return 2*Pad + chipMark + chipGap + style.Measure(says, style.SizeCaption, fyne.TextStyle{})
}

// wordings returns what a chip may say, from the longest to the shortest.
func (c Chip) wordings() []string {
	return slices.DeleteFunc([]string{c.Exact, c.Text, c.Short, c.Brief}, func(text string) bool { return text == "" })
}

// fitWordings returns what each of several chips says on a line of a width. Each chip gets its shortest wording first,
// if there is room. Then each gets a longer one, as far as there is room, beginning with the first, which is the most
// important.
func fitWordings(chips []Chip, width float32) []string {
	room := width - float32(len(chips)-1)*chipsGap - float32(len(chips))*chipWidth("")
	says := make([]string, len(chips))
	say := func(i int, text string) bool {
		more := chipWidth(text) - chipWidth(says[i])
		if more <= room {
			says[i] = text
			room -= more
		}
		return says[i] == text
	}
	for i, c := range chips {
		if all := c.wordings(); len(all) > 0 {
			say(i, all[len(all)-1])
		}
	}
	for i, c := range chips {
		for _, text := range c.wordings() {
			if say(i, text) {
				break
			}
		}
	}
	return says
}

// view draws a chip.
type view struct {
	ground *canvas.Rectangle
	mark   *canvas.Image
	text   *text.Text
	area   *tooltip.Area
	link   *control.Link // in place of area, if the chip leads somewhere
	shown  Chip
}

func newView(tips *tooltip.Tips, link *control.Link, hover func(in bool)) *view {
	c := &view{
		ground: &canvas.Rectangle{CornerRadius: 4},
		mark:   &canvas.Image{FillMode: canvas.ImageFillContain},
		text:   text.New("", style.SizeCaption, fyne.TextStyle{}),
		area:   tooltip.NewArea(tips),
		link:   link,
	}
	c.area.OnHover = hover
	link.Quiet, link.Tips, link.OnHover = true, tips, hover
	link.TellOn(link, func() string { return link.Name })
	return c
}

func (c *view) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.ground, c.mark, c.text, c.area, c.link}
}

// set shows another chip, in the row of the key with the ID.
func (c *view) set(shown Chip, id string, row fyne.Widget) {
	ground, mark := shown.Tone.colors()
	c.ground.FillColor = style.Color(row, ground)
	if c.mark.Resource == nil || c.shown.Mark != shown.Mark || c.shown.Tone != shown.Tone {
		c.mark.Resource = theme.NewColoredResource(assets.Drawn(string(shown.Mark)), mark)
		c.mark.Refresh()
	}
	c.area.Set(shown.Whole)
	c.area.Hidden = shown.Leads
	if c.link.Name != shown.Whole {
		c.link.WithdrawTip()
	}
	c.link.Name = shown.Whole
	c.link.Set(id, " ") // what it says is drawn like that of other chips
	c.link.SetShown(shown.Leads)
	c.shown = shown
}

// place puts the chip at x, its middle at y, with the given words, and returns its width.
func (c *view) place(says string, x, y float32) float32 {
	width := chipWidth(says)
	at, size := fyne.NewPos(x, y-chipHeight/2), fyne.NewSize(width, chipHeight)
	for _, o := range []fyne.CanvasObject{c.ground, c.area, c.link} {
		o.Move(at)
		o.Resize(size)
	}
	c.mark.Move(fyne.NewPos(x+Pad, y-chipMark/2))
	c.mark.Resize(fyne.NewSquareSize(chipMark))
	c.text.Set(says, theme.ColorNameForeground)
	style.PlaceAround(c.text, x+Pad+chipMark+chipGap, y)
	return width
}
