package settings

// defaultClearClipboard is how long a copied secret stays on the clipboard until the user chooses.
const defaultClearClipboard Seconds = 30

// ClipboardChoices are how long a copied secret may stay on the clipboard.
func ClipboardChoices() []Seconds { return []Seconds{10, 20, 30, 60, 120, Never} }
