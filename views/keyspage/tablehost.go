package keyspage

import (
	"accesskeys/app/export"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/views/keytable"
)

// tableHost is the tab as the menus of its table see it.
type tableHost struct{ display *display }

func (h tableHost) Layout() *keytable.Layout  { return h.display.layout }
func (h tableHost) SetTable(t settings.Table) { h.display.setTable(t) }
func (h tableHost) Shown() []keys.Key         { return h.display.list.Keys }

// Noted returns what is exported of the note about a key.
func (h tableHost) Noted(id string) export.Noted {
	n := h.display.labels.noteOf(id)
	return export.Noted{Label: h.display.labels.label(id), Places: n.Places, Text: n.Text}
}
