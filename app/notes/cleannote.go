package notes

import (
	"slices"
	"strings"
	"unicode"
)

// Clean returns the note as it is kept: the label and each place on one line, no empty place and none twice, and no
// character that nobody sees.
func (n Note) Clean() Note {
	clean := Note{Label: line(n.Label), Text: text(n.Text)}
	for _, place := range n.Places {
		if place = line(place); place != "" && !slices.Contains(clean.Places, place) {
			clean.Places = append(clean.Places, place)
		}
	}
	return clean
}

// PlacesOf returns the places in a text that has one on each line.
func PlacesOf(text string) []string {
	return Note{Places: strings.FieldsFunc(text, newLine)}.Clean().Places
}

// line is one line, with single blanks between what is in it.
func line(s string) string { return strings.Join(strings.Fields(visible(s)), " ") }

// text is lines without blanks at their ends, and without empty ones at the beginning and at the end.
func text(s string) string {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRightFunc(visible(l), unicode.IsSpace)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// visible replaces white space by blanks, and drops the other characters that nobody sees, such as those that change the
// direction of what follows. Those that join the parts of one character stay.
func visible(s string) string {
	const joiner, nonJoiner = '\u200d', '\u200c'
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), newLine(r):
			return ' '
		case r == joiner, r == nonJoiner:
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
}

func newLine(r rune) bool { return strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029", r) }
