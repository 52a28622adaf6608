package settings

// defaultHideSecret is the default time for which a secret is shown.
const defaultHideSecret Seconds = 30

// RevealChoices returns the times to choose from, for which a secret is shown.
func RevealChoices() []Seconds { return []Seconds{10, 20, 30, 60, 120, Never} }
