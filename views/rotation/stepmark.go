package rotation

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/rotation"
	"accesskeys/assets"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

// markSize is the size of a step's mark.
const markSize = float32(16)

// mark is the icon before a step's name, and the word that says the same.
type mark struct {
	word  string
	icon  string
	color fyne.ThemeColorName
	bold  bool
}

// markOf returns the mark of a step. Marks differ in shape too, not only in colour.
func markOf(s *rotation.State, step rotation.Step) mark {
	switch {
	case s.Complete() || s.Done(step):
		return mark{word: lang.X("step.done", "Done"), icon: "confirm", color: style.ColorDotGreen}
	case step == s.Step && s.Halt() != "":
		return mark{word: lang.X("step.stopped", "Stopped"), icon: "warning", color: style.ColorDotOrange, bold: true}
	case step == s.Step:
		return mark{word: lang.X("step.now", "Now"), icon: "chevronright", color: theme.ColorNamePrimary, bold: true}
	}
	return mark{word: lang.X("step.later", "To do"), icon: "clock", color: style.ColorDotGrey}
}

// stepRow returns the row of a step: its mark, its number and name, and its status in a word.
func stepRow(number int, name string, m mark) fyne.CanvasObject {
	icon := widget.NewIcon(theme.NewColoredResource(assets.Drawn(m.icon), m.color))
	sign := container.NewGridWrap(fyne.NewSquareSize(markSize), icon)
	title := text.New(strconv.Itoa(number)+". "+name, style.SizeText, fyne.TextStyle{Bold: m.bold})
	state := text.New(m.word, style.SizeText, fyne.TextStyle{})
	state.Set(m.word, style.ColorSecondary)
	return container.NewBorder(nil, nil,
		container.NewHBox(container.New(style.Centred{}, sign), container.New(style.Centred{}, title)),
		container.NewHBox(container.New(style.Centred{}, state), style.Gap(6, 24)))
}
