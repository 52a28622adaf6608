package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

const (
	widestTime = "2000-00-00 00:00:00"
	oldest     = 9999 // the age in days that the column has room for
)

// Layout is shared by the header and the rows of a table: it tells where the columns are, and how high a row is.
type Layout struct {
	Table  settings.Table
	needs  needs
	mono   float32 // the width of a character of a key ID or a secret
	width  float32
	height float32 // of the list when it last had room for a row
	At     Arrangement
}

// NewLayout returns the layout of a table with the user's settings.
func NewLayout(t settings.Table) *Layout {
	l := &Layout{Table: t, mono: control.NewMono(1, 1).Width()}
	l.needs = l.measure()
	return l
}

// measure returns the widths that the columns need in the current language.
func (l *Layout) measure() needs {
	id := l.mono*idLength + 2*CellInset
	links := linksWidth()
	state := 2*CellInset + dotSize + dotGap + widestWord(StateWords()...)
	n := needs{stacked: id + links, oneLine: 2*CellInset + style.Measure(widestTime, style.SizeText, fyne.TextStyle{})}
	n.full = [ColumnCount]float32{
		ColumnID:      id,
		columnSecret:  l.mono*float32(secretRoom) + 2*CellInset + links,
		ColumnState:   max(stateWidth, state),
		ColumnCreated: timeWidth, columnUpdated: timeWidth, ColumnExpires: timeWidth,
		ColumnAge:     2*CellInset + ageGap + ageMark + style.Measure(words.Age(oldest, true), style.SizeText, fyne.TextStyle{}),
		ColumnActions: CellInset + linksBeforeMore() + widestWord(moreDots) + moreInset,
	}
	for c, title := range ColumnTitles() {
		n.full[c] = max(n.full[c], style.Measure(title, style.SizeText, fyne.TextStyle{Bold: true})+2*CellInset)
	}
	if l.Table.Density == settings.DensityCompact {
		for _, c := range timeColumns {
			n.full[c] = max(n.full[c], n.oneLine) // a compact row has room for one line only
		}
	}
	n.least = n.full
	n.least[ColumnID] = l.mono*idLength/2 + 2*CellInset
	return n
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
		l.At.Spans[c].x += tickWidth
	}
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

// linksWidth returns the width of the links beside a secret, including the gaps before them.
func linksWidth() float32 {
	return secretGap + showWidth() + style.LinkGap + widestWord(lang.L("Copy"))
}

// linksBeforeMore returns the width of the links that change a key, including the gap after them.
func linksBeforeMore() float32 {
	return toggleWidth() + style.LinkGap + widestWord(lang.L("Delete")) + moreGap
}

// toggleWidth returns the width of the link that changes a key's state.
func toggleWidth() float32 { return widestWord(lang.L("Disable"), lang.L("Enable")) }

func showWidth() float32 { return widestWord(lang.L("Show"), lang.L("Hide")) }

func widestWord(words ...string) float32 {
	w := float32(0)
	for _, s := range words {
		w = max(w, style.Measure(s, style.SizeText, fyne.TextStyle{}))
	}
	return w
}

// StateWords returns the names of all states.
func StateWords() []string {
	var names []string
	for _, s := range keys.States() {
		names = append(names, words.StateName(s))
	}
	return names
}
