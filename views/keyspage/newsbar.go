package keyspage

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

const (
	newsInset = float32(10) // from the bar's sides to what is in it
	newsPad   = float32(5)  // above its text and below
	newsGap   = float32(5)  // from the bar to the table
	newsLines = 6           // at most

	stressTime = 2 * time.Second
)

// newsBar says above the table that its list is not current, why, and what is done about it. Where
// there is no room for all of that, it says the beginning, and the rest where the pointer rests.
type newsBar struct {
	ground *control.Panel
	sign   *widget.Icon
	lines  [newsLines]*control.Text
	whole  *control.TipArea
	Again  *control.Button
	Object *fyne.Container

	What, why string
	stressed  func() // ends the wait before it looks as usual
	width     float32
	count     int
}

func newNewsBar(tips *control.Tips) *newsBar {
	b := &newsBar{
		ground: control.NewPanel(style.ColorTableHead),
		sign:   widget.NewIcon(theme.NewWarningThemedResource(theme.WarningIcon())),
		whole:  control.NewTipArea(tips),
		Again:  control.NewButton(lang.L("Try Now"), control.ButtonDefault, nil),

		stressed: func() {},
	}
	b.ground.Stroke, b.ground.Rect.StrokeWidth, b.ground.Rect.CornerRadius = style.ColorBorder, 1, 6
	objects := []fyne.CanvasObject{b.ground, b.sign}
	for i := range b.lines {
		b.lines[i] = control.NewText("", style.SizeText, fyne.TextStyle{})
		objects = append(objects, b.lines[i])
	}
	b.Object = container.New(b, append(objects, b.whole, b.Again)...)
	b.Object.Hide()
	return b
}

// Show says what is the matter, and why; nothing hides it.
func (b *newsBar) Show(what, why string) {
	style.Show(b.Object, what != "")
	if b.What == what && b.why == why {
		return
	}
	b.What, b.why, b.width = what, why, 0
	b.whole.Set(what + "\n" + why)
}

// Stress draws the eye to it for a moment.
func (b *newsBar) Stress(after func(time.Duration, func()) (stop func())) {
	b.stressed()
	draw := func(stroke fyne.ThemeColorName, width float32) {
		b.ground.Stroke, b.ground.Rect.StrokeWidth = stroke, width
		b.ground.Refresh()
	}
	draw(theme.ColorNamePrimary, 2)
	b.stressed = after(stressTime, func() { draw(style.ColorBorder, 1) })
}

// Stressed tells whether the eye is drawn to it.
func (b *newsBar) Stressed() bool { return b.ground.Rect.StrokeWidth > 1 }

// Offer says what its button does.
func (b *newsBar) Offer(what string) {
	if b.Again.Text != what {
		b.Again.SetText(what)
		b.width = 0
	}
}

// Text is all that it says.
func (b *newsBar) Text() string { return b.What + "\n" + b.why }

// Fit fills it in a width, in no more height than there is to spare, but on one line at least. It returns the
// height that it takes, the gap below included.
func (b *newsBar) Fit(width, spare float32) float32 {
	if !b.Object.Visible() {
		return 0
	}
	most := min(max(1, int((spare-newsGap-2*newsPad)/style.LineHeight)), newsLines)
	if width != b.width || most != b.count {
		b.width, b.count = width, most
		b.fill(width-4*newsInset-control.IconSize-b.Again.MinSize().Width, most)
	}
	return b.height() + newsGap
}

func (b *newsBar) fill(width float32, most int) {
	lines := append(style.Wrapped(b.What, width, style.SizeText), style.Wrapped(b.why, width, style.SizeText)...)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = style.Wrapped(lines[most-1], width-style.Measure("…", style.SizeText, fyne.TextStyle{}), style.SizeText)[0] + "…"
	}
	for i, line := range b.lines {
		value := ""
		if i < len(lines) {
			value = lines[i]
		}
		style.Show(line, value != "")
		line.Set(value, theme.ColorNameForeground)
	}
}

func (b *newsBar) height() float32 {
	lines := 0
	for _, line := range b.lines {
		if line.Visible() {
			lines++
		}
	}
	return max(float32(lines)*style.LineHeight+2*newsPad, control.ButtonHeight)
}

// MinSize is the least that it can be made.
func (b *newsBar) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, control.ButtonHeight)
}

// Layout places sign, text and button from left to right.
func (b *newsBar) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b.ground.Resize(size)
	b.sign.Resize(fyne.NewSquareSize(control.IconSize))
	style.Place(b.sign, newsInset, size.Height)
	left, again := 2*newsInset+control.IconSize, b.Again.MinSize().Width
	top := (size.Height - b.height()) / 2
	spare := (size.Height - control.ButtonHeight) / 2
	for i, line := range b.lines {
		style.PlaceAround(line, left, top+max(newsPad, (control.ButtonHeight-style.LineHeight)/2)+(float32(i)+0.5)*style.LineHeight)
	}
	b.whole.Resize(fyne.NewSize(size.Width-again-newsInset, size.Height))
	b.Again.Resize(fyne.NewSize(again, control.ButtonHeight))
	b.Again.Move(fyne.NewPos(size.Width-again-min(newsInset, spare), spare))
}
