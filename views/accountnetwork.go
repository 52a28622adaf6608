package views

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/client"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// networkCard asks how the server of the session is reached.
func (p *accountPage) networkCard() fyne.CanvasObject {
	p.network = newNetworkForm(p.win, p.win.OnKey)
	p.network.onSubmit(p.saveNetwork)
	p.save = control.NewButton(lang.L("Save"), control.ButtonPrimary, p.saveNetwork)
	p.save.OnKey = p.win.OnKey
	p.notice = dialog.Paragraph("")
	p.notice.Hide()
	fields := container.NewVBox(style.Gap(control.FormWidth, 0), p.notice, p.network.object, container.NewHBox(p.save))
	return container.NewHBox(style.InsetLeft(fields))
}

// saveNetwork has the server reached as the form says, from now on.
func (p *accountPage) saveNetwork() {
	if p.saving {
		return
	}
	if missing := p.network.missing(); missing != "" {
		p.complain(missing)
		p.focus(p.network.address)
		return
	}
	p.saving = true
	p.complain("")
	p.host.reach(p.network.Network(), func(err error) {
		p.saving = false
		if err != nil {
			p.complain(words.Explain(err))
			p.focusWrong(err)
			return
		}
		p.network.Set(p.session.Network())
		p.win.Toasts.Done(lang.L("From now on the server is reached in this way"))
		p.load()
	})
}

// focusWrong puts the keyboard on the setting that err is about.
func (p *accountPage) focusWrong(err error) {
	var wrong *client.NetworkError
	if errors.As(err, &wrong) && p.host.accountShown() {
		p.focus(p.network.field(wrong.Setting))
	}
}

// focus puts the keyboard on a field, in sight together with what is said of it.
func (p *accountPage) focus(field *control.Entry) {
	p.win.Canvas.Focus(field)
	field.OnFocus() // it may have had the keyboard before
}

func (p *accountPage) complain(message string) {
	p.notice.Importance = widget.DangerImportance
	p.notice.SetText(message)
	p.notice.Resize(fyne.NewSize(control.FormWidth, p.notice.MinSize().Height)) // how high it is depends on that
	style.Show(p.notice, message != "")
}
