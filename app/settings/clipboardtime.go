package settings

// ClipboardChoices returns the times to choose from, for which a copied secret stays on the clipboard.
func ClipboardChoices() []Seconds { return []Seconds{10, 20, 30, 60, 120, Never} }
