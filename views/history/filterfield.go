package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// FilterField is the field for what is looked for in a list. Escape empties it, and then leaves it; Down and Enter go on to
// what was found.
type FilterField struct {
	control.Entry
	OnDone  func()
	OnFound func()
}

// newFilterField returns an empty filter; hint says what can be looked for.
func newFilterField(t *control.Typing, hint string) *FilterField {
	f := &FilterField{}
	f.Begin(f, t, control.LongestFilter)
	f.SetName(hint)
	f.SetIcon(theme.NewColoredResource(assets.SearchIcon(), style.ColorSecondary))
	return f
}

// TypedKey takes the keys that leave the field.
func (f *FilterField) TypedKey(k *fyne.KeyEvent) {
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
