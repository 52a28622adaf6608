// Package settings holds what the application remembers between runs, and the file that stores it. Several processes may
// change that file at the same time.
package settings

import (
	"maps"
	"slices"

	"accesskeys/client/route"
)

// version is the version of the layout of the settings file. The program reads what it knows of files with another
// version.
const version = 1

// Settings are what the application remembers between runs. Their values do not depend on the language, and none is a
// secret.
type Settings struct {
	Version int           `json:"version"`
	Server  string        `json:"server,omitempty"`  // the server of the last sign-in, as typed
	KeyID   string        `json:"keyId,omitempty"`   // the key of the last sign-in, until the user logs out
	Session *SavedSession `json:"session,omitempty"` // the sign-in that the next start opens; nil means that it asks for one
	Forget  []Leftover    `json:"forget,omitempty"`  // the keyring entries that are still to be deleted
	Privacy Privacy       `json:"privacy"`
	PIN     *PIN          `json:"pin,omitempty"` // the PIN that unlocks the window; nil means none
	Table   Table         `json:"table"`

	SignInEachTime bool `json:"signInEachTime,omitempty"` // what the user chose at the last sign-in: not to stay signed in

	Warnings        Warnings          `json:"warnings"`
	DismissedExpiry []DismissedExpiry `json:"toldExpiry,omitempty"`

	Language Language   `json:"language,omitempty"`
	Theme    Theme      `json:"theme,omitempty"`
	Window   WindowSize `json:"window,omitzero"`

	CopyPrefix string `json:"copyPrefix,omitempty"` // the prefix of the names under which a key is copied

	Servers map[string]route.Network `json:"servers,omitempty"` // how servers are reached, by route.Origin

	Accounts []Account `json:"-"`                        // the accounts that the user can switch to; stored in accounts.json
	Current  string    `json:"-"`                        // the ID of the account of Session, or of the last one if it was signed out
	Listed   bool      `json:"accountsListed,omitempty"` // there is an accounts.json
}

// clone returns a deep copy of s.
func (s Settings) clone() Settings {
	if s.Session != nil {
		session := *s.Session
		s.Session = &session
	}
	if s.PIN != nil {
		pin := *s.PIN
		s.PIN = &pin
	}
	s.Forget = append([]Leftover(nil), s.Forget...)    // nil if empty
	s.Accounts = append([]Account(nil), s.Accounts...) // likewise
	s.DismissedExpiry = append([]DismissedExpiry(nil), s.DismissedExpiry...)
	s.Servers = maps.Clone(s.Servers)
	if len(s.Servers) == 0 {
		s.Servers = nil // as when it is read from the file
	}
	return s
}

// oneOf returns v if it is one of choices, and fallback otherwise. It is for values that come from a file.
func oneOf[T comparable](choices []T, v, fallback T) T {
	if slices.Contains(choices, v) {
		return v
	}
	return fallback
}
