package shell

import (
	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/views/kit/style"
	"accesskeys/views/preferencestab"
)

// chooseTheme switches to another theme and saves the choice.
func (l *looks) chooseTheme(t settings.Theme) {
	l.config.App.Settings.SetTheme(t)
	l.writer.Save()
	l.applyTheme()
}

func (l *looks) applyTheme() {
	fyne.CurrentApp().Settings().SetTheme(preferencestab.ThemeOf(l.config.App.Settings.Get().Theme))
}

// followTheme redraws the keys while they are out of sight when the theme changes between light and dark. The toolkit
// redraws only what is in sight.
func (l *looks) followTheme() {
	drawn := style.Variant()
	fyne.CurrentApp().Settings().AddListener(func(fyne.Settings) {
		if now := style.Variant(); now != drawn {
			drawn = now
			if l.settings != nil && (l.locked() || !l.settings.keysShown()) {
				l.settings.redrawKeys()
			}
		}
	})
}
