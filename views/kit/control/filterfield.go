package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

// FilterField is the field for the text by which a list is filtered. Escape empties and leaves it; a click on the sign in
// it empties it; Down and Enter go on to the rows found. While it is empty, the shortcut that selects all is about the rows.
type FilterField struct {
	Entry
	OnDone  func()
	OnFound func()
	OnAll   func()
	clearer *Clearer
}

// BeginFilter initializes the field; self is the widget that embeds it.
func (f *FilterField) BeginFilter(self fyne.Widget, t *Typing, tips tooltip.Offerer) {
	f.clearer = newClearer(f, tips)
	f.clearer.Hide()
	f.ActionItem = f.clearer
	f.Begin(self, t, longestFilter)
	f.SetIcon(theme.NewColoredResource(assets.SearchIcon(), style.ColorSecondary))
}

// TypedKey handles the keys that empty or leave the field, and edits the text with the others.
func (f *FilterField) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		f.SetText("")
		f.OnDone()
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		f.OnFound()
	case fyne.KeyF2: // is about the selected row, as some shortcuts are
		press.Pass(f.self, k)
	default:
		f.Entry.TypedKey(k)
	}
}

// TypedShortcut edits the text, or selects all rows.
func (f *FilterField) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all && f.Text == "" {
		f.OnAll()
		return
	}
	f.Entry.TypedShortcut(s)
}

// CreateRenderer implements fyne.Widget.
func (f *FilterField) CreateRenderer() fyne.WidgetRenderer {
	f.clearer.Hidden = f.Text == ""
	return &clearableRenderer{WidgetRenderer: f.Entry.CreateRenderer(), field: f}
}
