package accounttab

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/client/route"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// networkCard returns the form for the session's network settings.
func (p *Page) networkCard() fyne.CanvasObject {
	p.Saved = newSavedForm(p.Network.Object, control.NewButton(lang.L("Save"), control.ButtonPrimary, p.saveNetwork))
	return container.NewHBox(style.InsetLeft(p.Saved.column))
}

// saveNetwork applies and saves the network settings in the form.
func (p *Page) saveNetwork() {
	if p.saving {
		return
	}
	if missing := p.Network.Missing(); missing != "" {
		p.Saved.Complain(missing)
		p.Saved.placeNoticeNear(p.Network.Address, p.scroll.Size().Height)
		p.focus(p.Network.Address)
		return
	}
	p.saving = true
	p.Saved.Complain("")
	before := p.session.Network()
	p.host.Reach(p.Network.Network(), func(err error) { // also if nothing was changed: the files may have been
		p.saving = false
		if err != nil {
			p.Saved.Complain(words.Explain(err))
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

// focusWrong puts the keyboard on the setting that err is about, and the notice where both can be seen.
func (p *Page) focusWrong(err error) {
	var wrong *route.NetworkError
	if !errors.As(err, &wrong) {
		p.Saved.placeNotice(false)
		p.Saved.Save.OnFocus() // scrolls to the notice
		return
	}
	field := p.Network.Field(wrong.Setting)
	p.Saved.placeNoticeNear(field, p.scroll.Size().Height)
	if p.host.AccountShown() {
		p.focus(field)
	}
}

// focus gives the keyboard to a field, and scrolls so that the field and the notice are in sight.
func (p *Page) focus(field *control.Entry) {
	p.win.Canvas.Focus(field)
	field.OnFocus() // scrolls even if it had the keyboard before
}
