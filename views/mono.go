package views

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const monoLines = 3 // at most: more do not fit into a row

// mono shows an access key ID or a secret in a monospaced face, in which O0 and Il1 differ, on as many
// lines of perLine characters as it takes.
//
// It draws each character on its own. The toolkit caches what it measures and draws by the text, for
// minutes: so no cache ever holds a secret, and the characters of the IDs on screen have already paid
// for the first drawing of a secret's.
type mono struct {
	widget.BaseWidget
	Color   fyne.ThemeColorName
	perLine int
	value   []rune
	cells   []*canvas.Text
	cell    fyne.Size
	face    fyne.Resource
}

func newMono(perLine int) *mono {
	m := &mono{Color: theme.ColorNameForeground, perLine: perLine, face: theme.DefaultTextMonospaceFont()}
	m.cell = m.newCell('0').MinSize()
	m.cell.Width = float32(math.Round(float64(m.cell.Width))) // even spacing wants whole pixels
	m.ExtendBaseWidget(m)
	return m
}

// Set shows another value; what was shown before is overwritten.
func (m *mono) Set(value string, color fyne.ThemeColorName) {
	if m.Color == color && m.shows(value) {
		return
	}
	clear(m.value)
	m.value = append(m.value[:0], []rune(value)...)
	if most := m.perLine * monoLines; len(m.value) > most {
		clear(m.value[most:])
		m.value = append(m.value[:most-1], '…')
	}
	m.Color = color
	m.Refresh()
}

func (m *mono) shows(value string) bool {
	i := 0
	for _, r := range value {
		if i >= len(m.value) || m.value[i] != r {
			return false
		}
		i++
	}
	return i == len(m.value)
}

// Width is the room that a full line takes.
func (m *mono) Width() float32 { return m.cell.Width * float32(m.perLine) }

// AccessibilityLabel is the value, but a row of asterisks is not read out one by one.
func (m *mono) AccessibilityLabel() string {
	value := string(m.value)
	if strings.Trim(value, "*") == "" {
		return ""
	}
	return value
}

// AccessibilityRole is that of a text.
func (m *mono) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is how Fyne draws it.
func (m *mono) CreateRenderer() fyne.WidgetRenderer {
	m.fill()
	return &monoRenderer{mono: m}
}

func (m *mono) newCell(r rune) *canvas.Text {
	return &canvas.Text{Text: string(r), TextSize: sizeMono, FontSource: m.face, Color: themeColor(m, m.Color)}
}

// fill makes the cells show the value, and forgets those beyond it.
func (m *mono) fill() {
	if len(m.cells) > len(m.value) {
		clear(m.cells[len(m.value):])
		m.cells = m.cells[:len(m.value)]
	}
	color := themeColor(m, m.Color)
	for i, r := range m.value {
		if i == len(m.cells) {
			m.cells = append(m.cells, m.newCell(r))
			continue
		}
		m.cells[i].Text = string(r)
		m.cells[i].Color = color
	}
}

func (m *mono) lines() int {
	return max(1, (len(m.value)+m.perLine-1)/m.perLine)
}

type monoRenderer struct{ mono *mono }

func (r *monoRenderer) Destroy() {}

func (r *monoRenderer) MinSize() fyne.Size {
	m := r.mono
	return fyne.NewSize(m.Width(), m.cell.Height*float32(m.lines()))
}

func (r *monoRenderer) Layout(fyne.Size) {
	m := r.mono
	for i, c := range m.cells {
		c.Resize(m.cell)
		c.Move(fyne.NewPos(float32(i%m.perLine)*m.cell.Width, float32(i/m.perLine)*m.cell.Height))
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
