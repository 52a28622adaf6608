package preferencestab

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/settings"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
)

// typingPause is how long after the last keystroke a text is written to disk.
const typingPause = time.Second

// copyPrefix returns the field for the prefix of the names that Copy as writes. An invalid prefix changes nothing; the
// text below the field says what is wrong.
func (p *Page) copyPrefix(name string) fyne.CanvasObject {
	explained := form.Remark("")
	field := control.NewEntry(p.win.Typing, settings.LongestPrefix)
	field.Name = name
	field.SetPlaceHolder(lang.L("Such as CI_"))
	field.SetText(p.app.Settings.Get().CopyPrefix)
	explain := func() {
		text, importance := prefixExample(p.app.Settings.Get().CopyPrefix), widget.LowImportance
		if !settings.ValidPrefix(field.Text) {
			text, importance = lang.L("Use only letters, digits and underscores, and don't begin with a digit."), widget.DangerImportance
		}
		explained.Importance = importance
		explained.SetText(text)
	}
	explain()
	stop := func() {}
	field.OnEdited = func() {
		if settings.ValidPrefix(field.Text) {
			p.app.Settings.SetCopyPrefix(field.Text)
			stop()
			stop = p.win.Tasks.After(typingPause, p.host.Save)
		}
		explain()
	}
	field.OnFocus = p.follow(field, explained)
	return form.Column(form.HintGap, form.OfOneWidth(field), form.Flush(explained))
}

func prefixExample(prefix string) string {
	return lang.L("The secret is called {{.Name}}.", map[string]any{"Name": prefix + "ACCESS_KEY_SECRET"})
}
