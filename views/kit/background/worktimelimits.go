package background

import "time"

// The time limits of work that has one of its own.
const (
	PromptLimit    = 10 * time.Minute // for work that may wait until the user enters the keyring's password
	PromptPatience = 5 * time.Second  // before the user is told what the program waits for
	ClipboardLimit = 5 * time.Second  // for the clipboard, which another program may have open
	SleepLimit     = 3 * time.Second  // for locking before the computer sleeps
)

// SlowAfter is how long work takes before the window says that it is being done. Most work takes less time, and saying so
// would make the toolkit draw the window once more.
const SlowAfter = 300 * time.Millisecond
