package notes

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// Kept is what was typed in a session that the server no longer accepts, until the user has signed in again.
type Kept struct {
	account string
	asker   *Asker // nil if nothing is kept
}

// Keep has Leave keep what was typed in an account, instead of saving it: the user has not ended the session.
func (k *Kept) Keep(account string, a *Asker) {
	if HasUnsaved(a) {
		a.editor.kept = true
		*k = Kept{account, a}
	}
}

// GoOn passes what was kept on to the account's next session. If the account is another one, it is saved.
func (k *Kept) GoOn(account string, next *Asker) {
	before := k.asker
	k.asker = nil
	if before == nil {
		return
	}
	if account != k.account || !keys.RefOf(before.editor.keys, "").MayBeWith(keys.RefOf(next.editor.keys, "")) {
		before.editor.kept = false
		before.Leave()
		return
	}
	for id := range unsaved(before) {
		before.editor.said(id).Withdraw()
		typed := before.editor.drafts[id]
		typed.untold = true
		next.editor.drafts[id] = typed
	}
}

// Drop discards what was kept.
func (k *Kept) Drop() { k.asker = nil }

// AskBeforeQuit is AskBeforeQuit for what was kept.
func (k *Kept) AskBeforeQuit() (asked bool) { return k.asker != nil && AskBeforeQuit(k.asker) }

// QuitWarning returns what AskBeforeQuit says where no message is shown, or "" if nothing is kept.
func (k *Kept) QuitWarning() string {
	if k.asker == nil {
		return ""
	}
	return QuitDiscards()
}

// Quit is Quit for what was kept.
func (k *Kept) Quit(asked bool) {
	if k.asker != nil {
		Quit(k.asker, asked)
	}
}

// keepDrafts has what was typed as drafts, and says so.
func keepDrafts(a *Asker) {
	a.keepTyped()
	if a.hasText() && !a.saving {
		a.editor.drafts[a.id] = draft{change: a.change()}
		a.field = nil
	}
	for id := range unsaved(a) {
		a.editor.said(id).Note(words.Sentences(words.NotSavedYet(words.KeyName(a.editor.noteOf(id).Label, id)), lang.L("Sign in again to see it.")))
	}
}
