package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
)

// Shortfall says what a list lacks.
func Shortfall(f keys.Shortfall) string {
	missing := ""
	switch {
	case f.Total > 0:
		missing = lang.N("Showing {{.Shown}} of {{.Total}} keys: the server sent no more.", f.Total, map[string]any{"Shown": f.Shown, "Total": f.Total})
	case f.Torn:
		missing = lang.L("The list changed while it was being read. Reload to see all keys.")
	}
	if f.Unreadable == 0 {
		return missing
	}
	unread := lang.N("{{.Count}} keys couldn't be read.", f.Unreadable, map[string]any{"Count": f.Unreadable})
	if missing == "" {
		return unread
	}
	return Sentences(unread, missing)
}
