package keyspage

import (
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/views/keytable"
)

// tableHost is the tab as the menus of its table see it.
type tableHost struct{ display *display }

func (h tableHost) Layout() *keytable.Layout  { return h.display.layout }
func (h tableHost) SetTable(t settings.Table) { h.display.setTable(t) }
func (h tableHost) Shown() []keys.Key         { return h.display.list.Keys }
func (h tableHost) Label(id string) string    { return h.display.labels.label(id) }
