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
		missing = lang.N("{{.Shown}} of {{.Total}} keys are shown: the server sent no more.", f.Total, map[string]any{"Shown": f.Shown, "Total": f.Total})
	case f.Torn:
		missing = lang.L("The list changed while the server sent it. Reload to see all of it.")
	}
	if f.Unreadable == 0 {
		return missing
	}
	unread := lang.N("{{.Count}} keys could not be read.", f.Unreadable, map[string]any{"Count": f.Unreadable})
	if missing == "" {
		return unread
	}
	return Sentences(unread, missing)
}
