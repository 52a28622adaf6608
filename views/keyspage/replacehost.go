package keyspage

import (
	"accesskeys/app/keys"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/words"
)

// replaceHost is what replacing a key needs of the tab.
type replaceHost struct{ page *Page }

func (h replaceHost) Name(id string) string {
	return words.KeyName(h.page.host.Notes().Of(keys.RefOf(h.page.keys, id)).Label, id)
}

func (h replaceHost) Places(id string) []string {
	return h.page.host.Notes().Of(keys.RefOf(h.page.keys, id)).Places
}
func (h replaceHost) EditNote(id string) {}

// CopySecret copies the secret of a key, whatever is looked for in the list.
func (h replaceHost) CopySecret(id string) {
	h.page.display.unhide([]string{id})
	h.page.secrets.copySecret(id)
}

// CopyAs is CopySecret in a format that the user chooses.
func (h replaceHost) CopyAs(id string) {
	h.page.display.unhide([]string{id})
	h.page.copier.Ask(id)
}

func (h replaceHost) DisableQuestion(k keys.Key) dialog.Question {
	return ConfirmDisable(k, func() {})
}
func (h replaceHost) DeleteQuestion(k keys.Key) dialog.Question {
	return ConfirmDelete(k, func() {})
}
func (h replaceHost) MayChange() bool { return h.page.status.mayChange() }
func (h replaceHost) SignInWith(id string, failed func(error)) {
	h.page.host.SignInWith(id, failed)
}
func (h replaceHost) SignInUnsaved() bool { return h.page.host.SignInUnsaved() }
func (h replaceHost) Reload()             { h.page.loader.reloadQuietly() }
func (h replaceHost) Back()               { h.page.Replacing.Close() }
