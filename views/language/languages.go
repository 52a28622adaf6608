// Package language words the window in English or Chinese, and finds out which of them this computer can draw.
package language

import (
	"embed"
	_ "unsafe" // for go:linkname

	"fyne.io/fyne/v2/lang"
	"github.com/jeandeaual/go-locale"
	"golang.org/x/text/language"

	"accesskeys/app/settings"
)

// chineseSample is what a font for Chinese has; not every font with a few of its characters does.
const chineseSample = "访问密钥偏好设置简体中文"

// Catalogue is what the window is worded in: one of those that there are translations for, whatever the
// system's is. There is one a process, because the toolkit's translations are the process's.
type Catalogue struct {
	System settings.Language // what the system's comes to
	Spoken settings.Language
	draws  func(text string) bool
}

// Load reads the translations, and words everything as the system has it. draws tells whether the
// system has a font for a text; it is called in the background.
func Load(translations embed.FS, draws func(text string) bool) (*Catalogue, error) {
	if err := lang.AddTranslationsFS(translations, "translations"); err != nil {
		return nil, err
	}
	l := &Catalogue{System: SystemLanguage(), draws: draws}
	l.Use(l.System)
	return l, nil
}

// SystemLanguage is the first of the system's languages that there are translations for.
func SystemLanguage() settings.Language {
	spoken := []settings.Language{settings.LanguageEnglish, settings.LanguageChinese} // the first is for when none matches
	var tags []language.Tag
	for _, l := range spoken {
		tags = append(tags, language.Make(string(l)))
	}
	wanted, err := locale.GetLocales()
	if err != nil {
		return spoken[0]
	}
	_, place := language.MatchStrings(language.NewMatcher(tags), wanted...)
	return spoken[place]
}

// Meant is the language that a choice comes to.
func (l *Catalogue) Meant(choice settings.Language) settings.Language {
	if choice == settings.LanguageSystem {
		return l.System
	}
	return choice
}

// Speak has everything worded as chosen in the settings from now on.
func (l *Catalogue) Speak(choice settings.Language) { l.Use(l.Meant(choice)) }

// Use has everything worded in a language from now on, the toolkit's own menus too.
func (l *Catalogue) Use(now settings.Language) {
	l.Spoken = now
	setupLang(string(now))
}

// Legible tells whether this computer can draw a language. It is for the background.
func (l *Catalogue) Legible(choice settings.Language) bool {
	return l.Meant(choice) != settings.LanguageChinese || l.draws(chineseSample)
}

// setupLang is how Fyne 2.8.1 turns to a language. It exports no way to: what it does export reads the
// system's language each time, and from there on Windows and macOS nothing but the system can change it.
// Adding one language's messages as the other's would not do either, for they would be counted by the
// other's plural rules.
//
//go:linkname setupLang fyne.io/fyne/v2/lang.setupLang
func setupLang(language string)
