package shell

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/clipboardguard"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/kit/style"
)

// newCopiedBar says, while a secret is on the clipboard, for how long, with a button that ends it.
func newCopiedBar(w *window) (bar, time *fyne.Container) {
	left := control.NewText("", style.SizeText, fyne.TextStyle{})
	end := control.NewButton(lang.L("Clear Now"), control.ButtonDefault, w.clipboard.Clear)
	end.Hint = lang.L("Take the secret off the clipboard") + " (" + keyboard.Chord(shortcutClear()) + ")"
	end.Tips = w.page.Tips
	time = container.New(style.Centred{}, left)
	bar = container.NewHBox(time, style.Gap(4, 0), container.New(style.Centred{}, end), style.Gap(10, 0))
	bar.Hide()
	w.clipboard.OnChange = func() {
		if !w.clipboard.Held() && end.Focused {
			w.input.focusBack()
		}
		style.Show(bar, w.clipboard.Held())
		left.Set(timeLeft(w.clipboard), style.ColorSecondary)
		bar.Refresh()
	}
	w.clipboard.OnChange()
	return bar, time
}

// timeLeft says how long the secret stays.
func timeLeft(c *clipboardguard.Guard) string {
	left, ends := c.Left()
	if !ends {
		return lang.L("A secret is on the clipboard")
	}
	seconds := int(math.Ceil(left.Seconds()))
	return lang.N("Secret on the clipboard: {{.Seconds}} s", seconds, map[string]any{"Seconds": seconds})
}
