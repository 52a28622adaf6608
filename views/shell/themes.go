package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/settings"
	"accesskeys/views/kit/style"
)

// ChooseTheme draws everything in other colours from now on, and remembers that.
func (w *window) ChooseTheme(t settings.Theme) {
	w.App.Settings.SetTheme(t)
	w.Save()
	fyne.CurrentApp().Settings().SetTheme(themeOf(t))
}

// themeOf is the window's theme by the user's choice.
func themeOf(choice settings.Theme) fyne.Theme {
	variant := theme.VariantLight
	switch choice {
	case settings.ThemeLight:
	case settings.ThemeDark:
		variant = theme.VariantDark
	default:
		return style.New(nil)
	}
	return style.New(&variant)
}

// followTheme draws anew, when light turns to dark or back, what is out of sight then: the toolkit sees to
// what is in sight.
func (w *window) followTheme() {
	drawn := style.Variant()
	fyne.CurrentApp().Settings().AddListener(func(fyne.Settings) {
		if now := style.Variant(); now != drawn {
			drawn = now
			if w.settings != nil && (w.Covered() || !w.settings.keysShown()) {
				w.settings.redrawKeys()
			}
		}
	})
}
