package chips

import (
	"slices"

	"fyne.io/fyne/v2"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/tooltip"
)

// Group draws the chips of a row. What a chip is drawn with is made when it is needed, because few rows have chips.
type Group struct {
	make  func() *view
	views []*view // there may be more of them than chips
	shown []Chip
}

// NewGroup returns a group without chips. newLink makes the link of a chip, which is shown if the chip leads
// somewhere. hover is called as the pointer comes over a chip, and as it leaves it.
func NewGroup(tips *tooltip.Tips, newLink func() *control.Link, hover func(in bool)) Group {
	return Group{make: func() *view { return newView(tips, newLink(), hover) }}
}

// Empty reports whether no chip is shown.
func (g *Group) Empty() bool { return len(g.shown) == 0 }

// Set shows other chips, in the row of the key with the ID.
func (g *Group) Set(chips OfRow, id string, row fyne.Widget) {
	g.shown = g.shown[:0]
	for _, chip := range chips {
		if chip == (Chip{}) {
			continue
		}
		if len(g.views) == len(g.shown) {
			g.views = append(g.views, g.make())
		}
		g.views[len(g.shown)].set(chip, id, row)
		g.shown = append(g.shown, chip)
	}
}

// Objects returns the objects that the chips are drawn with.
func (g *Group) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i := range g.shown {
		all = append(all, g.views[i].objects()...)
	}
	return all
}

// SplitLines distributes the chips over lines of a width. They share one line, which leaves air in the row, unless one of
// them would have room only for its mark there, or for a Brief that is vague; then each gets a line of its own, if there are
// enough lines. If exact is false, no chip says Exact.
func (g *Group) SplitLines(width float32, lines int, exact bool) [][]Chip {
	shown := slices.Clone(g.shown)
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

// Place puts the chips of lines, as SplitLines returned them, at x in a width, the middle of the first line at y.
func (g *Group) Place(lines [][]Chip, x, width, y float32) {
	views := g.views
	for _, line := range lines {
		at := x
		for i, says := range fitWordings(line, width) {
			at += views[i].place(says, at, y) + chipsGap
		}
		views = views[len(line):]
		y += LineHeight
	}
}
