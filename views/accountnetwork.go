package views

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// networkCard asks how the server of the session is reached.
func (p *accountPage) networkCard() fyne.CanvasObject {
	p.network = newNetworkForm(p.w, p.w.typedKey)
	p.network.onSubmit(p.saveNetwork)
	p.save = control.NewButton(lang.L("Save"), control.ButtonPrimary, p.saveNetwork)
	p.save.OnKey = p.w.typedKey
	p.notice = dialog.Paragraph("")
	p.notice.Hide()
	fields := container.NewVBox(style.Gap(formWidth, 0), p.notice, p.network.object, container.NewHBox(p.save))
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
	p.w.reach(p.network.Network(), func(err error) {
		p.saving = false
		if err != nil {
			p.complain(words.Explain(err))
			p.focusWrong(err)
			return
		}
		p.network.Set(p.session.Network())
		p.w.toasts.Done(lang.L("From now on the server is reached in this way"))
		p.load()
	})
}

// focusWrong puts the keyboard on the setting that err is about.
func (p *accountPage) focusWrong(err error) {
	var wrong *client.NetworkError
	if errors.As(err, &wrong) && p.w.settings != nil && p.w.settings.tab == tabAccount {
		p.focus(p.network.field(wrong.Setting))
	}
}

// focus puts the keyboard on a field, in sight together with what is said of it.
func (p *accountPage) focus(field *control.Entry) {
	p.w.win.Canvas().Focus(field)
	field.OnFocus() // it may have had the keyboard before
}

func (p *accountPage) complain(message string) {
	p.notice.Importance = widget.DangerImportance
	p.notice.SetText(message)
	p.notice.Resize(fyne.NewSize(formWidth, p.notice.MinSize().Height)) // how high it is depends on that
	style.Show(p.notice, message != "")
}

// reach has the session's server reached in another way from now on. What is under way goes on as it began.
func (w *window) reach(n client.Network, done func(error)) {
	s, during := w.session, w.during
	background.GoVitalErr(during, during.Limit, func(context.Context) error {
		err := w.App.SwitchNetwork(s, n)
		if err == nil {
			w.tasks.Post(w.save) // also where the session is left meanwhile
		}
		return err
	}, func(err error) {
		if err == nil {
			during.Limit = app.CallLimit(n)
		}
		done(err)
	})
}

// tellCertificate offers to look at the server's certificate while that is not accepted.
func (w *window) tellCertificate(err error) {
	if c := certificateOf(err); w.settings != nil && c != w.settings.refused {
		w.settings.warn(c)
	}
}

// lookAt shows the certificate that the session's server has shown.
func (w *window) lookAt(c *client.Certificate) {
	w.showCertificate(c, func() {
		n := w.session.Network()
		n.Pin = c.Fingerprint
		w.reach(n, func(err error) {
			if err != nil {
				w.toasts.Error(words.Explain(err))
				return
			}
			w.settings.account.network.Set(n)
			w.settings.keys.reload()
		})
	})
}
