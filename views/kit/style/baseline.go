package style

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
)

// PlaceLine puts a line of text at x, with its baseline where Latin text that is centred vertically in height has its
// own.
func PlaceLine(t *canvas.Text, x, height float32) {
	size := t.MinSize()
	t.Resize(size)
	t.Move(fyne.NewPos(x, (height-size.Height)/2-Lowered(t)))
}

// Lowered is how far below that of Latin text the baseline of a line is drawn. The toolkit draws a line as far down as
// the highest of its faces asks for, and tells the metrics of the first face alone.
func Lowered(t *canvas.Text) float32 {
	if t.FontSource != nil || !strings.ContainsFunc(t.Text, farEastern) {
		return 0
	}
	is := drawnAs{t.TextSize, t.TextStyle, pixelScale()}
	offsets, known := measured[is]
	if !known {
		offsets = is.measure('国')
		measured[is] = offsets
	}
	if strings.ContainsFunc(t.Text, func(r rune) bool { return !farEastern(r) }) {
		return offsets.mixed
	}
	return offsets.alone
}

func farEastern(r rune) bool { return r >= '\u2e80' }

// drawnAs is what the place of a line's baseline depends on.
type drawnAs struct {
	size  float32
	style fyne.TextStyle
	scale float32
}

// offsets are how far a baseline is below that of Latin text: of text with and without Latin characters in it.
type offsets struct{ mixed, alone float32 }

var measured = map[drawnAs]offsets{}

// measure draws a character of another face, and finds out where it is.
func (d drawnAs) measure(other rune) offsets {
	latin, both := d.draw("H"), d.draw("H"+string(other))
	width := latin.Bounds().Dx()
	rest := image.Rect(width, 0, both.Bounds().Dx(), both.Bounds().Dy())
	mixed := inkTop(both, latin.Bounds()) - inkTop(latin, latin.Bounds())
	alone := d.draw(string(other))
	return offsets{
		mixed: float32(mixed) / d.scale,
		alone: float32(mixed+inkTop(alone, alone.Bounds())-inkTop(both, rest)) / d.scale,
	}
}

func (d drawnAs) draw(text string) image.Image {
	c := software.NewTransparentCanvas()
	c.SetScale(d.scale)
	c.SetPadded(false)
	c.SetContent(&canvas.Text{Text: text, TextSize: d.size, TextStyle: d.style, Color: color.Black})
	return c.Capture()
}

// inkTop is the first row of an area in which something is drawn.
func inkTop(i image.Image, area image.Rectangle) int {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if _, _, _, alpha := i.At(x, y).RGBA(); alpha > 0x4000 {
				return y
			}
		}
	}
	return area.Max.Y
}

func pixelScale() float32 {
	if windows := fyne.CurrentApp().Driver().AllWindows(); len(windows) > 0 {
		return windows[0].Canvas().Scale()
	}
	return 1
}
