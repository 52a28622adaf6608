package words

import (
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/store"
)

// explainStore words why a file could not be read or written.
func explainStore(e *store.Error) string {
	file := map[string]any{"File": e.Path}
	switch e.Kind {
	case store.KindFull:
		return lang.L("The disk has no room left for {{.File}}. Free some space, then try again.", file)
	case store.KindQuota:
		return lang.L("You may store no more on the disk of {{.File}}: a quota or a limit is reached. Free some space or ask your administrator, then try again.", file)
	case store.KindReadOnly:
		return lang.L("The disk of {{.File}} can only be read. Make it writable, then try again.", file)
	case store.KindPermission:
		return lang.L("You are not allowed to read or write {{.File}}. Change the permissions of the file and of its folder, then try again.", file)
	case store.KindName:
		return lang.L("The path {{.File}} is too long for the disk. Use a folder with a shorter path.", file)
	case store.KindMissing:
		return lang.L("The folder of {{.File}} is missing, or something else is in its place. Create the folder, then try again.", file)
	case store.KindOccupied:
		return lang.L("Something else is in the place of the file {{.File}}. Move it away, then try again.", file)
	case store.KindDisk:
		return lang.L("The disk failed at {{.File}}. Check the disk and its connection, then try again.", file)
	case store.KindBusy:
		return lang.L("Another Access Keys process is using the app's files and does not finish. Close it, then try again.")
	}
	return lang.L("{{.File}} could not be read or written. The log says why.", file)
}

// LoggedOutBut words what was left undone by a log out.
func LoggedOutBut(err error) string {
	var keyring *keyring.Error
	var file *store.Error
	if !errors.As(err, &keyring) && errors.As(err, &file) {
		return Sentences(lang.L("Logged out, but that could not be saved."), explainStore(file))
	}
	return Sentences(lang.L("Logged out, but the keyring may still hold what was kept."), Explain(err))
}
