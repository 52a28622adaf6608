package settings

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

// SetTheme changes what the window is drawn in. It does not wait for the disk: see Save.
func (s *File) SetTheme(t Theme) {
	s.Change(func(v *Settings) { v.Theme = known(t, ThemeChoices()) })
}
