package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
)

// Fetching returns what a row shows in place of a secret that is being fetched.
func Fetching() string { return lang.L("Fetching…") }

// Progress returns what a row shows while its key is being changed or has a pending outcome, otherwise "".
func Progress(k keys.Key) string {
	switch k.Busy {
	case keys.OpEnable:
		return lang.L("Enabling…")
	case keys.OpDisable:
		return lang.L("Disabling…")
	case keys.OpDelete:
		return lang.L("Deleting…")
	}
	if k.Pending != "" {
		return lang.L("Unconfirmed")
	}
	return ""
}
