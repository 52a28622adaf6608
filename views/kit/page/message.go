package page

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/toast"
)

// ShowMessage shows all of a message, with what it has no room to offer.
func (w *Window) ShowMessage(message string, offer toast.Offer) {
	var more []*control.Button
	if offer.Label != "" {
		more = append(more, control.NewButton(offer.Label, control.ButtonPrimary, func() {
			w.Dialogs.Dismiss()
			offer.Take()
		}))
	}
	w.Dialogs.Tell(lang.L("Message"), dialog.Paragraph(message), more...)
}
