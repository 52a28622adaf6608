package topbar

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/clipboardguard"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/kit/style"
)

// ShortcutClear takes a copied secret off the clipboard.
func ShortcutClear() *desktop.CustomShortcut {
	return keyboard.Command(fyne.KeyX, fyne.KeyModifierShift)
}

// copied says, while a secret is on the clipboard, for how long, with a button that ends it.
func (b *Bar) copied() (bar, time *fyne.Container) {
	left := control.NewText("", style.SizeText, fyne.TextStyle{})
	end := control.NewButton(lang.L("Clear Now"), control.ButtonDefault, b.clipboard.Clear)
	end.Tips = b.win.Tips
	time = container.New(style.Centred{}, left)
	bar = container.NewHBox(time, style.Gap(4, 0), container.New(style.Centred{}, end), style.Gap(10, 0))
	bar.Hide()
	b.clipboard.OnChange = func() {
		if !b.clipboard.Held() && end.Focused {
			b.host.FocusBack()
		}
		style.Show(bar, b.clipboard.Held())
		left.Set(timeLeft(b.clipboard), style.ColorSecondary)
		end.Hint = clearHint(b.clipboard.Name())
		bar.Refresh()
	}
	b.clipboard.OnChange()
	return bar, time
}

// clearHint says what the button does, and what is on the clipboard: in a narrow window, nothing else does.
func clearHint(name string) string {
	hint := lang.L("Clear copied secret") + " (" + keyboard.Chord(ShortcutClear()) + ")"
	if name == "" {
		return hint
	}
	return hint + "\n" + lang.L("On the clipboard: {{.Name}}", map[string]any{"Name": name})
}

// timeLeft says how long the secret stays.
func timeLeft(c *clipboardguard.Guard) string {
	left, ends := c.Left()
	seconds := int(math.Ceil(left.Seconds()))
	about := map[string]any{"Name": c.Name(), "Seconds": seconds}
	switch named := c.Name() != ""; {
	case named && ends:
		return lang.N("{{.Name}} on the clipboard: {{.Seconds}} s", seconds, about)
	case named:
		return lang.L("On the clipboard: {{.Name}}", about)
	case ends:
		return lang.N("Secret on the clipboard: {{.Seconds}} s", seconds, about)
	}
	return lang.L("A secret is on the clipboard")
}
