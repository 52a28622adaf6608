package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
)

// Age returns the age of a key in days.
func Age(days int, known bool) string {
	switch {
	case !known:
		return "–"
	case days == 0:
		return lang.X("age.underADay", "< 1 day")
	}
	return lang.N("{{.Count}} days", days, count(days))
}

// OlderThan says that a key is older than the user wants keys to be.
func OlderThan(w settings.Warnings) string {
	return lang.N("Older than {{.Count}} days: consider replacing it", int(w.AgeDays), count(int(w.AgeDays)))
}
