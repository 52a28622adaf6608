package background

import "time"

// The time limits of work that has one of its own.
const (
	PromptLimit    = 10 * time.Minute // for work that may wait until the user enters the keyring's password
	PromptPatience = 5 * time.Second  // before the user is told what the program waits for
	ClipboardLimit = 5 * time.Second  // for the clipboard, which another program may have open
	SleepLimit     = 3 * time.Second  // for locking before the computer sleeps
)
