// Package language switches the window between English and Chinese, and finds out whether this computer can draw
// Chinese.
package language

import (
	"embed"
	"os"
	_ "unsafe" // for go:linkname

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
)

// chineseSample has characters that every Chinese font has. Some other fonts have only a few of them.
const chineseSample = "访问密钥偏好设置简体中文"

// Catalogue holds the window's language, which is one of those with translations, and may differ from the system's.
// There is only one in a process, because the toolkit's translations are global.
type Catalogue struct {
	System  settings.Language      // the language with translations that fits the system's best
	Current settings.Language      // the language of the window
	canDraw func(text string) bool // reports whether the system has a font for a text
	spoken  string                 // the system's value of languageEnv
}

// Load reads the translations and switches to the system's language. draws reports whether the system has a font for a
// text; it is called in the background.
func Load(translations embed.FS, draws func(text string) bool) (*Catalogue, error) {
	if err := lang.AddTranslationsFS(translations, "translations"); err != nil {
		return nil, err
	}
	l := &Catalogue{System: SystemLanguage(), canDraw: draws, spoken: os.Getenv(languageEnv)}
	l.Use(l.System)
	return l, nil
}

// UseChoice switches to the language of a choice in the settings.
func (l *Catalogue) UseChoice(choice settings.Language) { l.Use(l.Resolve(choice)) }

// Use switches to a language, also for the toolkit's own menus.
func (l *Catalogue) Use(now settings.Language) {
	l.Current = now
	setupLang(string(now))
	l.preferFonts()
}

// CanDraw reports whether this computer can draw a language. Call it in the background.
func (l *Catalogue) CanDraw(choice settings.Language) bool {
	return l.Resolve(choice) != settings.LanguageChinese || l.canDraw(chineseSample)
}

// setupLang is the function by which Fyne 2.8.1 switches to a language. It is not exported. The exported functions take
// the system's language each time, which a program cannot change on Windows and macOS. Nor is it possible to add the
// messages of one language under the name of another, because then the plural rules of the other would apply.
//
//go:linkname setupLang fyne.io/fyne/v2/lang.setupLang
func setupLang(language string)
