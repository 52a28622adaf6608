package keytable

import (
	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

const (
	widestTime = "2000-00-00 00:00:00"
	oldest     = 9999 // the age in days that the column has room for
)

// consoleWidths has the widths of the console's columns, measured in the vendor's screenshot. A column gets that width
// if there is room.
var consoleWidths = [ColumnCount]float32{ColumnID: 279, columnSecret: 279, ColumnState: 101,
	ColumnCreated: 136, columnUpdated: 136, ColumnExpires: 136, ColumnAge: 101, ColumnActions: 137}

// weights has the columns' shares of the width that is left after that.
var weights = [ColumnCount]float32{ColumnID: 2, columnSecret: 2, ColumnState: 3,
	ColumnCreated: 1, columnUpdated: 1, ColumnExpires: 1, ColumnAge: 1, ColumnActions: 1}

// dropOrder has the columns that a narrow window drops, in that order.
var dropOrder = []Column{columnUpdated, ColumnExpires, ColumnCreated, ColumnAge}

// needs has the widths that columns need.
type needs struct {
	full    [ColumnCount]float32 // to show everything on one line
	least   [ColumnCount]float32 // to show anything at all
	stacked float32              // for an ID with the secret below it
	oneLine float32              // for a date and its time on one line
	links   float32              // for the links beside a secret
	secret  float32              // for a whole secret on one line, with its links
}

// measure returns the widths that the columns need in the current language.
func (l *Layout) measure() needs {
	id := l.mono*idLength + 2*CellInset
	links := linksWidth()
	state := 2*CellInset + dotSize + dotGap + widestWord(StateWords()...)
	n := needs{links: links, secret: l.mono*float32(len(mask)) + 2*CellInset + links, stacked: id + links, oneLine: 2*CellInset + style.Measure(widestTime, style.SizeText, fyne.TextStyle{})}
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

// span is the position and the width of a column, in device-independent pixels from the row's left edge.
type span struct{ X, Width float32 }

// Arrangement tells where each column is in a table of some width.
type Arrangement struct {
	Spans   [ColumnCount]span // without a width if a column is not shown
	stacked bool              // the secret is below the ID
	menu    bool              // the actions are in a menu only
}

// Shows reports whether a column is shown.
func (a Arrangement) Shows(c Column) bool { return a.Spans[c].Width > 0 }

// arrange divides a width among the columns that the user wants to see. If the width is not enough, it first ignores
// the widths that the user chose. Then it drops columns in the order of dropOrder, puts the secret below the ID, puts
// the actions into a menu, and at last gives the secret less room.
func arrange(width float32, n needs, t settings.Table) Arrangement {
	a, want := Arrangement{}, wanted(n, t)
	for _, wanted := range [][ColumnCount]float32{onOneLine(want, n), want} {
		if chosen := withChosenWidths(wanted, n, t); sum(chosen) <= width {
			a.Spans = share(width, chosen, n.secret, t)
			return a
		}
	}
	for _, c := range dropOrder {
		if sum(want) > width {
			want[c] = 0
		}
	}
	if one := onOneLine(want, n); sum(one) <= width {
		want = one
	}
	if sum(want) > width && want[columnSecret] > 0 {
		a.stacked = true
		want[columnSecret] = 0
		want[ColumnID] = max(n.full[ColumnID], n.stacked)
	}
	if sum(want) > width {
		a.menu = true
		want[ColumnActions] = moreWidth
	}
	if over := sum(want) - width; a.stacked && over > 0 {
		want[ColumnID] = max(n.leastStacked(), want[ColumnID]-over)
	}
	a.Spans = share(width, want, n.secret, settings.Table{})
	return a
}

// wanted returns the full widths of the columns that the user wants to see.
func wanted(n needs, t settings.Table) (want [ColumnCount]float32) {
	for c := range ColumnCount {
		if t.Shows(c.Name()) {
			want[c] = n.full[c]
		}
	}
	return want
}

// leastWidth returns the smallest width for which arrange finds an arrangement.
func leastWidth(n needs) float32 { return n.leastStacked() + n.full[ColumnState] + moreWidth }

// leastStacked returns the width of an ID with a masked secret below it.
func (n needs) leastStacked() float32 { return max(n.full[ColumnID], n.full[columnSecret]) }

// onOneLine widens the columns with dates so that the time fits beside the date.
func onOneLine(want [ColumnCount]float32, n needs) [ColumnCount]float32 {
	for _, c := range timeColumns {
		if want[c] > 0 {
			want[c] = max(want[c], n.oneLine)
		}
	}
	return want
}

// withChosenWidths gives columns the widths that the user chose, but not less than the least that they need.
func withChosenWidths(want [ColumnCount]float32, n needs, t settings.Table) [ColumnCount]float32 {
	for c := range ColumnCount {
		if w, ok := t.Widths[c.Name()]; ok && want[c] > 0 {
			want[c] = max(float32(w), n.least[c])
		}
	}
	return want
}

// share gives each column the width that it wants. With what is left, it first widens the state so that a chip can say
// what it is about, then all columns up to the width of the console's, then the secret up to secret, and then all by their
// weights: most of it goes to the state, so that chips can say more. A column whose width the user chose gets nothing more.
// If that leaves no column, all of the rest goes to the last one.
func share(width float32, want [ColumnCount]float32, secret float32, t settings.Table) [ColumnCount]span {
	weight := weights
	if _, fixed := t.Widths[settings.ColumnState]; !fixed && want[ColumnState] > 0 {
		want[ColumnState] += max(0, min(chipsWidth-want[ColumnState], width-sum(want)))
	}
	var short [ColumnCount]float32 // how much narrower than the console's column it is
	all := float32(0)
	for c := range ColumnCount {
		if _, fixed := t.Widths[c.Name()]; fixed || want[c] == 0 {
			weight[c] = 0
		} else {
			short[c] = max(0, consoleWidths[c]-want[c])
		}
		all += weight[c]
	}
	if all == 0 {
		weight[ColumnActions], all = 1, 1
	}
	spare := width - sum(want)
	grow := min(1, spare/max(1, sum(short)))
	spare -= grow * sum(short)
	if weight[columnSecret] > 0 {
		more := max(0, min(spare, secret-want[columnSecret]-grow*short[columnSecret]))
		want[columnSecret] += more
		spare -= more
	}
	var spans [ColumnCount]span
	x := float32(0)
	for c := range ColumnCount {
		w := want[c] + grow*short[c] + spare*weight[c]/all
		spans[c] = span{X: x, Width: w}
		x += w
	}
	return spans
}

func sum(widths [ColumnCount]float32) float32 {
	total := float32(0)
	for _, w := range widths {
		total += w
	}
	return total
}
