package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/kit/style"
)

// Filter is the field for what is looked for in a list. Escape empties it, and then leaves it; Down and Enter go on to
// what was found.
type Filter struct {
	Entry
	OnDone  func()
	OnFound func()
}

// NewFilter returns an empty filter; hint says what can be looked for.
func NewFilter(t *Typing, hint string) *Filter {
	f := &Filter{}
	f.Begin(f, t, LongestFilter)
	f.SetName(hint)
	f.SetIcon(theme.NewColoredResource(assets.SearchIcon(), style.ColorSecondary))
	return f
}

// TypedKey takes the keys that leave the field.
func (f *Filter) TypedKey(k *fyne.KeyEvent) {
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
