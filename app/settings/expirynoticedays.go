package settings

// ExpiryChoices returns the choices for how long before a key expires the user is warned.
func ExpiryChoices() []Days { return []Days{7, 30, 90, NoDays} }
