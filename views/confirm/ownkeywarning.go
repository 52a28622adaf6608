package confirm

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
)

// The warnings about the key that the app is signed in with.

func ownDisabled() string {
	return lang.L("This app is signed in with this key. If you disable it, you'll need another key, or the web console, to get back in.")
}

func ownDeleted() string {
	return lang.L("This app is signed in with this key. If you delete it, you'll need another key, or the web console, to get back in.")
}

func ownDisabledOrDeleted() string {
	return lang.L("This app is signed in with this key. If you disable or delete it, you'll need another key, or the web console, to get back in.")
}

// OwnOfSeveral returns the warning before an operation on several keys that include the app's own key, or "" if the
// operation leaves that key usable. name is what the key is called.
func OwnOfSeveral(op keys.Operation, name string) string {
	data := map[string]any{"ID": name}
	switch op {
	case keys.OpDisable:
		return lang.L("This app is signed in with {{.ID}}, which comes last. If you disable it, you'll need another key, or the web console, to get back in.", data)
	case keys.OpDelete:
		return lang.L("This app is signed in with {{.ID}}, which comes last. If you disable or delete it, you'll need another key, or the web console, to get back in.", data)
	}
	return ""
}
