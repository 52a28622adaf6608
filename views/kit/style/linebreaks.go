package style

import (
	"regexp"
	"sort"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/segmenter"
)

// BreakMark marks a place where a line may end between two characters. The toolkit ends lines only at white space, of
// which it draws this character as nothing.
const BreakMark = "\r"

// WithBreakMarks returns a text with a mark wherever a line may end beside a Chinese character, by Unicode's rules (UAX
// #14). The toolkit takes a run of Chinese characters for one word, and would end a line anywhere in it, such as before
// a comma.
//
// It leaves out a space after a full-width bracket, which has room beside it already. Texts have such a space after the
// name of a key, which may also end in a Latin letter.
func WithBreakMarks(s string) string {
	if !strings.ContainsFunc(s, isChinese) {
		return s
	}
	s = strings.ReplaceAll(s, "） ", "）")
	var rules segmenter.Segmenter
	rules.Init([]rune(s))
	var marked strings.Builder
	var last rune
	for lines := rules.LineIterator(); lines.Next(); {
		text := lines.Line().Text
		if first := text[0]; last != 0 && !unicode.IsSpace(last) && !unicode.IsSpace(first) && (isChinese(last) || isChinese(first)) {
			marked.WriteString(BreakMark)
		}
		marked.WriteString(string(text))
		last = text[len(text)-1]
	}
	return marked.String()
}

// isChinese reports whether a character belongs to a script without spaces between its words, or to its punctuation.
func isChinese(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || '\u3000' < r && r <= '\u303f' || '\uff00' < r && r <= '\uffef'
}

// Wrapped breaks a text into lines of a width: between words, beside Chinese characters as WithBreakMarks does, or within
// a word that is longer than a line. A number and the word after it stay together. It measures a few texts for each line,
// because measuring takes long.
func Wrapped(s string, width, size float32) []string {
	var lines []string
	fits := func(text string) bool { return Measure(text, size, fyne.TextStyle{}) <= width }
	for rest := newPieces(s); ; {
		n := sort.Search(len(rest), func(n int) bool { return !fits(rest[:n+1].String()) })
		switch {
		case n == len(rest):
			return append(lines, rest.String())
		case n > 0:
			lines = append(lines, rest[:n].String())
			rest = rest[n:]
		default:
			word := []rune(rest[0].text)
			n := max(1, sort.Search(len(word), func(n int) bool { return !fits(string(word[:n+1])) }))
			lines = append(lines, string(word[:n]))
			rest[0].text = string(word[n:])
			if n == len(word) {
				rest = rest[1:]
			}
		}
	}
}

// WidestPiece returns the width of the widest part of a text in which Wrapped ends no line if it has room.
func WidestPiece(s string, size float32) (widest float32) {
	for _, p := range newPieces(s) {
		widest = max(widest, Measure(p.text, size, fyne.TextStyle{}))
	}
	return widest
}

var beforeUnit = regexp.MustCompile(`(^|\s)\d+ \D`)

// KeepUnits ends the lines of a text for the toolkit as Wrapped does, where the toolkit could separate a number from the word
// after it: it ends lines at any kind of space.
func KeepUnits(s string, width, size float32) string {
	if width <= 0 || !beforeUnit.MatchString(s) {
		return s
	}
	paragraphs := strings.Split(s, "\n")
	for i, p := range paragraphs {
		if beforeUnit.MatchString(p) {
			paragraphs[i] = strings.Join(Wrapped(p, width, size), "\n")
		}
	}
	return strings.Join(paragraphs, "\n")
}

// pieces are the parts of a text between which lines may end.
type pieces []piece

type piece struct {
	text   string
	spaced bool // a space precedes it, unless it begins a line
}

func newPieces(s string) (all pieces) {
	for _, word := range strings.FieldsFunc(WithBreakMarks(s), func(r rune) bool { return unicode.IsSpace(r) && r != '\r' }) {
		for i, text := range strings.Split(word, BreakMark) {
			if last := len(all) - 1; i == 0 && last >= 0 && isNumber(all[last].text) && !isNumber(text) {
				all[last].text += " " + text // such as a unit
				continue
			}
			all = append(all, piece{text, i == 0})
		}
	}
	return all
}

func isNumber(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
}

// String returns the pieces as one line.
func (p pieces) String() string {
	var line strings.Builder
	for i, each := range p {
		if each.spaced && i > 0 {
			line.WriteByte(' ')
		}
		line.WriteString(each.text)
	}
	return line.String()
}
