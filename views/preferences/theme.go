package preferences

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/settings"
	"accesskeys/views/kit/style"
)

// ThemeOf is the window's theme by the user's choice.
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
