package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// filter is the field for what is looked for among the keys. Escape empties it, and then leaves it; Down
// and Enter go on to what was found.
type filter struct {
	control.Entry
	OnDone  func()
	OnFound func()
}

func newFilter(t *control.Typing) *filter {
	f := &filter{}
	f.Begin(f, t, control.LongestFilter)
	f.SetIcon(theme.NewColoredResource(assets.SearchIcon(), style.ColorSecondary))
	return f
}

// filterIcon is the room of the field that its text has not.
const filterIcon = float32(44)

// Fit says in the field what it is for, as far as there is room for that.
func (f *filter) Fit(width float32) {
	hint := f.AccessibilityLabel()
	if style.Measure(hint, style.SizeText, fyne.TextStyle{}) > width-filterIcon {
		hint = lang.L("Filter")
	}
	if f.PlaceHolder != hint {
		f.SetPlaceHolder(hint)
	}
}

// TypedKey takes the keys that leave the field.
func (f *filter) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		if f.Text != "" {
			f.SetText("")
			return
		}
		f.OnDone()
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		f.OnFound()
	default:
		f.Entry.TypedKey(k)
	}
}

// AccessibilityLabel is what it is for.
func (f *filter) AccessibilityLabel() string { return lang.L("Filter by label, ID, state, date") }
