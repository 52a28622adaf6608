package confirm

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
)

// Delete asks before a key is deleted. If the key is enabled, the question offers to disable it instead.
func Delete(k keys.Key, known Known, now time.Time) dialog.Question {
	q := dialog.Question{
		Title: lang.L("Delete this access key?"),
		Verb:  lang.L("Delete"),
		Kind:  control.ButtonDanger,
	}
	if k.State == client.StateEnabled {
		q.Instead, q.FocusCancel = lang.L("Disable Instead"), k.Own || known.StandsIn || known.Account != ""
		q.Body = questionBody(k, known, ownDisabledOrDeleted(), DisableInstead(), lang.L("Tasks that use it will fail either way."))
		return q
	}
	consequences := []string{NotRestored()}
	if !known.DisabledAt.IsZero() {
		consequences = []string{DisabledSince(known.DisabledAt, now), NotRestored()}
	}
	q.Body = questionBody(k, known, ownDeleted(), consequences...)
	return q
}
