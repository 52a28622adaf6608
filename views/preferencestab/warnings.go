package preferencestab

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

// warnings returns the choices of when to warn about keys.
func (p *Page) warnings() []fyne.CanvasObject {
	expiry, age := lang.L("Warn me about keys that expire within"), lang.L("Mark keys as old after")
	told := lang.L("A line above the list says so until you dismiss it. Rows of keys that expire soon are marked in any case. For a short-lived key, the warning comes only in the last quarter of its life.")
	return []fyne.CanvasObject{
		form.FactName(expiry),
		p.days(expiry, form.Remark(told), settings.ExpiryChoices(),
			func(w *settings.Warnings) *settings.Days { return &w.ExpiryDays }),
		form.FactName(age),
		p.days(age, form.Remark(lang.L("In the Age column and in a key's details. Expired and deleted keys are never marked.")), settings.AgeChoices(),
			func(w *settings.Warnings) *settings.Days { return &w.AgeDays }),
	}
}

// days returns a drop-down list of numbers of days, with an explanation below.
func (p *Page) days(name string, explained *text.Wrapped, choices []settings.Days, of func(*settings.Warnings) *settings.Days) fyne.CanvasObject {
	now := p.app.Settings.Get().Warnings
	c := pick(p.win, name, choices, *of(&now), words.Days, func(chosen settings.Days) {
		p.app.Settings.ChangeWarnings(func(w *settings.Warnings) { *of(w) = chosen })
		p.host.Save()
	})
	c.OnFocus = p.follow(c, explained)
	return form.Column(form.HintGap, form.OfOneWidth(c), form.Flush(explained))
}
