package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/kit/style"
)

// FilterField is the field for the text by which a list is filtered. Escape empties it, or leaves it if it is empty;
// Down and Enter go on to the rows found.
type FilterField struct {
	Entry
	OnDone  func()
	OnFound func()
}

// BeginFilter initializes the field; self is the widget that embeds it.
func (f *FilterField) BeginFilter(self fyne.Widget, t *Typing) {
	f.Begin(self, t, LongestFilter)
	f.SetIcon(theme.NewColoredResource(assets.SearchIcon(), style.ColorSecondary))
}

// TypedKey handles the keys that empty or leave the field, and edits the text with the others.
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
