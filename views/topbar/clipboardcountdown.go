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
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/tooltip"
)

// ShortcutClear returns the shortcut that clears a copied secret from the clipboard.
func ShortcutClear() *desktop.CustomShortcut {
	return press.Command(fyne.KeyX, fyne.KeyModifierShift)
}

// countdown says which secret is on the clipboard and for how long: in words, or as an icon with seconds if there is no
// room for words.
type countdown struct {
	whole  *text.Text
	brief  *text.Text // the seconds
	icon   *fyne.Container
	tip    *tooltip.Area
	Object *fyne.Container
}

func newCountdown(tips *tooltip.Tips) *countdown {
	c := &countdown{whole: text.New("", style.SizeText, fyne.TextStyle{}), brief: text.New("", style.SizeText, fyne.TextStyle{}),
		tip: tooltip.NewArea(tips)}
	icon := widget.NewIcon(theme.NewColoredResource(assets.ClipboardIcon(), style.ColorSecondary))
	c.icon = container.NewStack(container.NewHBox(icon, container.New(style.Centred{}, c.brief)), c.tip)
	c.Object = container.NewHBox(container.New(style.Centred{}, c.whole), container.New(style.Centred{}, c.icon))
	c.showWords(true)
	return c
}

// showWords switches between words and the icon.
func (c *countdown) showWords(inWords bool) {
	style.Show(c.Object.Objects[0], inWords)
	style.Show(c.Object.Objects[1], !inWords)
}

// update shows the guard's current state.
func (c *countdown) update(guard *clipboardguard.Guard) {
	whole := timeLeft(guard)
	c.whole.Set(whole, style.ColorSecondary)
	c.tip.Set(whole)
	brief := ""
	if left, ends := guard.Left(); ends {
		brief = lang.L("{{.Seconds}} s", map[string]any{"Seconds": secondsOf(left)})
	}
	c.brief.Set(brief, style.ColorSecondary)
}

// onClipboard returns what the bar shows while a secret is on the clipboard: the countdown, and a button that clears it.
func (b *Bar) onClipboard() (bar *fyne.Container, told *countdown) {
	told = newCountdown(b.win.Tips)
	end := control.NewButton(lang.L("Clear Now"), control.ButtonDefault, func() { b.clipboard.ClearNow() })
	end.Tips = b.win.Tips
	bar = container.NewHBox(told.Object, style.Gap(4, 0), container.New(style.Centred{}, end), style.Gap(10, 0))
	bar.Hide()
	b.clipboard.OnChange = func() {
		if !b.clipboard.Held() && end.Focused {
			b.host.FocusBack()
		}
		style.Show(bar, b.clipboard.Held())
		told.update(b.clipboard)
		end.SetHint(clearHint(b.clipboard.Name()))
		bar.Refresh()
	}
	b.clipboard.OnChange()
	return bar, told
}

// clearHint returns the button's tooltip. It also says what is on the clipboard: in a narrow window, nothing else does.
func clearHint(name string) string {
	hint := lang.L("Clear copied secret") + " (" + press.Chord(ShortcutClear()) + ")"
	if name == "" {
		return hint
	}
	return hint + "\n" + lang.L("On the clipboard: {{.Name}}", map[string]any{"Name": name})
}

func secondsOf(left time.Duration) int { return int(math.Ceil(left.Seconds())) }

// timeLeft returns the text that says how long the secret stays.
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
