package views

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
)

// shortfall says what a list lacks.
func shortfall(f app.Shortfall) string {
	text := ""
	if f.Unreadable > 0 {
		text = lang.N("{{.Count}} keys could not be read.", f.Unreadable, map[string]any{"Count": f.Unreadable})
	}
	if f.Total > f.Shown+f.Unreadable || text == "" {
		missing := lang.N("{{.Shown}} of {{.Total}} keys are shown: the server sent no more.", f.Total, map[string]any{"Shown": f.Shown, "Total": f.Total})
		if text == "" {
			return missing
		}
		text = sentences(text, missing)
	}
	return text
}
