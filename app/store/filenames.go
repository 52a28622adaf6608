package store

// The files that are kept in the app's directory. Beside them are those of lists, which settings names.
const (
	SettingsFile    = "settings.json"
	AccountsFile    = "accounts.json"
	VaultFile       = "vault.json" // the index of what the keyring holds
	NotesFile       = "notes.json"
	RotationsFile   = "rotations.json"
	HistoryFile     = "history.jsonl"
	KeyringLockFile = "keyring.lock"
)
