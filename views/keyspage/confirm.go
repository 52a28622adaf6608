package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
)

// ConfirmDisable asks before a key is disabled. The key is the one named when it was asked, whatever
// happens to the list meanwhile.
func ConfirmDisable(k keys.Key, yes func()) dialog.Question {
	return dialog.Question{
		Title: lang.L("Disable this access key?"),
		Body: keyWarning(k, lang.L("Tasks that use it will fail until it is enabled again."),
			lang.L("This app is signed in with this key. If you disable it, you'll need another key, or the web console, to get back in.")),
		Verb:  lang.L("Disable"),
		Kind:  control.ButtonPrimary,
		OnYes: yes,
	}
}

// ConfirmDelete asks before a key is deleted.
func ConfirmDelete(k keys.Key, yes func()) dialog.Question {
	return dialog.Question{
		Title: lang.L("Delete this access key?"),
		Body: keyWarning(k, lang.L("Tasks that use it will fail. This cannot be undone."),
			lang.L("This app is signed in with this key. If you delete it, you'll need another key, or the web console, to get back in.")),
		Verb:  lang.L("Delete"),
		Kind:  control.ButtonDanger,
		OnYes: yes,
	}
}

// confirmWithoutSecret asks before a key is made whose secret this server will not give out.
func confirmWithoutSecret(yes func()) dialog.Question {
	return dialog.Question{
		Title: lang.L("Create a key without its secret?"),
		Body:  []fyne.CanvasObject{dialog.Paragraph(lang.L("This server gives no secrets to programs. You could not show or copy the new key's secret here."))},
		Verb:  lang.L("Create Key"),
		Kind:  control.ButtonPrimary,
		OnYes: yes,
	}
}

func keyWarning(k keys.Key, consequence, ownConsequence string) []fyne.CanvasObject {
	id := control.NewMono(dialog.IDLength, 3)
	id.Set(k.ID, theme.ColorNameForeground)
	body := []fyne.CanvasObject{style.InsetLeft(id), dialog.Paragraph(consequence)}
	if k.Own {
		body = append(body, dialog.Warning(ownConsequence))
	}
	return body
}
