package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
)

// Seconds is a time to choose.
func Seconds(s settings.Seconds) string {
	switch {
	case s == settings.Never:
		return lang.L("Never")
	case s >= 60:
		return lang.N("{{.Count}} minutes", int(s/60), map[string]any{"Count": int(s / 60)})
	}
	return lang.N("{{.Count}} seconds", int(s), map[string]any{"Count": int(s)})
}

// Days is a number of days to choose.
func Days(d settings.Days) string {
	if d == settings.NoDays {
		return lang.L("Never")
	}
	return lang.N("{{.Count}} days", int(d), count(int(d)))
}
