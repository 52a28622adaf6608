package shell

import (
	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/views/kit/style"
	"accesskeys/views/preferencestab"
)

// chooseTheme draws everything in other colours from now on, and remembers that.
func (l *looks) chooseTheme(t settings.Theme) {
	l.config.App.Settings.SetTheme(t)
	l.writer.save()
	fyne.CurrentApp().Settings().SetTheme(preferencestab.ThemeOf(t))
}

// followTheme draws again, when light turns to dark or back, what is out of sight then: the toolkit redraws what is
// in sight.
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
