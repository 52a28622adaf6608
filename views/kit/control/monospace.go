package control

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

// Mono shows an access key ID or a secret in a monospaced face, in which O0 and Il1 differ. What does not
// fit on a line is shared evenly among as few lines as it takes.
//
// It draws each character of a secret on its own. The toolkit caches what it measures and draws by the
// text, for minutes: so no cache ever holds a secret. Anything else is drawn a line at a time, which is
// much faster.
type Mono struct {
	widget.BaseWidget
	Color fyne.ThemeColorName
	room  int // characters that fit on a line
	most  int // lines that fit
	Value []rune
	apart bool // each character is drawn on its own
	cells []*canvas.Text
	cell  fyne.Size
	face  fyne.Resource
}

// NewMono returns an empty text with room characters on a line, and most lines.
func NewMono(room, most int) *Mono {
	m := &Mono{Color: theme.ColorNameForeground, room: room, most: most, face: theme.DefaultTextMonospaceFont()}
	m.cell = m.newCell("0").MinSize()
	m.cell.Width = float32(math.Round(float64(m.cell.Width))) // drawn one by one, they are evenly spaced only at whole pixels
	m.ExtendBaseWidget(m)
	return m
}

// Fit changes how many characters fit on a line, and how many lines do.
func (m *Mono) Fit(room, most int) {
	if m.room == room && m.most == most {
		return
	}
	m.room, m.most = max(1, room), max(1, most)
	m.Refresh()
}

// Set shows another value, which is no secret; what was shown before is overwritten.
func (m *Mono) Set(value string, color fyne.ThemeColorName) { m.set(value, color, false) }

// SetSecret shows a secret; what was shown before is overwritten.
func (m *Mono) SetSecret(value string, color fyne.ThemeColorName) { m.set(value, color, true) }

func (m *Mono) set(value string, color fyne.ThemeColorName, apart bool) {
	if m.Color == color && m.apart == apart && m.shows(value) {
		return
	}
	m.apart = apart
	clear(m.Value)
	m.Value = m.Value[:0]
	for _, r := range value { // converting it would leave a copy on the stack
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

// Width is the room that a full line takes.
func (m *Mono) Width() float32 { return m.cell.Width * float32(m.room) }

// drawn is how many characters are, the last of them an ellipsis where that is not all.
func (m *Mono) drawn() int { return min(len(m.Value), m.room*m.most) }

func (m *Mono) lines() int { return max(1, (m.drawn()+m.room-1)/m.room) }

// perLine is how many characters stand on each line but the last.
func (m *Mono) perLine() int { return max(1, (m.drawn()+m.lines()-1)/m.lines()) }

// chunk is how many characters are drawn together: one of a secret's, else a line.
func (m *Mono) chunk() int {
	if m.apart {
		return 1
	}
	return m.perLine()
}

// AccessibilityLabel is the value, but a row of asterisks is not read out one by one.
func (m *Mono) AccessibilityLabel() string {
	value := string(m.Value)
	if strings.Trim(value, "*") == "" {
		return ""
	}
	return value
}

// AccessibilityRole is that of a text.
func (m *Mono) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is how Fyne draws it.
func (m *Mono) CreateRenderer() fyne.WidgetRenderer {
	m.fill()
	return &monoRenderer{mono: m}
}

func (m *Mono) newCell(text string) *canvas.Text {
	return &canvas.Text{Text: text, TextSize: style.SizeMono, FontSource: m.face, Color: style.Color(m, m.Color)}
}

// fill makes the cells show the value, and forgets those beyond it.
func (m *Mono) fill() {
	chunk, drawn := m.chunk(), m.drawn()
	count := (drawn + chunk - 1) / chunk
	for len(m.cells) > count {
		last := len(m.cells) - 1
		m.cells[last].Text = "" // the toolkit's caches hold on to it for a while
		m.cells[last] = nil
		m.cells = m.cells[:last]
	}
	color := style.Color(m, m.Color)
	for i := range count {
		text := together(m.Value[i*chunk : min((i+1)*chunk, drawn)])
		if i == count-1 && drawn < len(m.Value) {
			text = together(m.Value[i*chunk:drawn-1]) + "…"
		}
		if i == len(m.cells) {
			m.cells = append(m.cells, m.newCell(text))
			continue
		}
		m.cells[i].Text = text
		m.cells[i].Color = color
	}
}

// together is a string of runes. One of an ASCII character is always the same in memory: strings made one
// after another would lie there one after another, and so hold a whole secret.
func together(runes []rune) string {
	if len(runes) == 1 && runes[0] < utf8.RuneSelf {
		return string([]byte{byte(runes[0])})
	}
	return string(runes)
}

type monoRenderer struct{ mono *Mono }

func (r *monoRenderer) Destroy() {}

func (r *monoRenderer) MinSize() fyne.Size {
	m := r.mono
	return fyne.NewSize(m.Width(), m.cell.Height*float32(m.lines()))
}

func (r *monoRenderer) Layout(fyne.Size) {
	m := r.mono
	chunk, perLine := m.chunk(), m.perLine()
	for i, c := range m.cells {
		at := i * chunk
		c.Resize(fyne.NewSize(m.cell.Width*float32(chunk), m.cell.Height))
		c.Move(fyne.NewPos(float32(at%perLine)*m.cell.Width, float32(at/perLine)*m.cell.Height))
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
