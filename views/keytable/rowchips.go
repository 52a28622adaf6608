package keytable

import (
	"slices"

	"fyne.io/fyne/v2"
)

// rowChips has the chips of a row. Their views are made when they are needed, because few rows have chips.
type rowChips struct {
	make  func() *chipView
	views []*chipView // there may be more of them than chips
	shown []Chip
}

// set shows other chips in the row.
func (c *rowChips) set(chips [MostChips]Chip, row *Row) {
	c.shown = c.shown[:0]
	for _, chip := range chips {
		if chip == (Chip{}) {
			continue
		}
		if len(c.views) == len(c.shown) {
			c.views = append(c.views, c.make())
		}
		c.views[len(c.shown)].set(chip, row)
		c.shown = append(c.shown, chip)
	}
}

// objects returns the objects that the chips are drawn with.
func (c *rowChips) objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i := range c.shown {
		all = append(all, c.views[i].objects()...)
	}
	return all
}

// splitLines distributes the chips over lines of a width. They share one line, which leaves air in the row, unless one of
// them would have room only for its mark there, or for a Brief that is vague; then each gets a line of its own, if there are
// enough lines. If exact is false, no chip says Exact.
func (c *rowChips) splitLines(width float32, lines int, exact bool) [][]Chip {
	shown := slices.Clone(c.shown)
	for i := range shown {
		if !exact {
			shown[i].Exact = ""
		}
	}
	if len(shown) > lines {
		return [][]Chip{shown}
	}
	clear := slices.Clone(shown)
	for i := range clear {
		if clear[i].Vague {
			clear[i].Brief = ""
		}
	}
	if !slices.Contains(fitWordings(clear, width), "") {
		return [][]Chip{clear}
	}
	return slices.Collect(slices.Chunk(shown, 1))
}

// place puts the chips of lines at x in a width, the middle of the first line at y.
func (c *rowChips) place(lines [][]Chip, x, width, y float32) {
	views := c.views
	for _, line := range lines {
		at := x
		for i, says := range fitWordings(line, width) {
			at += views[i].place(says, at, y) + chipsGap
		}
		views = views[len(line):]
		y += chipLine
	}
}

// readOut returns the full text of chips, to be appended to a sentence that is read out.
func readOut(chips [MostChips]Chip) string {
	said := ""
	for _, c := range chips {
		if c.Whole != "" {
			said += ", " + c.Whole
		}
	}
	return said
}
