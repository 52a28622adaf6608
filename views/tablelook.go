package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
)

const (
	mask       = "**********************" // about as wide as the console's
	secretRoom = len(mask)                // characters of a secret on a line, at least
)

// tableLook is what the table's header and its rows have in common: which columns stand where, and how high
// a row is.
type tableLook struct {
	table app.Table
	needs needs
	mono  float32 // of a character of a key ID or a secret
	width float32
	at    arrangement
}

func newTableLook(t app.Table) *tableLook {
	l := &tableLook{table: t, mono: newMono(1, 1).Width()}
	l.needs = l.measured()
	return l
}

// measured is the room that the columns take in the language in use.
func (l *tableLook) measured() needs {
	id := l.mono*idLength + 2*cellInset
	links := linksWidth()
	state := 2*cellInset + dotSize + dotGap + widestWord(stateWords()...)
	n := needs{stacked: id + links}
	n.full = [columnCount]float32{
		columnID:      id,
		columnSecret:  l.mono*float32(secretRoom) + 2*cellInset + links,
		columnState:   max(stateWidth, state),
		columnCreated: timeWidth, columnUpdated: timeWidth, columnExpires: timeWidth,
		columnActions: 2*cellInset + linkGap + widestWord(lang.L("Disable"), lang.L("Enable")) + widestWord(lang.L("Delete")),
	}
	for c, title := range columnTitles() {
		n.full[c] = max(n.full[c], measure(title, sizeText, fyne.TextStyle{Bold: true})+2*cellInset)
	}
	n.least = n.full
	n.least[columnID] = l.mono*idLength/2 + 2*cellInset
	return n
}

// Set changes how the person has the table shown.
func (l *tableLook) Set(t app.Table) {
	l.table = t
	l.at = arrange(l.width, l.needs, t)
}

// In is which columns stand where in a width.
func (l *tableLook) In(width float32) arrangement {
	if width != l.width {
		l.width = width
		l.at = arrange(width, l.needs, l.table)
	}
	return l.at
}

// Pitch is from row to row.
func (l *tableLook) Pitch() float32 {
	switch l.table.Density {
	case app.DensityLarger:
		return 66
	case app.DensityCompact:
		return 42
	}
	return 58 // the console's
}

// lines is how many lines of a value fit into a row.
func (l *tableLook) lines() int { return int((l.Pitch() - 4) / lineHeight) }

// secretChars is how many characters of a secret fit on a line where it has a width to share with its links.
func (l *tableLook) secretChars(width float32) int {
	room := int((width - 2*cellInset - linksWidth()) / l.mono)
	return min(max(room, 1), idLength)
}

// linksWidth is the room that the links beside a secret take, with the gaps before them.
func linksWidth() float32 { return secretGap + showWidth() + linkGap + widestWord(lang.L("Copy")) }

func showWidth() float32 { return widestWord(lang.L("Show"), lang.L("Hide")) }

func widestWord(words ...string) float32 {
	w := float32(0)
	for _, s := range words {
		w = max(w, measure(s, sizeText, fyne.TextStyle{}))
	}
	return w
}

func columnTitles() [columnCount]string {
	return [columnCount]string{
		columnID:      lang.L("Access Key ID"),
		columnSecret:  lang.L("Access Key Secret"),
		columnState:   lang.L("State"),
		columnCreated: lang.L("Created At"),
		columnUpdated: lang.L("Updated At"),
		columnExpires: lang.L("Expires At"),
		columnActions: lang.L("Actions"),
	}
}

func stateWords() []string {
	var names []string
	for _, s := range app.States() {
		names = append(names, stateName(s))
	}
	return names
}
