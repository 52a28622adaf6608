package page

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/toast"
)

// ShowMessage shows the whole of a message in a dialog, with a button for its offer, if it has one.
func (w *Window) ShowMessage(message string, offer toast.Offer) {
	var more []*control.Button
	if offer.Label != "" {
		more = append(more, control.NewButton(offer.Label, control.ButtonPrimary, func() {
			w.Dialogs.Dismiss()
			offer.Take()
		}))
	}
	w.Dialogs.Tell(lang.L("Message"), dialog.Width, dialog.Paragraph(message), more...)
}
