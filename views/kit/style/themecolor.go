package style

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Color returns the colour of a name in the theme and variant that w is drawn with.
func Color(w fyne.Widget, name fyne.ThemeColorName) color.Color {
	return theme.CurrentForWidget(w).Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// Variant returns whether the window is drawn light or dark.
func Variant() fyne.ThemeVariant {
	settings := fyne.CurrentApp().Settings()
	if t, ours := settings.Theme().(*Theme); ours {
		return t.variant(settings.ThemeVariant())
	}
	return settings.ThemeVariant()
}
