package preferences

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// languageChoice is a drop-down list of the languages.
func (p *Page) languageChoice() *control.Choice {
	return pick(p.win, lang.L("Language"), app.LanguageChoices(), p.app.Settings.Get().Language, p.languageName, p.host.ChooseLanguage)
}

// languageName is what a language calls itself, which whoever looks for it reads, if it can be drawn here.
func (p *Page) languageName(l app.Language) string {
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

func (p *Page) themeChoice() *control.Choice {
	return pick(p.win, lang.L("Theme"), app.ThemeChoices(), p.app.Settings.Get().Theme, themeName, p.host.ChooseTheme)
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

// ShowLegible names Chinese so that it can be read here, and says why the window is not in it if it should be.
func (p *Page) ShowLegible(chinese bool) {
	p.chinese = chinese
	p.Illegible.SetText(words.Illegible())
	style.Show(p.Illegible, !chinese && p.languages.Meant(p.app.Settings.Get().Language) == app.LanguageChinese)
	p.Language.Rename(control.Names(app.LanguageChoices(), p.languageName))
}

// pick is a drop-down list of values.
func pick[T comparable](w *page.Window, name string, values []T, chosen T, say func(T) string, picked func(T)) *control.Choice {
	c := control.NewChoice(name, control.Names(values, say), max(0, slices.Index(values, chosen)))
	c.OnChosen = func(place int) { picked(values[place]) }
	c.OnKey, c.OnMenu = w.OnKey, w.Dialogs.Menu
	return c
}
