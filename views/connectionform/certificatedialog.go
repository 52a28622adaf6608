package connectionform

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/client/route"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

const (
	certificateWidth = float32(540)
	certificateRoom  = float32(238) // the height that the dialog and its surroundings need besides the part that scrolls
)

// inGroups formats a fingerprint as people compare it: upper-case pairs, separated by colons.
func inGroups(f route.Fingerprint) string {
	var groups []string
	for text := strings.ToUpper(string(f)); text != ""; {
		n := min(2, len(text))
		groups, text = append(groups, text[:n]), text[n:]
	}
	return strings.Join(groups, ":")
}

// ShowCertificate shows a certificate that was not accepted. If it can be trusted by its fingerprint, the dialog has a
// button for that. The button does not have the focus at first, so that nobody presses it by accident.
func ShowCertificate(w *page.Window, c *route.Certificate, trust func()) {
	print := text.NewMono(dialog.IDLength, 2)
	print.Set(inGroups(c.Fingerprint), theme.ColorNameForeground)
	facts := container.NewVBox(form.FlushText(dialog.Paragraph(explainCertificateUse(c))), certificateFacts(c))
	scroll := scroll.NewExposed(facts)
	copyPrint := control.NewButton(lang.L("Copy Fingerprint"), control.ButtonDefault, nil)
	buttons := container.NewHBox(copyPrint, layout.NewSpacer())
	copyPrint.OnTapped = func() {
		w.CopyText(inGroups(c.Fingerprint))
		copyPrint.SetText(lang.L("Copied"))
		buttons.Refresh()
	}
	shut := control.NewButton(lang.L("Close"), control.ButtonDefault, w.Dialogs.Dismiss)
	buttons.Add(shut)
	if c.Pinnable() {
		trusting := control.NewButton(lang.L("Trust This Certificate"), control.ButtonPrimary, func() {
			w.Dialogs.Dismiss()
			trust()
		})
		buttons.Add(style.Gap(4, 0))
		buttons.Add(trusting)
	}
	width := w.Dialogs.Width(certificateWidth)
	facts.Resize(fyne.NewSize(width, facts.MinSize().Height)) // text wraps only once the width is known
	high := func() float32 { return min(facts.MinSize().Height, max(60, w.Canvas.Size().Height-certificateRoom)) }
	w.Dialogs.Show(dialog.Sheet{
		Title: lang.L("Certificate"),
		Icon:  style.WarningSign(),
		Width: certificateWidth,
		Body: []fyne.CanvasObject{
			dialog.AsHigh(high, scroll.Object),
			form.FactName(lang.L("SHA-256 fingerprint")), print,
		},
		Buttons:  buttons,
		First:    shut,
		Scroll:   scroll.Scroll,
		OnEscape: w.Dialogs.Dismiss,
	})
}

// explainCertificateUse returns the text that says what the user can do about a certificate.
func explainCertificateUse(c *route.Certificate) string {
	if !c.Pinnable() {
		return words.ExplainCertificate(c)
	}
	return lang.L("Trust it only if the server's administrator confirms this fingerprint, by phone or in person for example. The app then accepts exactly this certificate from this server.")
}

func certificateFacts(c *route.Certificate) fyne.CanvasObject {
	names := strings.Join(c.Names, ", ")
	if names == "" {
		names = lang.L("no host")
	}
	if c.OtherHost {
		names = words.Sentences(names, lang.L("(not for {{.Host}})", map[string]any{"Host": c.Host}))
	}
	return form.FlushForm(
		form.FactName(lang.L("Server")), form.Fact(c.Host),
		form.FactName(lang.L("Belongs to")), form.Fact(c.Subject),
		form.FactName(lang.L("Issued by")), form.Fact(c.Issuer),
		form.FactName(lang.L("For the hosts")), form.Fact(names),
		form.FactName(lang.L("Valid")), form.Fact(lang.L("from {{.From}} until {{.Until}}", map[string]any{
			"From": c.NotBefore.Local().Format(time.DateTime), "Until": c.NotAfter.Local().Format(time.DateTime)})),
	)
}

// NewCertificateButton returns a hidden button for inspecting the certificate that was not accepted.
func NewCertificateButton(kind control.ButtonKind) *control.Button {
	b := control.NewButton(words.InspectCertificate(), kind, nil)
	b.Hide()
	return b
}
