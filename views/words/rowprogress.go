package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
)

// Fetching is what a row says in place of a secret that is being fetched.
func Fetching() string { return lang.L("Fetching…") }

// Progress is what a row says while its key is being changed, or has an outcome that is not known.
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
