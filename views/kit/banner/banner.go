// Package banner provides the bar above a page's content that tells what is wrong with the content, or what is to be
// done.
package banner

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/tooltip"
)

const (
	inset    = float32(10) // between the bar's sides and its contents
	pad      = float32(6)  // above and below its text
	leastPad = float32(2)  // where there is not enough room
	least    = float32(36) // the height of a bar that has room for one line of text only
	Gap      = float32(5)  // between the bar and the table
	maxLines = 6

	highlightTime = 2 * time.Second
)

// Bar tells that the content below it is not current, why, and what is done about it. It can instead remind of something
// that is to be done soon. Where there is not enough room, the text is cut, and a tooltip and the button More show all of
// it.
type Bar struct {
	ground *surface.Panel
	sign   *widget.Icon
	lines  [maxLines]*text.Text
	tip    *tooltip.Area   // shows the text that was cut
	More   *control.Button // shows the text that was cut
	Action *control.Button // does what is most likely to help
	Other  *control.Button // does what else may help
	Object *fyne.Container

	Message, reason string
	stopTimer       func()  // stops the timer that ends the highlight
	width           float32 // for which the lines were filled
	count           int     // lines that there was room for then
	spare           float32 // the most that its height and the gap below it may be
}

// New returns a hidden bar.
func New(tips *tooltip.Tips) *Bar {
	b := &Bar{
		ground:    surface.NewPanel(style.ColorTableHead),
		sign:      widget.NewIcon(style.WarningSign()),
		tip:       tooltip.NewArea(tips),
		More:      control.NewButton(lang.L("More"), control.ButtonLink, nil),
		Action:    control.NewButton(lang.L("Try Now"), control.ButtonDefault, nil),
		stopTimer: func() {},
		Other:     control.NewButton("", control.ButtonLink, nil),
	}
	b.More.Low, b.Action.Low, b.Other.Low = true, true, true
	b.More.Hide()
	b.Other.Hide()
	b.ground.Stroke, b.ground.Rect.StrokeWidth, b.ground.Rect.CornerRadius = style.ColorBorder, 1, 6
	objects := []fyne.CanvasObject{b.ground, b.sign}
	for i := range b.lines {
		b.lines[i] = text.New("", style.SizeText, fyne.TextStyle{})
		objects = append(objects, b.lines[i])
	}
	b.Object = container.New(b, append(objects, b.tip, b.More, b.Action, b.Other)...)
	b.Object.Hide()
	return b
}

// Show shows a message and its reason. An empty message hides the bar.
func (b *Bar) Show(what, why string) {
	style.Show(b.Object, what != "")
	if what == "" {
		b.endHighlight()
	}
	if b.Message == what && b.reason == why {
		return
	}
	b.Message, b.reason, b.width = what, why, 0
}

// Highlight highlights the bar for a moment. Its edge gets the colour of its sign: an edge like the focus ring would look as
// if the bar had the keyboard too.
func (b *Bar) Highlight(after func(time.Duration, func()) (stop func())) {
	b.stopTimer()
	b.setEdge(theme.ColorNameWarning, 2)
	b.stopTimer = after(highlightTime, b.endHighlight)
}

func (b *Bar) endHighlight() {
	if b.Highlighted() {
		b.stopTimer()
		b.setEdge(style.ColorBorder, 1)
	}
}

func (b *Bar) setEdge(stroke fyne.ThemeColorName, width float32) {
	b.ground.Stroke, b.ground.Rect.StrokeWidth = stroke, width
	b.ground.Refresh()
}

// Highlighted reports whether the bar is highlighted.
func (b *Bar) Highlighted() bool { return b.ground.Rect.StrokeWidth > 1 }

// Offer sets the labels of the bar's buttons. If other is empty, there is one button. A reminder tells of no trouble, so
// that it has a clock for an icon instead of a warning sign.
func (b *Bar) Offer(action, other string, reminder bool) {
	if b.Action.Text == action && b.Other.Text == other {
		return
	}
	b.endHighlight() // it was for another message
	b.Action.Kind = control.ButtonDefault
	b.sign.SetResource(style.WarningSign())
	if reminder {
		b.Action.Kind = control.ButtonLink
		b.sign.SetResource(theme.NewColoredResource(assets.ClockIcon(), style.ColorDotOrange))
	}
	b.Action.SetText(action)
	b.Other.SetText(other)
	style.Show(b.Other, other != "")
	b.width = 0
}

// Text returns the message and its reason.
func (b *Bar) Text() string { return strings.TrimSpace(b.Message + "\n" + b.reason) }

// HeightOf returns the least height of a bar with lines of text, including the gap below it. One line is as high as two, so that
// the rows below stay where they are when what the bar says changes.
func HeightOf(lines int) float32 { return float32(max(lines, 2))*style.LineHeight + 2*leastPad + Gap }

// Fit fills the bar for a width. It uses no more than the spare height, but at least one line. It returns the height of
// the bar including the gap below it.
func (b *Bar) Fit(width, spare float32) float32 {
	if !b.Object.Visible() {
		return 0
	}
	b.spare = spare
	most := min(max(1, int((spare-2*leastPad-Gap)/style.LineHeight)), maxLines)
	if width != b.width || most != b.count {
		b.width, b.count = width, most
		b.More.Hide()
		lines := b.wrapped()
		if len(lines) > most {
			b.More.Show()
			if lines = b.wrapped(); !b.goesOn() || len(style.Wrapped(b.Message, b.textWidth(), style.SizeText)) >= most {
				lines = style.Wrapped(b.paragraph(), b.textWidth(), style.SizeText) // the last line is full where it is cut
			}
		}
		b.fill(lines, most, b.More.Visible())
	}
	return b.height() + Gap
}

// wrapped returns the lines of the text beside the visible buttons.
func (b *Bar) wrapped() []string {
	width := b.textWidth()
	lines := style.Wrapped(b.Message, width, style.SizeText)
	if b.reason != "" {
		lines = append(lines, style.Wrapped(b.reason, width, style.SizeText)...)
	}
	return lines
}

// paragraph returns the message and its reason in one paragraph, unless the message is about what goes on: the reason is one of
// before.
func (b *Bar) paragraph() string {
	if b.reason == "" || b.goesOn() {
		return b.Message
	}
	return lang.L("{{.First}} {{.Second}}", map[string]any{"First": b.Message, "Second": b.reason})
}

// goesOn reports whether the message is about what goes on.
func (b *Bar) goesOn() bool { return strings.HasSuffix(b.Message, "…") }

func (b *Bar) textWidth() float32 { return b.width - 4*inset - control.IconSize - b.buttonsWidth() }

// fill shows lines of text, and cuts them if there are more than most. cut is whether they are not all that there is to read.
func (b *Bar) fill(lines []string, most int, cut bool) {
	tip := ""
	if cut {
		tip = b.Text()
	}
	if len(lines) > most {
		lines = lines[:most]
		last := style.Wrapped(lines[most-1], b.textWidth()-style.Measure("…", style.SizeText, fyne.TextStyle{}), style.SizeText)[0]
		lines[most-1] = strings.TrimRight(last, ".。…:：") + "…"
	}
	b.tip.Set(tip)
	style.Show(b.tip, tip != "")
	for i, line := range b.lines {
		value := ""
		if i < len(lines) {
			value = lines[i]
		}
		style.Show(line, value != "")
		line.Set(value, theme.ColorNameForeground)
	}
}

func (b *Bar) height() float32 {
	if b.count == 1 {
		return least
	}
	tight := HeightOf(b.lineCount()) - Gap
	return max(tight, min(tight+2*(pad-leastPad), b.spare-Gap))
}

func (b *Bar) lineCount() (count int) {
	for _, line := range b.lines {
		if line.Visible() {
			count++
		}
	}
	return count
}

// MinSize implements fyne.Layout.
func (b *Bar) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, least)
}

// Layout places icon, text and buttons from left to right.
func (b *Bar) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b.ground.Resize(size)
	b.sign.Resize(fyne.NewSquareSize(control.IconSize))
	style.Place(b.sign, inset, size.Height)
	left := 2*inset + control.IconSize
	top := (size.Height - float32(b.lineCount())*style.LineHeight) / 2
	for i, line := range b.lines {
		style.PlaceAround(line, left, top+(float32(i)+0.5)*style.LineHeight)
	}
	b.tip.Resize(fyne.NewSize(size.Width-b.buttonsWidth()-inset, size.Height))
	spare := (size.Height - b.Action.MinSize().Height) / 2
	x := size.Width - b.buttonsWidth() - min(inset, spare)
	for _, each := range b.buttons() {
		each.Resize(each.MinSize())
		each.Move(fyne.NewPos(x, spare))
		x += each.Size().Width + Gap
	}
}

// buttons returns the visible buttons from left to right.
func (b *Bar) buttons() []*control.Button {
	return slices.DeleteFunc([]*control.Button{b.More, b.Action, b.Other}, func(each *control.Button) bool { return !each.Visible() })
}

func (b *Bar) buttonsWidth() float32 {
	width := -Gap
	for _, each := range b.buttons() {
		width += each.MinSize().Width + Gap
	}
	return width
}
