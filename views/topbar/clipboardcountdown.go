package topbar

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/assets"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
)

// ShortcutClear takes a copied secret off the clipboard.
func ShortcutClear() *desktop.CustomShortcut {
	return press.Command(fyne.KeyX, fyne.KeyModifierShift)
}

// copied says what secret is on the clipboard and for how long: in words, or by an icon where there is no room for them.
type copied struct {
	whole  *control.Text
	brief  *control.Text // the seconds
	icon   *fyne.Container
	tip    *control.TipArea
	Object *fyne.Container
}

func newCopied(tips *control.Tips) *copied {
	c := &copied{whole: control.NewText("", style.SizeText, fyne.TextStyle{}), brief: control.NewText("", style.SizeText, fyne.TextStyle{}),
		tip: control.NewTipArea(tips)}
	icon := widget.NewIcon(theme.NewColoredResource(assets.ClipboardIcon(), style.ColorSecondary))
	c.icon = container.NewStack(container.NewHBox(icon, container.New(style.Centred{}, c.brief)), c.tip)
	c.Object = container.NewHBox(container.New(style.Centred{}, c.whole), container.New(style.Centred{}, c.icon))
	c.say(true)
	return c
}

// say has it tell in words, or not.
func (c *copied) say(inWords bool) {
	style.Show(c.Object.Objects[0], inWords)
	style.Show(c.Object.Objects[1], !inWords)
}

// update tells what is so now.
func (c *copied) update(guard *clipboardguard.Guard) {
	whole := timeLeft(guard)
	c.whole.Set(whole, style.ColorSecondary)
	c.tip.Set(whole)
	brief := ""
	if left, ends := guard.Left(); ends {
		brief = lang.L("{{.Seconds}} s", map[string]any{"Seconds": secondsOf(left)})
	}
	c.brief.Set(brief, style.ColorSecondary)
}

// onClipboard tells of the secret on the clipboard while there is one, with a button that takes it away.
func (b *Bar) onClipboard() (bar *fyne.Container, told *copied) {
	told = newCopied(b.win.Tips)
	end := control.NewButton(lang.L("Clear Now"), control.ButtonDefault, b.clipboard.ClearNow)
	end.Tips = b.win.Tips
	bar = container.NewHBox(told.Object, style.Gap(4, 0), container.New(style.Centred{}, end), style.Gap(10, 0))
	bar.Hide()
	b.clipboard.OnChange = func() {
		if !b.clipboard.Held() && end.Focused {
			b.host.FocusBack()
		}
		style.Show(bar, b.clipboard.Held())
		told.update(b.clipboard)
		end.Hint = clearHint(b.clipboard.Name())
		bar.Refresh()
	}
	b.clipboard.OnChange()
	return bar, told
}

// clearHint says what the button does, and what is on the clipboard: in a narrow window, nothing else does.
func clearHint(name string) string {
	hint := lang.L("Clear copied secret") + " (" + press.Chord(ShortcutClear()) + ")"
	if name == "" {
		return hint
	}
	return hint + "\n" + lang.L("On the clipboard: {{.Name}}", map[string]any{"Name": name})
}

func secondsOf(left time.Duration) int { return int(math.Ceil(left.Seconds())) }

// timeLeft says how long the secret stays.
func timeLeft(c *clipboardguard.Guard) string {
	left, ends := c.Left()
	seconds := secondsOf(left)
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
