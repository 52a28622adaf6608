package settings

// defaults returns the default settings.
func defaults() Settings {
	return Settings{Version: version, Privacy: DefaultPrivacy(), Table: DefaultTable(), Warnings: DefaultWarnings()}
}

// DefaultPrivacy returns the default privacy settings.
func DefaultPrivacy() Privacy {
	return Privacy{ClearClipboard: defaultClearClipboard, HideSecret: defaultHideSecret, Lock: defaultLock}
}

// DefaultTable returns the default settings of the list, which look like the web console's.
func DefaultTable() Table { return Table{Density: defaultDensity} }

// DefaultWarnings returns the default settings of the warnings.
func DefaultWarnings() Warnings {
	return Warnings{ExpiryDays: defaultExpiryDays, AgeDays: defaultAgeDays}
}
