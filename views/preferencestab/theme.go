package preferencestab

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/settings"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// ThemeOf returns the toolkit's theme for the user's choice.
func ThemeOf(choice settings.Theme) fyne.Theme {
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

func (p *Page) themeChoice() *control.Choice {
	return pick(p.win, lang.L("Theme"), settings.ThemeChoices(), p.app.Settings.Get().Theme, themeName, p.host.ChooseTheme)
}

func themeName(t settings.Theme) string {
	switch t {
	case settings.ThemeLight:
		return lang.L("Light")
	case settings.ThemeDark:
		return lang.L("Dark")
	}
	return lang.L("System default")
}
