package settings

// defaultExpiryDays is how long before its end a key is told of until the user chooses.
const defaultExpiryDays Days = 30

// ExpiryChoices are how long before its end a key may be told of.
func ExpiryChoices() []Days { return []Days{7, 30, 90, NoDays} }
