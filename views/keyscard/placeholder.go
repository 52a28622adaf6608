package keyscard

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

// Placeholder is shown in place of the list. It says why there is none, and offers what may help.
type Placeholder struct {
	Object   *fyne.Container
	picture  *fyne.Container // if the list is empty and there is room for it
	empty    bool
	Message  *text.Wrapped
	Retry    *control.Button
	Inspect  *control.Button // shows the certificate that was not accepted
	SignIn   *control.Button // again, where that helps
	NoFilter *control.Button
	Deleted  *control.Button // shows the deleted keys
}

func newPlaceholder() *Placeholder {
	icon := widget.NewIcon(theme.NewColoredResource(assets.EmptyIcon(), style.ColorBorder))
	p := &Placeholder{
		picture:  container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(emptyIconSize), icon)),
		Message:  text.NewWrapped(""),
		Retry:    control.NewButton(lang.L("Try Now"), control.ButtonDefault, nil),
		Inspect:  connectionform.NewCertificateButton(control.ButtonDefault),
		SignIn:   control.NewButton(lang.L("Sign In Again"), control.ButtonDefault, nil),
		NoFilter: control.NewButton(lang.L("Clear Filter"), control.ButtonDefault, nil),
		Deleted:  control.NewButton(lang.L("Show Deleted"), control.ButtonDefault, nil),
	}
	p.Message.Alignment = fyne.TextAlignCenter
	p.Object = container.NewVBox(p.picture, p.Message, container.NewCenter(container.NewHBox(p.Retry, p.Inspect, p.SignIn, p.Deleted, p.NoFilter)))
	return p
}

// show updates the placeholder, which is visible only if there are no keys to show. waiting means that the first list
// has not arrived yet.
func (p *Placeholder) show(s State, waiting bool) {
	failed := !s.Loaded && !waiting
	p.empty = s.Loaded && s.Count == 0
	style.Show(p.Object, failed || p.empty)
	style.Show(p.Retry, failed)
	style.Show(p.Inspect, failed && words.CertificateOf(s.Failure) != nil)
	style.Show(p.SignIn, failed && keys.SignInHelps(s.Failure))
	style.Show(p.Deleted, p.empty && s.Deleted > 0)
	style.Show(p.NoFilter, p.empty && s.Finding)
	switch {
	case failed:
		p.Message.SetText(words.Sentences(lang.L("Couldn't load the access keys."), words.NotListed(s.Failure)))
	case s.Finding && s.Deleted > 0:
		p.Message.SetText(lang.L("Only deleted access keys match the filter, and those are hidden."))
	case s.Finding:
		p.Message.SetText(lang.L("No access key matches the filter."))
	case s.Deleted > 0:
		p.Message.SetText(lang.L("All access keys are deleted, and deleted keys are hidden."))
	case s.Partial:
		p.Message.SetText(lang.L("The server sent no access keys. Reload in a moment."))
	case s.ReadOnly != "": // and New is greyed
		p.Message.SetText(lang.L("There were no access keys when the list was last read."))
	default:
		p.Message.SetText(lang.L("There are no access keys yet. Press New to create one."))
	}
}

// Press presses the button that is most likely to bring up a list, and reports whether there is one.
func (p *Placeholder) Press() bool {
	for _, b := range []*control.Button{p.NoFilter, p.Deleted, p.Retry} {
		if p.Object.Visible() && b.Visible() {
			b.Tapped(nil)
			return true
		}
	}
	return false
}

// fit gives the placeholder a width and the height that it needs. The picture is left out if that is more than there is
// room for.
func (p *Placeholder) fit(width, room float32) {
	p.Object.Resize(fyne.NewSize(width, p.Object.Size().Height)) // the height of text that wraps depends on the width
	needed, picture := p.Object.MinSize().Height, p.picture.MinSize().Height+theme.Padding()
	if p.picture.Visible() {
		needed -= picture
	}
	style.Show(p.picture, p.empty && needed+picture <= room)
	p.Object.Resize(fyne.NewSize(width, p.Object.MinSize().Height))
}
