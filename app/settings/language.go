package settings

// Language is the language of the window.
type Language string

// The languages. The values are those of BCP 47.
const (
	LanguageSystem  Language = "" // the system's language, if the window is translated into it
	LanguageEnglish Language = "en"
	LanguageChinese Language = "zh-Hans" // Simplified Chinese
)

// LanguageChoices returns the languages to choose from.
func LanguageChoices() []Language {
	return []Language{LanguageSystem, LanguageEnglish, LanguageChinese}
}

// SetLanguage changes the language of the window. It does not write the file; see Save.
func (s *File) SetLanguage(l Language) {
	s.Change(func(v *Settings) { v.Language = oneOf(LanguageChoices(), l, LanguageSystem) })
}
