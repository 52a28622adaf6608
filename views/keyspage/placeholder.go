package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/keys"
	"accesskeys/assets"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

// placeholder is shown in place of the list. It says why there is none, and offers what may help.
type placeholder struct {
	object   *fyne.Container
	picture  *fyne.Container // if the list is empty and there is room for it
	empty    bool
	message  *text.Wrapped
	retry    *control.Button
	inspect  *control.Button // shows the certificate that was not accepted
	signIn   *control.Button // again, where that helps
	noFilter *control.Button
	deleted  *control.Button // shows the deleted keys
}

func newPlaceholder() *placeholder {
	icon := widget.NewIcon(theme.NewColoredResource(assets.EmptyIcon(), style.ColorBorder))
	p := &placeholder{
		picture:  container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(emptyIconSize), icon)),
		message:  text.NewWrapped(""),
		retry:    control.NewButton(lang.L("Try Now"), control.ButtonDefault, nil),
		inspect:  connectionform.NewCertificateButton(control.ButtonDefault),
		signIn:   control.NewButton(lang.L("Sign In Again"), control.ButtonDefault, nil),
		noFilter: control.NewButton(lang.L("Clear Filter"), control.ButtonDefault, nil),
		deleted:  control.NewButton(lang.L("Show Deleted"), control.ButtonDefault, nil),
	}
	p.message.Alignment = fyne.TextAlignCenter
	p.object = container.NewVBox(p.picture, p.message, container.NewCenter(container.NewHBox(p.retry, p.inspect, p.signIn, p.deleted, p.noFilter)))
	return p
}

// show updates the placeholder, which is visible only if there are no keys to show. waiting means that the first list
// has not arrived yet.
func (p *placeholder) show(s keysState, waiting bool) {
	failed := !s.Loaded && !waiting
	p.empty = s.Loaded && s.Count == 0
	style.Show(p.object, failed || p.empty)
	style.Show(p.retry, failed)
	style.Show(p.inspect, failed && words.CertificateOf(s.Failure) != nil)
	style.Show(p.signIn, failed && keys.SignInHelps(s.Failure))
	style.Show(p.deleted, p.empty && s.Deleted > 0)
	style.Show(p.noFilter, p.empty && s.Finding)
	switch {
	case failed:
		p.message.SetText(words.Sentences(lang.L("Couldn't load the access keys."), words.NotListed(s.Failure)))
	case s.Finding && s.Deleted > 0:
		p.message.SetText(lang.L("Only deleted access keys match the filter, and those are hidden."))
	case s.Finding:
		p.message.SetText(lang.L("No access key matches the filter."))
	case s.Deleted > 0:
		p.message.SetText(lang.L("All access keys are deleted, and deleted keys are hidden."))
	case s.Partial:
		p.message.SetText(lang.L("The server sent no access keys. Reload in a moment."))
	default:
		p.message.SetText(lang.L("There are no access keys yet. Press New to create one."))
	}
}

// fit gives the placeholder a width and the height that it needs. The picture is left out if that is more than there is
// room for.
func (p *placeholder) fit(width, room float32) {
	p.object.Resize(fyne.NewSize(width, p.object.Size().Height)) // the height of text that wraps depends on the width
	needed, picture := p.object.MinSize().Height, p.picture.MinSize().Height+theme.Padding()
	if p.picture.Visible() {
		needed -= picture
	}
	style.Show(p.picture, p.empty && needed+picture <= room)
	p.object.Resize(fyne.NewSize(width, p.object.MinSize().Height))
}
