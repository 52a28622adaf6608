package keytable

import (
	"accesskeys/app/settings"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

// Layout is shared by the header and the rows of a table: it tells where the columns are, and how high a row is.
type Layout struct {
	Table  settings.Table
	needs  needs
	mono   float32 // the width of a character of a key ID or a secret
	width  float32
	height float32 // of the list when it last had room for a row
	slid   slide
	At     Arrangement
}

// NewLayout returns the layout of a table with the user's settings.
func NewLayout(t settings.Table) *Layout {
	l := &Layout{Table: t, mono: text.NewMono(1, 1).Width()}
	l.needs = l.measure()
	return l
}

// Set changes the user's settings.
func (l *Layout) Set(t settings.Table) {
	l.Table = t
	l.needs = l.measure()
	l.arrange()
}

// In returns the arrangement of the columns in a table of the given width.
func (l *Layout) In(width float32) Arrangement {
	if width != l.width {
		l.width = width
		l.arrange()
	}
	return l.At
}

// arrange updates At. The columns begin to the right of the boxes.
func (l *Layout) arrange() {
	l.At = arrange(l.width-tickWidth, l.needs, l.Table)
	for c := range l.At.Spans {
		l.At.Spans[c].X += tickWidth
	}
}

// roomFor returns how wide a column can be if the others keep the widths that the user chose, or else have what they need.
func (l *Layout) roomFor(c Column) float32 {
	others := withChosenWidths(wanted(l.needs, l.Table), l.needs, l.Table)
	others[c] = 0
	return l.width - tickWidth - sum(others)
}

func (l *Layout) leastWidth() float32 { return tickWidth + leastWidth(l.needs) }

// Pitch returns the distance from one row to the next.
func (l *Layout) Pitch() float32 {
	switch l.Table.Density {
	case settings.DensityLarger:
		return 66
	case settings.DensityCompact:
		return 42
	}
	return 58 // the console's
}

// lines returns how many lines of text fit into a row.
func (l *Layout) lines() int { return int((l.Pitch() - 4) / style.LineHeight) }
