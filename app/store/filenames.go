package store

import (
	"fmt"
	"path/filepath"
	"strings"
)

// The names of the files in the app's directory. There are also the files of lists; see settings.Account.ListFile.
const (
	SettingsFile    = "settings.json"
	AccountsFile    = "accounts.json"
	VaultFile       = "vault.json" // the index of the secrets in the keyring
	NotesFile       = "notes.json"
	RotationsFile   = "rotations.json"
	PendingFile     = "pending.json" // the file of the first process; see PendingFileOf
	HistoryFile     = "history.jsonl"
	KeyringLockFile = "keyring.lock"
)

// PendingFiles is the most processes that can have a file of pending outcomes at the same time.
const PendingFiles = 9

// PendingFileOf returns the path of a further process's file of pending outcomes, next to the file of the first process.
// number is 2 or more.
func PendingFileOf(first string, number int) string {
	return fmt.Sprintf("%s-%d.json", strings.TrimSuffix(first, ".json"), number)
}

// IsPendingFile reports whether name is that of a file of pending outcomes, of any process.
func IsPendingFile(name string) bool {
	others, _ := filepath.Match("pending-[2-9].json", name)
	return name == PendingFile || others
}
