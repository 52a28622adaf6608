package settings

// Theme is the colour theme of the window.
type Theme string

// The themes.
const (
	ThemeSystem Theme = "" // light or dark, like the system
	ThemeLight  Theme = "light"
	ThemeDark   Theme = "dark"
)

// ThemeChoices returns the themes to choose from.
func ThemeChoices() []Theme { return []Theme{ThemeSystem, ThemeLight, ThemeDark} }

// SetTheme changes the theme of the window. It does not write the file; see Save.
func (s *File) SetTheme(t Theme) {
	s.Change(func(v *Settings) { v.Theme = oneOf(ThemeChoices(), t, ThemeSystem) })
}
