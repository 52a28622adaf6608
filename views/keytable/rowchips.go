package keytable

import "fyne.io/fyne/v2"

// rowChips is a row's chips. They are made once they are needed: few rows have any.
type rowChips struct {
	make  func() *chipView
	views []*chipView // some may not be shown
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

// objects are what the chips are drawn with; without chips, nothing.
func (c *rowChips) objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i := range c.shown {
		all = append(all, c.views[i].objects()...)
	}
	return all
}

// place puts them at x in a width, their middle at y.
func (c *rowChips) place(x, width, y float32) {
	if len(c.shown) == 0 {
		return
	}
	for i, says := range fitted(c.shown, width) {
		x += c.views[i].place(says, x, y) + chipsGap
	}
}

// readOut is all that chips have to say, after something else.
func readOut(chips [MostChips]Chip) string {
	said := ""
	for _, c := range chips {
		if c.Whole != "" {
			said += ", " + c.Whole
		}
	}
	return said
}
