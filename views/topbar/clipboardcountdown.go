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

// countdown says which secret is on the clipboard and for how long, as long as there is room for: see form.
type countdown struct {
	form   form
	whole  *text.Text
	brief  *text.Text // beside the icon
	says   texts
	widest texts // what it has said with the most digits, so that its form stays while it counts down
	most   int   // seconds, since the secret was copied
	icon   *widget.Icon
	tip    *tooltip.Area
	Object *fyne.Container
}

// form is how long the text of a countdown is.
type form int

const (
	inWords   form = iota // a sentence
	inBrief               // an icon, what kind of thing it is, and the seconds
	inSeconds             // an icon and the seconds
)

// texts has a text for each form.
type texts [inSeconds + 1]string

func newCountdown(tips *tooltip.Tips) *countdown {
	c := &countdown{whole: text.New("", style.SizeText, fyne.TextStyle{}), brief: text.New("", style.SizeText, fyne.TextStyle{}),
		icon: widget.NewIcon(theme.NewColoredResource(assets.ClipboardIcon(), style.ColorSecondary)), tip: tooltip.NewArea(tips)}
	brief := container.NewStack(container.NewHBox(c.icon, container.New(style.Centred{}, c.brief)), c.tip)
	c.Object = container.NewHBox(container.New(style.Centred{}, c.whole), container.New(style.Centred{}, brief))
	c.show(inWords)
	return c
}

func (c *countdown) show(f form) {
	c.form = f
	style.Show(c.Object.Objects[0], f == inWords)
	style.Show(c.Object.Objects[1], f != inWords)
	c.brief.Set(c.says[f], style.ColorSecondary)
}

// width returns the width of the countdown in a form.
func (c *countdown) width(f form) float32 {
	width := style.Measure(c.widest[f], style.SizeText, fyne.TextStyle{})
	if f == inWords {
		return width
	}
	return c.icon.MinSize().Width + theme.Padding() + width
}

// fit shows the longest form that fits into the first of the rooms that has room for one, or else the shortest form. It
// returns the width of that.
func (c *countdown) fit(rooms ...float32) float32 {
	for _, room := range rooms {
		for f := inWords; f <= inSeconds; f++ {
			if width := c.width(f); width <= room {
				c.show(f)
				return width
			}
		}
	}
	c.show(inSeconds)
	return c.width(inSeconds)
}

// update shows the guard's current state.
func (c *countdown) update(guard *clipboardguard.Guard) {
	left, _ := guard.Left()
	if c.most = max(c.most, secondsOf(left)); !guard.Held() {
		c.most = 0
	}
	c.says, c.widest = textsOf(guard, secondsOf(left)), textsOf(guard, c.most)
	c.whole.Set(c.says[inWords], style.ColorSecondary)
	c.tip.Set(c.says[inWords])
	c.show(c.form)
}

// textsOf returns what is said with some seconds left.
func textsOf(guard *clipboardguard.Guard, seconds int) texts {
	t := texts{inWords: timeLeft(guard, seconds)}
	if _, ends := guard.Left(); ends {
		count := map[string]any{"Seconds": seconds}
		t[inBrief], t[inSeconds] = lang.L("Secret: {{.Seconds}} s", count), lang.L("{{.Seconds}} s", count)
	}
	return t
}

// onClipboard returns what the bar shows while a secret is on the clipboard: the countdown, and a button that clears it.
func (b *Bar) onClipboard() (bar *fyne.Container, told *countdown, end *control.Button) {
	told = newCountdown(b.win.Tips)
	end = control.NewButton(lang.L("Clear Now"), control.ButtonDefault, func() { b.clipboard.ClearNow() })
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
	return bar, told, end
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
func timeLeft(c *clipboardguard.Guard, seconds int) string {
	_, ends := c.Left()
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
