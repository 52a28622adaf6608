package settings

// defaultHideSecret is how long a secret is shown until the user chooses.
const defaultHideSecret Seconds = 30

// RevealChoices are how long a secret may be shown.
func RevealChoices() []Seconds { return []Seconds{10, 20, 30, 60, 120, Never} }
