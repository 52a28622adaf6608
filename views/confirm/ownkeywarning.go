package confirm

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/dialog"
)

// ownKeyWarning returns a warning with the text if the app is signed in with the key, or else nothing.
func ownKeyWarning(k keys.Key, text string) []fyne.CanvasObject {
	if !k.Own {
		return nil
	}
	return []fyne.CanvasObject{dialog.Warning(text)}
}

func ownDisabled() string {
	return lang.L("This app is signed in with this key. If you disable it, you'll need another key, or the web console, to get back in.")
}

func ownDeleted() string {
	return lang.L("This app is signed in with this key. If you delete it, you'll need another key, or the web console, to get back in.")
}

func ownDisabledOrDeleted() string {
	return lang.L("This app is signed in with this key. If you disable or delete it, you'll need another key, or the web console, to get back in.")
}

// AccountOfSeveral returns the warning before several keys are disabled or deleted, one of which another account of the app
// signs in with. name is what the key is called.
func AccountOfSeveral(account, name string) string {
	return lang.L("This app's account {{.Account}} signs in with {{.ID}}, and can't once it is disabled or deleted.", map[string]any{"Account": account, "ID": name})
}

// OwnOfSeveral returns the warning before an operation on several keys that include the app's own key, or "" if the
// operation leaves that key usable. name is what the key is called.
func OwnOfSeveral(op keys.Operation, name string) string {
	data := map[string]any{"ID": name}
	switch op {
	case keys.OpDisable:
		return lang.L("This app is signed in with {{.ID}}. That key comes last. If you disable it, you'll need another key, or the web console, to get back in.", data)
	case keys.OpDelete:
		return lang.L("This app is signed in with {{.ID}}. That key comes last. If you disable or delete it, you'll need another key, or the web console, to get back in.", data)
	}
	return ""
}
