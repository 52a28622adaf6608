package app

import "encoding/json"

// entry is what the index has of a key.
type entry struct {
	Stamp stamp  // how old a secret the keyring has at most
	User  string // whose key it is; "" is unknown
}

// wireEntry is an entry in the file. One without a user is its stamp alone, as earlier versions wrote it.
type wireEntry struct {
	Stamp stamp  `json:"changed"`
	User  string `json:"user"`
}

// MarshalJSON implements json.Marshaler.
func (e entry) MarshalJSON() ([]byte, error) {
	if e.User == "" {
		return json.Marshal(e.Stamp)
	}
	return json.Marshal(wireEntry(e))
}

// UnmarshalJSON implements json.Unmarshaler.
func (e *entry) UnmarshalJSON(b []byte) error {
	*e = entry{}
	if b[0] == '"' {
		return json.Unmarshal(b, &e.Stamp)
	}
	return json.Unmarshal(b, (*wireEntry)(e))
}
