package store

import (
	"fmt"
	"path/filepath"
	"strings"
)

// The files that are kept in the app's directory. Beside them are those of lists, which settings names.
const (
	SettingsFile    = "settings.json"
	AccountsFile    = "accounts.json"
	VaultFile       = "vault.json" // the index of what the keyring holds
	NotesFile       = "notes.json"
	RotationsFile   = "rotations.json"
	PendingFile     = "pending.json" // of the first process; see PendingFileOf
	HistoryFile     = "history.jsonl"
	KeyringLockFile = "keyring.lock"
)

// PendingFiles is how many processes have a file of what they do not know of changes.
const PendingFiles = 9

// PendingFileOf is the file of another process than the first, beside that one. number is from 2 on.
func PendingFileOf(first string, number int) string {
	return fmt.Sprintf("%s-%d.json", strings.TrimSuffix(first, ".json"), number)
}

// IsPendingFile reports whether PendingFileOf makes such names, or it is that of the first process.
func IsPendingFile(name string) bool {
	others, _ := filepath.Match("pending-[2-9].json", name)
	return name == PendingFile || others
}
