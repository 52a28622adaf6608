package connectionform

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// AskPlain asks whether to connect without encryption.
func AskPlain(w *page.Window, address string, yes, no func()) {
	list := dialog.Paragraph(lang.L("The connection to {{.Host}} is not encrypted. Others on the network can read and change your keys and secrets.",
		map[string]any{"Host": words.Host(address)}))
	w.Dialogs.Ask(dialog.Question{
		Title: lang.L("Connect without encryption?"),
		Body: []fyne.CanvasObject{list,
			dialog.Paragraph(lang.L("If the server supports https, cancel and change its address to begin with https://. The app asks once for each server, and marks the connection as not encrypted."))},
		Verb:  lang.L("Connect Unencrypted"),
		Kind:  control.ButtonDanger,
		OnYes: yes,
		OnNo:  no,
	})
}
