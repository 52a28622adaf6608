package preferencestab

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// languageChoice returns a drop-down list of the languages.
func (p *Page) languageChoice() *control.Choice {
	return pick(p.win, lang.L("Language"), settings.LanguageChoices(), p.app.Settings.Get().Language, p.languageName, p.host.ChooseLanguage)
}

// languageName returns the name of a language in that language itself, so that those who look for it can read it. It is
// in the current language if this computer cannot draw the other's characters.
func (p *Page) languageName(l settings.Language) string {
	switch {
	case l == settings.LanguageSystem:
		return lang.L("System default")
	case l == settings.LanguageEnglish:
		return lang.L("English")
	case p.chinese:
		return lang.L("简体中文")
	}
	return lang.L("Simplified Chinese")
}

// ShowLegible sets whether this computer can draw Chinese. It renames Chinese in the list accordingly, and says why the
// window is in English if it should be in Chinese.
func (p *Page) ShowLegible(chinese bool) {
	p.chinese = chinese
	p.illegible.SetText(words.NoChineseFont())
	style.Show(p.illegible, !chinese && p.languages.Resolve(p.app.Settings.Get().Language) == settings.LanguageChinese)
	p.language.Rename(control.Names(settings.LanguageChoices(), p.languageName))
}

// pick returns a drop-down list of values.
func pick[T comparable](w *page.Window, name string, values []T, chosen T, say func(T) string, picked func(T)) *control.Choice {
	c := control.NewChoice(w.Dialogs.MenuOfChoice, name, control.Names(values, say), max(0, slices.Index(values, chosen)))
	c.OnChosen = func(place int) { picked(values[place]) }
	return c
}
