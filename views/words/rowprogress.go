package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
)

// Fetching returns what a row shows in place of a secret that is being fetched.
func Fetching() string { return lang.L("Fetching…") }

// Progress returns what a row shows while its key is being changed or has a pending outcome, otherwise "".
func Progress(k keys.Key) string {
	if said := ProgressOf(k.Busy); said != "" {
		return said
	}
	if k.Pending != "" {
		return lang.L("Unconfirmed")
	}
	return ""
}

// ProgressOf returns what says that a key is being changed by an operation, or "" if the operation changes none.
func ProgressOf(op keys.Operation) string {
	switch op {
	case keys.OpEnable:
		return lang.L("Enabling…")
	case keys.OpDisable:
		return lang.L("Disabling…")
	case keys.OpDelete:
		return lang.L("Deleting…")
	}
	return ""
}
