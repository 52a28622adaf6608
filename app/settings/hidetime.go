package settings

// RevealChoices returns the times to choose from, for which a secret is shown.
func RevealChoices() []Seconds { return []Seconds{10, 20, 30, 60, 120, Never} }
