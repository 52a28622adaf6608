package text

import (
	"math"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

// Mono shows an access key ID or a secret in a monospaced typeface, in which O0 and Il1 differ. A value that is too
// long for one line is divided evenly among as few lines as possible.
//
// Mono draws each character of a secret on its own. The toolkit keeps the texts that it measures and draws in caches
// for minutes; this way no cache ever holds a secret. Other values are drawn a line at a time, which is much faster.
type Mono struct {
	widget.BaseWidget
	Color        fyne.ThemeColorName
	Name         string // read out before the value; may be empty
	columns      int    // how many characters fit on a line
	maxLines     int    // how many lines fit
	Value        []rune
	perCharacter bool // each character is drawn on its own
	cells        []*canvas.Text
	Cell         fyne.Size // the size of a character
	face         fyne.Resource
}

// NewMono returns an empty text with room for room characters on a line and for most lines.
func NewMono(room, most int) *Mono {
	m := &Mono{Color: theme.ColorNameForeground, columns: room, maxLines: most, face: theme.DefaultTextMonospaceFont()}
	m.Cell = m.newCell("0").MinSize()
	m.Cell.Width = float32(math.Round(float64(m.Cell.Width))) // characters drawn one by one are evenly spaced only at whole pixels
	m.ExtendBaseWidget(m)
	return m
}

// Fit changes how many characters fit on a line, and how many lines do.
func (m *Mono) Fit(room, most int) {
	if m.columns == room && m.maxLines == most {
		return
	}
	m.columns, m.maxLines = max(1, room), max(1, most)
	m.Refresh()
}

// Set shows a value that is not a secret. The previous value is overwritten in memory.
func (m *Mono) Set(value string, color fyne.ThemeColorName) { m.set(value, color, false) }

// SetSecret shows a secret. The previous value is overwritten in memory.
func (m *Mono) SetSecret(value string, color fyne.ThemeColorName) { m.set(value, color, true) }

func (m *Mono) set(value string, color fyne.ThemeColorName, apart bool) {
	if m.Color == color && m.perCharacter == apart && m.shows(value) {
		return
	}
	m.perCharacter = apart
	clear(m.Value)
	m.Value = m.Value[:0]
	for _, r := range value { // []rune(value) would leave a copy on the stack
		m.Value = append(m.Value, r)
	}
	m.Color = color
	m.Refresh()
}

func (m *Mono) shows(value string) bool {
	i := 0
	for _, r := range value {
		if i >= len(m.Value) || m.Value[i] != r {
			return false
		}
		i++
	}
	return i == len(m.Value)
}

// Width returns the width of a full line.
func (m *Mono) Width() float32 { return m.Cell.Width * float32(m.columns) }

// Drawn returns the size of what is drawn of the value.
func (m *Mono) Drawn() fyne.Size {
	return fyne.NewSize(m.Cell.Width*float32(min(m.perLine(), m.drawnCount())), m.Cell.Height*float32(m.lineCount()))
}

// drawnCount returns how many characters are drawn. If the value is longer, the last of them is an ellipsis.
func (m *Mono) drawnCount() int { return min(len(m.Value), m.columns*m.maxLines) }

func (m *Mono) lineCount() int { return max(1, (m.drawnCount()+m.columns-1)/m.columns) }

// perLine returns how many characters are on each line but the last.
func (m *Mono) perLine() int { return max(1, (m.drawnCount()+m.lineCount()-1)/m.lineCount()) }

// chunkSize returns how many characters are drawn together: one for a secret, otherwise a line.
func (m *Mono) chunkSize() int {
	if m.perCharacter {
		return 1
	}
	return m.perLine()
}

// AccessibilityLabel returns the name and the value, or nothing for a mask, whose asterisks would be read out one by one.
func (m *Mono) AccessibilityLabel() string {
	value := string(m.Value)
	switch {
	case strings.Trim(value, "*") == "":
		return ""
	case m.Name != "":
		return m.Name + ": " + value
	}
	return value
}

// AccessibilityRole returns the role of a text.
func (m *Mono) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (m *Mono) CreateRenderer() fyne.WidgetRenderer {
	m.fill()
	return &monoRenderer{mono: m}
}

func (m *Mono) newCell(text string) *canvas.Text {
	return &canvas.Text{Text: text, TextSize: style.SizeMono, FontSource: m.face, Color: style.Color(m, m.Color)}
}

// fill sets the cells to the value, and drops the cells beyond its end.
func (m *Mono) fill() {
	chunk, drawn := m.chunkSize(), m.drawnCount()
	count := (drawn + chunk - 1) / chunk
	for len(m.cells) > count {
		last := len(m.cells) - 1
		m.cells[last].Text = "" // the toolkit's caches keep the cell for a while
		m.cells[last] = nil
		m.cells = m.cells[:last]
	}
	color := style.Color(m, m.Color)
	for i := range count {
		text := joinRunes(m.Value[i*chunk : min((i+1)*chunk, drawn)])
		if i == count-1 && drawn < len(m.Value) {
			text = joinRunes(m.Value[i*chunk:drawn-1]) + "…"
		}
		if i == len(m.cells) {
			m.cells = append(m.cells, m.newCell(text))
			continue
		}
		m.cells[i].Text = text
		m.cells[i].Color = color
	}
}

// joinRunes returns runes as a string. For a single ASCII character, Go returns a string from a static table. Strings
// allocated one after another would lie next to each other in memory, and so hold a whole secret.
func joinRunes(runes []rune) string {
	if len(runes) == 1 && runes[0] < utf8.RuneSelf {
		return string([]byte{byte(runes[0])})
	}
	return string(runes)
}

type monoRenderer struct{ mono *Mono }

func (r *monoRenderer) Destroy() {}

func (r *monoRenderer) MinSize() fyne.Size {
	m := r.mono
	return fyne.NewSize(m.Width(), m.Cell.Height*float32(m.lineCount()))
}

func (r *monoRenderer) Layout(fyne.Size) {
	m := r.mono
	chunk, perLine := m.chunkSize(), m.perLine()
	for i, c := range m.cells {
		at := i * chunk
		c.Resize(fyne.NewSize(m.Cell.Width*float32(chunk), m.Cell.Height))
		c.Move(fyne.NewPos(float32(at%perLine)*m.Cell.Width, float32(at/perLine)*m.Cell.Height))
	}
}

func (r *monoRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.mono.cells))
	for i, c := range r.mono.cells {
		objects[i] = c
	}
	return objects
}

func (r *monoRenderer) Refresh() {
	r.mono.fill()
	r.Layout(r.mono.Size())
	canvas.Refresh(r.mono)
}
