package settings

// Language is what the window is worded in.
type Language string

// The languages. The values are those of BCP 47.
const (
	LanguageSystem  Language = "" // the system's, where the window can be worded in it
	LanguageEnglish Language = "en"
	LanguageChinese Language = "zh-Hans" // Simplified Chinese
)

// LanguageChoices are what the window can be worded in.
func LanguageChoices() []Language {
	return []Language{LanguageSystem, LanguageEnglish, LanguageChinese}
}

// SetLanguage changes what the window is worded in. It does not wait for the disk: see Save.
func (s *File) SetLanguage(l Language) {
	s.Change(func(v *Settings) { v.Language = known(l, LanguageChoices()) })
}
