package views

import (
	"embed"
	_ "unsafe" // for go:linkname

	"fyne.io/fyne/v2/lang"
	"github.com/jeandeaual/go-locale"
	"golang.org/x/text/language"

	"accesskeys/app"
)

// chineseSample is what a font for Chinese has; not every font with a few of its characters does.
const chineseSample = "访问密钥偏好设置简体中文"

// Languages is what the window is worded in: one of those that there are translations for, whatever the
// system's is. There is one a process, because the toolkit's translations are the process's.
type Languages struct {
	system app.Language // what the system's comes to
	spoken app.Language
	draws  func(text string) bool
}

// LoadLanguages reads the translations, and words everything as the system has it. draws tells whether the
// system has a font for a text; it is called in the background.
func LoadLanguages(translations embed.FS, draws func(text string) bool) (*Languages, error) {
	if err := lang.AddTranslationsFS(translations, "translations"); err != nil {
		return nil, err
	}
	l := &Languages{system: systemLanguage(), draws: draws}
	l.speak(l.system)
	return l, nil
}

// systemLanguage is the first of the system's languages that there are translations for.
func systemLanguage() app.Language {
	spoken := []app.Language{app.LanguageEnglish, app.LanguageChinese} // the first is for when none matches
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

// meant is the language that a choice comes to.
func (l *Languages) meant(choice app.Language) app.Language {
	if choice == app.LanguageSystem {
		return l.system
	}
	return choice
}

// Speak has everything worded as chosen in the settings from now on.
func (l *Languages) Speak(choice app.Language) { l.speak(l.meant(choice)) }

// speak has everything worded in a language from now on, the toolkit's own menus too.
func (l *Languages) speak(now app.Language) {
	l.spoken = now
	setupLang(string(now))
}

// legible tells whether this computer can draw a language. It is for the background.
func (l *Languages) legible(choice app.Language) bool {
	return l.meant(choice) != app.LanguageChinese || l.draws(chineseSample)
}

// setupLang is how Fyne 2.8.1 turns to a language. It exports no way to: what it does export reads the
// system's language each time, and from there on Windows and macOS nothing but the system can change it.
// Adding one language's messages as the other's would not do either, for they would be counted by the
// other's plural rules.
//
//go:linkname setupLang fyne.io/fyne/v2/lang.setupLang
func setupLang(language string)
