package views

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// chooseTheme draws everything in other colours from now on, and remembers that.
func (w *window) chooseTheme(t app.Theme) {
	w.App.SetTheme(t)
	w.save()
	fyne.CurrentApp().Settings().SetTheme(themeOf(t))
}

// themeOf is the window's theme by the user's choice.
func themeOf(choice app.Theme) fyne.Theme {
	variant := theme.VariantLight
	switch choice {
	case app.ThemeLight:
	case app.ThemeDark:
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
			if w.settings != nil && (w.covered() || !w.settings.keysShown()) {
				w.settings.drawKeysAnew()
			}
		}
	})
}

// languageChoice is a drop-down list of the languages.
func (p *preferencesPage) languageChoice() *control.Choice {
	return pick(p.w, lang.L("Language"), app.LanguageChoices(), p.w.App.Settings().Language, p.languageName, p.w.chooseLanguage)
}

// languageName is what a language calls itself, which whoever looks for it reads, if it can be drawn here.
func (p *preferencesPage) languageName(l app.Language) string {
	switch {
	case l == app.LanguageSystem:
		return lang.L("As the system")
	case l == app.LanguageEnglish:
		return lang.L("English")
	case p.chinese:
		return lang.L("简体中文")
	}
	return lang.L("Simplified Chinese")
}

func (p *preferencesPage) themeChoice() *control.Choice {
	return pick(p.w, lang.L("Theme"), app.ThemeChoices(), p.w.App.Settings().Theme, themeName, p.w.chooseTheme)
}

func themeName(t app.Theme) string {
	switch t {
	case app.ThemeLight:
		return lang.L("Light")
	case app.ThemeDark:
		return lang.L("Dark")
	}
	return lang.L("As the system")
}

// showLegible names Chinese so that it can be read here, and says why the window is not in it if it should be.
func (p *preferencesPage) showLegible(chinese bool) {
	p.chinese = chinese
	p.illegible.SetText(illegible())
	style.Show(p.illegible, !chinese && p.w.Languages.meant(p.w.App.Settings().Language) == app.LanguageChinese)
	p.language.Rename(named(app.LanguageChoices(), p.languageName))
}

// pick is a drop-down list of values.
func pick[T comparable](w *window, name string, values []T, chosen T, say func(T) string, picked func(T)) *control.Choice {
	c := control.NewChoice(name, named(values, say), max(0, slices.Index(values, chosen)))
	c.OnChosen = func(place int) { picked(values[place]) }
	c.OnKey, c.OnMenu = w.typedKey, w.dialogs.Menu
	return c
}

func named[T any](values []T, say func(T) string) []string {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = say(v)
	}
	return names
}
