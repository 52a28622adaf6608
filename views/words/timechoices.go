package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
)

// Seconds returns the name of a time that can be chosen.
func Seconds(s settings.Seconds) string {
	switch {
	case s == settings.Never:
		return lang.L("Never")
	case s >= 60:
		return lang.N("{{.Count}} minutes", int(s/60), map[string]any{"Count": int(s / 60)})
	}
	return lang.N("{{.Count}} seconds", int(s), map[string]any{"Count": int(s)})
}

// Days returns the name of a number of days that can be chosen.
func Days(d settings.Days) string {
	if d == settings.NoDays {
		return lang.L("Never")
	}
	return lang.N("{{.Count}} days", int(d), count(int(d)))
}
