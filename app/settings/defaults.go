package settings

// defaults are what holds until the user chooses otherwise.
func defaults() Settings {
	return Settings{Version: version, Privacy: DefaultPrivacy(), Table: DefaultTable(), Warnings: DefaultWarnings()}
}

// DefaultPrivacy is what holds until the user chooses otherwise.
func DefaultPrivacy() Privacy {
	return Privacy{ClearClipboard: defaultClearClipboard, HideSecret: defaultHideSecret, Lock: defaultLock}
}

// DefaultTable is what holds until the user chooses otherwise: the console's look.
func DefaultTable() Table { return Table{Density: defaultDensity} }

// DefaultWarnings is what holds until the user chooses otherwise.
func DefaultWarnings() Warnings {
	return Warnings{ExpiryDays: defaultExpiryDays, AgeDays: defaultAgeDays}
}
