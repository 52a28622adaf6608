package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
)

// confirmDisable asks before a key is disabled. The key is the one named when it was asked, whatever
// happens to the list meanwhile.
func confirmDisable(k app.Key, yes func()) dialog.Question {
	return dialog.Question{
		Title: lang.L("Disable this access key?"),
		Body: keyWarning(k, lang.L("Tasks that use it will fail until it is enabled again."),
			lang.L("This app is signed in with this key. Disabling it locks the app out: you will need another key, or the web console, to get back in.")),
		Verb:  lang.L("Disable"),
		Kind:  control.ButtonPrimary,
		OnYes: yes,
	}
}

// confirmDelete asks before a key is deleted.
func confirmDelete(k app.Key, yes func()) dialog.Question {
	return dialog.Question{
		Title: lang.L("Delete this access key?"),
		Body: keyWarning(k, lang.L("Tasks that use it will fail. This cannot be undone."),
			lang.L("This app is signed in with this key. Deleting it locks the app out: you will need another key, or the web console, to get back in.")),
		Verb:  lang.L("Delete"),
		Kind:  control.ButtonDanger,
		OnYes: yes,
	}
}

const dialogIDLength = 48 // characters on a line of a dialog

func keyWarning(k app.Key, consequence, ownConsequence string) []fyne.CanvasObject {
	id := control.NewMono(dialogIDLength, 3)
	id.Set(k.ID, theme.ColorNameForeground)
	body := []fyne.CanvasObject{style.InsetLeft(id), dialog.Paragraph(consequence)}
	if k.Own {
		own := dialog.Paragraph(ownConsequence)
		own.Importance = widget.DangerImportance
		body = append(body, own)
	}
	return body
}
