package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/kit/style"
)

// FilterField is the field for what is looked for in a list. Escape empties it, and then leaves it; Down and Enter go on to
// what was found.
type FilterField struct {
	Entry
	OnDone  func()
	OnFound func()
}

// BeginFilter makes it a field of a window; self is the widget that it is part of.
func (f *FilterField) BeginFilter(self fyne.Widget, t *Typing) {
	f.Begin(self, t, LongestFilter)
	f.SetIcon(theme.NewColoredResource(assets.SearchIcon(), style.ColorSecondary))
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
