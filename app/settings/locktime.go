package settings

// LockChoices returns the idle times to choose from, after which the window locks.
func LockChoices() []Seconds { return []Seconds{60, 5 * 60, 15 * 60, 30 * 60, Never} }
