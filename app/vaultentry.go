package app

// entry is what the index has of a key.
type entry struct {
	Stamp stamp  `json:"changed"` // how old a secret the keyring has at most
	User  string `json:"user"`    // whose key it is; "" is unknown
}
