package views

import (
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/kit/style"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
)

// newCopiedBar says, while a secret is on the clipboard, for how long, with a button that ends it.
func newCopiedBar(w *window) (bar, time *fyne.Container) {
	left := control.NewText("", style.SizeText, fyne.TextStyle{})
	end := control.NewButton(lang.L("Clear Now"), control.ButtonDefault, w.copied.Clear)
	end.Hint = lang.L("Take the secret off the clipboard") + " (" + keyboard.Chord(shortcutClear()) + ")"
	end.Tips = w.tips
	end.OnKey = w.typedKey
	time = container.New(style.Centred{}, left)
	bar = container.NewHBox(time, style.Gap(4, 0), container.New(style.Centred{}, end), style.Gap(10, 0))
	bar.Hide()
	w.copied.onChange = func() {
		if !w.copied.Held() && end.Focused {
			w.focusBack()
		}
		style.Show(bar, w.copied.Held())
		left.Set(w.copied.text(), style.ColorSecondary)
		bar.Refresh()
	}
	w.copied.onChange()
	return bar, time
}

// text says how long the secret stays.
func (c *copied) text() string {
	left, ends := c.Left()
	if !ends {
		return lang.L("A secret is on the clipboard")
	}
	seconds := int(math.Ceil(left.Seconds()))
	return lang.N("Secret on the clipboard: {{.Seconds}} s", seconds, map[string]any{"Seconds": seconds})
}
