package secrets

// Entry is what the index has of a key.
type Entry struct {
	Stamp Stamp  `json:"changed"` // how old a secret the keyring has at most
	User  string `json:"user"`    // whose key it is; "" is unknown
}
