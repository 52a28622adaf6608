package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/client"
)

// SignInStep says what a sign-in is waiting for.
func SignInStep(p client.Progress) string {
	facts := map[string]any{"Address": p.Address, "Number": p.Number, "Count": p.Count}
	switch {
	case p.Found && p.Number == 1:
		return lang.L("Signing in at {{.Address}}…", facts)
	case p.Found:
		return lang.L("Signing in at {{.Address}} with another token format ({{.Number}} of {{.Count}})…", facts)
	case p.Count == 1:
		return lang.L("Trying {{.Address}}…", facts)
	}
	return lang.L("Trying {{.Address}} ({{.Number}} of {{.Count}})…", facts)
}
