package language

import (
	"github.com/jeandeaual/go-locale"
	"golang.org/x/text/language"

	"accesskeys/app/settings"
)

// SystemLanguage returns the first of the system's languages that there are translations for, or else English.
func SystemLanguage() settings.Language {
	spoken := []settings.Language{settings.LanguageEnglish, settings.LanguageChinese} // the first is the default
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

// Resolve returns the language that a choice in the settings means.
func (l *Catalogue) Resolve(choice settings.Language) settings.Language {
	if choice == settings.LanguageSystem {
		return l.System
	}
	return choice
}
