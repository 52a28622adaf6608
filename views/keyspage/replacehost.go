package keyspage

import (
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/views/confirm"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/toast"
	"accesskeys/views/undo"
	"accesskeys/views/words"
	"accesskeys/views/words/replacement"
)

// replaceHost is the tab as the rotation package sees it.
type replaceHost struct{ page *Page }

func (h replaceHost) Name(id string) string     { return h.page.labels.nameOf(id) }
func (h replaceHost) Label(id string) string    { return h.page.labels.label(id) }
func (h replaceHost) Places(id string) []string { return h.page.labels.noteOf(id).Places }
func (h replaceHost) Noted(id string) bool      { return !h.page.labels.noteOf(id).IsZero() }
func (h replaceHost) NotePlaces(id string)      { h.page.tools.editor.OpenPlaces(id) }

// Caution returns why a key may not be a good new one, or "".
func (h replaceHost) Caution(k keys.Key) string {
	return replacement.UseCaution(k, h.page.display.watch.Remark(k))
}

func (h replaceHost) CopyID(id string) { h.page.menus.copyIDs([]string{id}) }

// CopySecret copies the secret of a key. It resets a filter that hides the key.
func (h replaceHost) CopySecret(id string) {
	h.page.display.ensureShown([]string{id})
	h.page.secrets.copySecret(id)
}

// CopyAs lets the user choose a format below a button, and copies a key in it. It resets a filter that hides the key.
func (h replaceHost) CopyAs(id string, below *control.Button) {
	h.page.display.ensureShown([]string{id})
	h.page.tools.copier.AskBelow(below, id)
}

func (h replaceHost) DisableQuestion(k keys.Key, places bool) dialog.Question {
	return confirm.Disable(k, h.known(k.ID, places))
}

func (h replaceHost) DeleteQuestion(k keys.Key, disabledAt time.Time, places bool) dialog.Question {
	known := h.known(k.ID, places)
	known.DisabledAt = disabledAt
	return confirm.Delete(k, known, h.page.tasks.Now())
}

// CanRetry reports whether nothing can be changed because of how the server answered, or did not.
func (h replaceHost) CanRetry() bool {
	f := h.page.keys.Freshness()
	return f.ReadOnly() && f.Failure != nil
}

// WhyNot returns why nothing can be changed now, or "". It leaves out how to retry if CanRetry: the page has a button for that.
func (h replaceHost) WhyNot() string {
	if failure := h.page.keys.Freshness().Failure; h.CanRetry() && !keys.SignInHelps(failure) {
		return words.ViewOnly(failure)
	}
	return h.page.status.whyNot()
}

// known returns what a question says about a key besides what the page says.
func (h replaceHost) known(id string, places bool) confirm.Known {
	known := h.page.outcomes.known(id)
	known.Replacement = ""
	if !places {
		known.Places = nil
	}
	return known
}

func (h replaceHost) SignInWith(id string, failed func(error)) { h.page.host.SignInWith(id, failed) }

func (h replaceHost) GiveWay(ids ...string)   { h.page.actions.giveWay(ids...) }
func (h replaceHost) Retry()                  { h.page.loader.reload() }
func (h replaceHost) MayChange() bool         { return h.page.status.mayChange() }
func (h replaceHost) SignInUnsaved() bool     { return h.page.host.SignInUnsaved() }
func (h replaceHost) SignInSaver() func()     { return h.page.host.SignInSaver() }
func (h replaceHost) Undo() *undo.Undo        { return h.page.outcomes.undo }
func (h replaceHost) OnScreen() bool          { return h.page.host.OnScreen() }
func (h replaceHost) Reload()                 { h.page.loader.reloadQuietly() }
func (h replaceHost) Back()                   { h.page.Replacing.Close() }
func (h replaceHost) List() fyne.CanvasObject { return h.page.display.view.Object }
func (h replaceHost) HideSecrets()            { h.page.secrets.hideAll() }
func (h replaceHost) Scrub()                  { h.page.host.Scrub() }

func (h replaceHost) TellFailed(said toast.Subject, message string, err error) {
	h.page.outcomes.tellError(said, message, err)
}

// ChangedLate says how a change ended when the session has ended in the meantime.
func (h replaceHost) ChangedLate(op keys.Operation, ids []string, err error) {
	if op == keys.OpCreate {
		h.page.creator.tellCreatedLate(ids, err)
		return
	}
	for _, id := range ids {
		h.page.outcomes.tellChangedLate(id, op, err)
	}
}

func (h replaceHost) Choose(id string) {
	h.page.display.list.Choose(id, 0)
	h.page.Focus()
}
