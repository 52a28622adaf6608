package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/store"
)

// explainStore says why a file could not be read or written.
func explainStore(e *store.Error) string {
	file := map[string]any{"File": e.Path}
	switch e.Kind {
	case store.KindFull:
		return lang.L("The disk is full, so {{.File}} couldn't be saved. Free some space, then try again.", file)
	case store.KindQuota:
		return lang.L("A disk quota is reached, so {{.File}} couldn't be saved. Free some space, or ask your administrator.", file)
	case store.KindReadOnly:
		return lang.L("The disk of {{.File}} is read-only. Make it writable, then try again.", file)
	case store.KindPermission:
		return lang.L("No permission to use {{.File}}. Change the permissions of the file and its folder, then try again.", file)
	case store.KindName:
		return lang.L("The path {{.File}} is too long. Use a folder with a shorter path.", file)
	case store.KindMissing:
		return lang.L("The folder of {{.File}} is missing. Create it, then try again.", file)
	case store.KindOccupied:
		return lang.L("{{.File}} is not a regular file. Move it away, then try again.", file)
	case store.KindDisk:
		return lang.L("A disk error occurred at {{.File}}. Check the disk, then try again.", file)
	case store.KindBusy:
		return lang.L("Another Access Keys process is holding the app's files. Close it, then try again.")
	}
	return lang.L("{{.File}} couldn't be read or saved. See the log for the reason.", file)
}
