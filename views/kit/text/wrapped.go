package text

import (
	"cmp"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/go-text/typesetting/segmenter"

	"accesskeys/views/kit/style"
)

// Wrapped is a label whose text wraps, also between Chinese characters.
type Wrapped struct {
	widget.Label
	lowered func(line *canvas.Text) float32 // returns how much lower than a Latin text the toolkit draws a line
}

// NewWrapped returns a text that wraps.
func NewWrapped(s string) *Wrapped {
	w := &Wrapped{lowered: style.Lowered}
	w.Wrapping = fyne.TextWrapWord
	w.Text = withBreakMarks(s)
	w.ExtendBaseWidget(w)
	return w
}

// SetText replaces the text.
func (w *Wrapped) SetText(s string) { w.Label.SetText(withBreakMarks(s)) }

// CreateRenderer implements fyne.Widget.
func (w *Wrapped) CreateRenderer() fyne.WidgetRenderer {
	return &wrappedRenderer{w.Label.CreateRenderer(), w}
}

// wrappedRenderer draws a text of another face higher than the toolkit does, so that its baselines are those of Latin text.
type wrappedRenderer struct {
	fyne.WidgetRenderer
	text *Wrapped
}

// Layout implements fyne.WidgetRenderer.
func (r *wrappedRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.raise()
}

// Refresh implements fyne.WidgetRenderer.
func (r *wrappedRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.raise()
}

func (r *wrappedRenderer) raise() {
	size := r.text.Theme().Size(cmp.Or(r.text.SizeName, theme.SizeNameText))
	line := &canvas.Text{Text: r.text.AccessibilityLabel(), TextSize: size, TextStyle: r.text.TextStyle}
	at := fyne.NewPos(0, -r.text.lowered(line))
	for _, o := range r.Objects() {
		if o.Position() != at {
			o.Move(at)
		}
	}
}

// AccessibilityLabel returns the text without the marks for line breaks.
func (w *Wrapped) AccessibilityLabel() string {
	return strings.ReplaceAll(w.Text, breakMark, "")
}

// breakMark marks a place where a line may end between two characters. The toolkit ends lines only at white space, of
// which it draws this character as nothing.
const breakMark = "\r"

// withBreakMarks returns a text with a mark wherever a line may end beside a Chinese character, by Unicode's rules (UAX
// #14). The toolkit takes a run of Chinese characters for one word, and would end a line anywhere in it, such as before
// a comma.
func withBreakMarks(s string) string {
	if !strings.ContainsFunc(s, isChinese) {
		return s
	}
	var rules segmenter.Segmenter
	rules.Init([]rune(s))
	var marked strings.Builder
	var last rune
	for lines := rules.LineIterator(); lines.Next(); {
		text := lines.Line().Text
		if first := text[0]; last != 0 && !unicode.IsSpace(last) && !unicode.IsSpace(first) && (isChinese(last) || isChinese(first)) {
			marked.WriteString(breakMark)
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
