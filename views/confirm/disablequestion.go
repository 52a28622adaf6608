package confirm

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
)

// Disable asks before a key is disabled.
func Disable(k keys.Key, known Known) dialog.Question {
	return dialog.Question{
		Title: lang.L("Disable this access key?"),
		Body:  questionBody(k, known, ownDisabled(), lang.L("Tasks that use it will fail until it is enabled again.")),
		Verb:  lang.L("Disable"),
		Kind:  control.ButtonPrimary,
	}
}
