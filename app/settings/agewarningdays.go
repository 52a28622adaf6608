package settings

// defaultAgeDays is the default age from which on the user is warned about a key.
const defaultAgeDays Days = 365

// AgeChoices returns the ages to choose from, from which on the user is warned about a key.
func AgeChoices() []Days { return []Days{90, 180, 365, NoDays} }
