package settings

// defaultAgeDays is how old a key may be before that is told until the user chooses.
const defaultAgeDays Days = 365

// AgeChoices are how old a key may be before that is told.
func AgeChoices() []Days { return []Days{90, 180, 365, NoDays} }
