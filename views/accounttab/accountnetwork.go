package accounttab

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/client/route"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// networkCard returns the form for the session's network settings.
func (p *Page) networkCard() fyne.CanvasObject {
	p.Save = control.NewButton(lang.L("Save"), control.ButtonPrimary, p.saveNetwork)
	p.Notice = dialog.Paragraph("")
	p.Notice.Hide()
	fields := form.Column(form.GroupGap, style.Gap(form.Width, 0), form.Flush(p.Notice), p.Network.Object, container.NewHBox(p.Save))
	return container.NewHBox(style.InsetLeft(fields))
}

// saveNetwork applies and saves the network settings in the form.
func (p *Page) saveNetwork() {
	if p.saving {
		return
	}
	if missing := p.Network.Missing(); missing != "" {
		p.Complain(missing)
		p.focus(p.Network.Address)
		return
	}
	p.saving = true
	p.Complain("")
	before := p.session.Network()
	p.host.Reach(p.Network.Network(), func(err error) { // also if nothing was changed: the files may have been
		p.saving = false
		if err != nil {
			p.Complain(words.Explain(err))
			p.focusWrong(err)
			return
		}
		p.Network.Set(p.session.Network())
		if p.session.Network() == before {
			p.win.Toasts.Hint(lang.L("No setting was changed."))
		} else {
			p.win.Toasts.Done(lang.L("Connection settings saved"))
		}
		p.Load()
	})
}

// focusWrong puts the keyboard on the setting that err is about.
func (p *Page) focusWrong(err error) {
	var wrong *route.NetworkError
	if errors.As(err, &wrong) && p.host.AccountShown() {
		p.focus(p.Network.Field(wrong.Setting))
	}
}

// focus gives the keyboard to a field, and scrolls so that the field and the notice are in sight.
func (p *Page) focus(field *control.Entry) {
	p.win.Canvas.Focus(field)
	field.OnFocus() // scrolls even if it had the keyboard before
}

// Complain shows what is wrong with the network settings. An empty message hides the notice.
func (p *Page) Complain(message string) {
	p.Notice.Importance = widget.DangerImportance
	p.Notice.SetText(message)
	p.Notice.Resize(fyne.NewSize(form.Width+2*theme.InnerPadding(), p.Notice.MinSize().Height)) // its height depends on its width
	style.Show(p.Notice, message != "")
}
