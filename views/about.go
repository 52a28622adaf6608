package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/assets"
)

// showAbout says what the program is.
func (w *window) showAbout() {
	if w.covered() {
		return
	}
	icon := canvas.NewImageFromResource(assets.Icon())
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(56))
	name := newText(AppName()+" "+w.Version, sizeHeading, fyne.TextStyle{Bold: true})
	about := container.NewVBox(gap(dialogWidth, 0),
		container.NewHBox(icon, gap(4, 0), container.New(centred{}, name)),
		paragraph(lang.L("A native window for the access keys of Wiseinf's Cluster Optimizer.")),
		paragraph(lang.L("Free software under the Apache License 2.0, built with libraries that have licences of their own.")),
		paragraph(lang.L("The diagnostics are plain text for who helps you: versions, this system, the server's host and how many keys there are. No secret is in them, nor any key's ID.")))
	licences := newButton(lang.L("Licences"), buttonDefault, func() {
		w.dialogs.Dismiss()
		w.showLicences()
	})
	diagnostics := newButton(lang.L("Copy Diagnostics"), buttonDefault, func() {
		w.dialogs.Dismiss()
		w.copyDiagnostics()
	})
	w.dialogs.Tell(lang.L("About"), about, licences, diagnostics)
}
