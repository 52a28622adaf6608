// Package about has the About dialog: the program's version, the licences of its libraries, and diagnostics to copy.
package about

import (
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/app/session"
	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

// Dialog is the About dialog.
type Dialog struct {
	Win     *page.Window
	App     *app.App
	Session *session.Session // nil while not signed in
	Name    string           // of the program
	Version string
	OpenURL func(*url.URL) error // opens an address in the user's browser
}

// Show opens the dialog.
func (d *Dialog) Show() {
	icon := canvas.NewImageFromResource(assets.Icon())
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(56))
	name := text.New(d.Name+" "+d.Version, style.SizeHeading, fyne.TextStyle{Bold: true})
	about := container.NewVBox(
		container.NewHBox(icon, style.Gap(4, 0), container.New(style.Centred{}, name)),
		paragraph(lang.L("A native window for the access keys of Wiseinf's Cluster Optimizer.")),
		paragraph(lang.L("Free software under the Apache License 2.0. Its libraries have their own licenses.")),
		paragraph(lang.L("Diagnostics are plain text for support: versions, this system, the server's host and the number of keys. They contain no secrets and no key IDs.")))
	licences := control.NewButton(lang.L("Licenses"), control.ButtonDefault, func() {
		d.Win.Dialogs.Dismiss()
		d.ShowLicences()
	})
	var open func() bool
	diagnostics := control.NewButton(lang.L("Copy Diagnostics"), control.ButtonDefault, nil)
	diagnostics.OnTapped = func() {
		diagnostics.SetText(lang.L("Copying…"))
		d.CopyDiagnostics(open)
	}
	releases := control.NewButton(lang.L("Releases"), control.ButtonDefault, func() {
		d.Win.Dialogs.Dismiss()
		d.openReleases()
	})
	open = d.Win.Dialogs.Tell(lang.L("About"), dialog.Width, about, releases, licences, diagnostics)
}

func paragraph(text string) fyne.CanvasObject { return form.FlushText(dialog.Paragraph(text)) }
