package settings

import "slices"

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

// Theme is the colours that the window is drawn in.
type Theme string

// The themes.
const (
	ThemeSystem Theme = "" // light or dark as the system is
	ThemeLight  Theme = "light"
	ThemeDark   Theme = "dark"
)

// ThemeChoices are what the window can be drawn in.
func ThemeChoices() []Theme { return []Theme{ThemeSystem, ThemeLight, ThemeDark} }

// SetLanguage changes what the window is worded in. It does not wait for the disk: see Save.
func (s *File) SetLanguage(l Language) {
	s.Change(func(v *Settings) { v.Language = known(l, LanguageChoices()) })
}

// SetTheme changes what the window is drawn in. It does not wait for the disk: see Save.
func (s *File) SetTheme(t Theme) {
	s.Change(func(v *Settings) { v.Theme = known(t, ThemeChoices()) })
}

// known returns v, or the system's choice in place of what is none, as in a file from elsewhere.
func known[T ~string](v T, choices []T) T {
	if slices.Contains(choices, v) {
		return v
	}
	return ""
}
