package style

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
)

// PlaceLine puts a line of text at x. Its baseline is where that of Latin text is that is centred vertically in height.
func PlaceLine(t *canvas.Text, x, height float32) {
	size := t.MinSize()
	t.Resize(size)
	t.Move(fyne.NewPos(x, (height-size.Height)/2-Lowered(t)))
}

// Lowered returns how far the toolkit draws the baseline of a line below that of Latin text. It makes room for the
// highest face of the line, but returns the metrics of the first face only. So Lowered measures what is drawn.
func Lowered(t *canvas.Text) float32 {
	theme, ours := fyne.CurrentApp().Settings().Theme().(*Theme)
	if t.FontSource != nil {
		return belowMiddle(t.TextSize, t.FontSource) - belowMiddle(t.TextSize, nil)
	}
	if !ours || !strings.ContainsFunc(t.Text, farEastern) {
		return 0
	}
	is := drawnAs{t.TextSize, t.TextStyle, pixelScale()}
	offsets, known := theme.baselines[is]
	if !known {
		offsets = is.measure('国')
		theme.baselines[is] = offsets
	}
	if strings.ContainsFunc(t.Text, func(r rune) bool { return !farEastern(r) }) {
		return offsets.mixed
	}
	return offsets.alone
}

// belowMiddle returns how far the baseline of Latin text is below its middle. A nil font is the theme's.
func belowMiddle(size float32, font fyne.Resource) float32 {
	box, baseline := fyne.CurrentApp().Driver().RenderedTextSize("H", size, fyne.TextStyle{}, font)
	return baseline - box.Height/2
}

func farEastern(r rune) bool { return r >= '\u2e80' }

// drawnAs is what the baseline of a line depends on.
type drawnAs struct {
	size  float32
	style fyne.TextStyle
	scale float32
}

// offsets are how far the baseline of a line with Latin characters in it, and of one without, is below that of Latin text.
type offsets struct{ mixed, alone float32 }

// measure draws a character of another face, and finds out where its first row of pixels is.
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

// inkTop returns the first row of an area in which something is drawn.
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
