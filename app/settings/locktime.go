package settings

// defaultLock is how long the window may be left alone until the user chooses.
const defaultLock Seconds = 5 * 60

// LockChoices are how long the window may be left alone before it locks.
func LockChoices() []Seconds { return []Seconds{60, 5 * 60, 15 * 60, 30 * 60, Never} }
