package confirm

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
)

// WithoutSecret asks before a key is created on a server that does not give out its secret.
func WithoutSecret(yes func()) dialog.Question {
	return dialog.Question{
		Title: lang.L("Create a key without its secret?"),
		Body:  []fyne.CanvasObject{dialog.Paragraph(lang.L("This server gives no secrets to programs. You could not show or copy the new key's secret here."))},
		Verb:  lang.L("Create Key"),
		Kind:  control.ButtonPrimary,
		OnYes: yes,
	}
}
