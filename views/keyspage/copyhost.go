package keyspage

import (
	"fyne.io/fyne/v2"

	"accesskeys/app/copyas"
	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/keytable"
)

// copyHost is the tab as the copyas package sees it.
type copyHost struct{ page *Page }

func (h copyHost) Key(id string) (keys.Key, bool) { return h.page.display.list.Key(id) }
func (h copyHost) OpenMenu(id string, first *fyne.MenuItem, m *fyne.Menu) {
	at := keytable.MenuPlace(h.page.display.list, id)
	h.page.win.Dialogs.MenuOfRow(first, m, at, keytable.RowPlace(h.page.display.list, id))
}
func (h copyHost) Name(id string) string            { return h.page.labels.nameOf(id) }
func (h copyHost) NoSecret(id string) bool          { return keytable.NoSecret(h.page.display.list, id) }
func (h copyHost) Source(id string) copyas.Source   { return h.page.host.CopySource(id) }
func (h copyHost) ClearClipboard() settings.Seconds { return h.page.host.Privacy().ClearClipboard }
func (h copyHost) Scrub()                           { h.page.host.Scrub() }

func (h copyHost) Secret(id string, f copyas.Format, use func(client.Secret)) {
	h.page.secrets.forClipboard(id, string(f), use)
}

func (h copyHost) Copied(id string, f copyas.Format, err error) {
	record(h.page.scope, id, history.Copy, string(f), err)
}
