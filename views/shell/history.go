package shell

import (
	"accesskeys/app"
	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/app/settings"
)

// historyHost is what the History tab needs of the window.
type historyHost struct {
	page    *settingsPage
	app     *app.App
	session *session.Session
}

func (h historyHost) Accounts() (all []settings.Account, open string) {
	known := h.app.Settings.Get()
	account, _ := h.session.Account(known)
	return known.Accounts, account.ID
}

func (h historyHost) Off() bool                 { return h.app.Settings.Get().Privacy.NoHistory }
func (h historyHost) Label(ref keys.Ref) string { return h.app.Notes.Of(ref).Label }

// ShowKey shows a key in the list, which no filter hides then.
func (h historyHost) ShowKey(id string) {
	h.page.Show(tabKeys)
	if _, shown := h.page.keys.List().Key(id); !shown {
		h.page.keys.ClearFilter()
	}
	h.page.keys.List().Choose(id, 0)
}
