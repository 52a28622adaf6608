package settings

// AgeChoices returns the ages to choose from, from which on the user is warned about a key.
func AgeChoices() []Days { return []Days{90, 180, 365, NoDays} }
