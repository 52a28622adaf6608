package settings

const (
	defaultClearClipboard Seconds = 30     // how long a copied secret stays on the clipboard
	defaultHideSecret     Seconds = 30     // how long a secret is shown
	defaultLock           Seconds = 5 * 60 // how long the window is idle before it locks

	defaultExpiryDays Days = 30  // how long before a key expires the user is warned
	defaultAgeDays    Days = 365 // the age from which on a key is marked as old

	defaultDensity = DensityMiddle // as in the web console
)

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
