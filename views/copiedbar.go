package views

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
)

// newCopiedBar says, while a secret is on the clipboard, for how long, with a button that ends it.
func newCopiedBar(w *window) (bar, time *fyne.Container) {
	left := newText("", sizeText, fyne.TextStyle{})
	end := newButton(lang.L("Clear Now"), buttonDefault, w.copied.Clear)
	end.Hint = lang.L("Take the secret off the clipboard") + " (" + chord(shortcutClear()) + ")"
	end.tips = w.tips
	end.OnKey = w.typedKey
	time = container.New(centred{}, left)
	bar = container.NewHBox(time, gap(4, 0), container.New(centred{}, end), gap(10, 0))
	bar.Hide()
	w.copied.onChange = func() {
		if !w.copied.Held() && end.focused {
			w.focusBack()
		}
		show(bar, w.copied.Held())
		left.Set(w.copied.text(), colorSecondary)
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
