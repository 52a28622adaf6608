// Package settings is what the application remembers from one start to the next, and the file that keeps it. Several
// processes may change that file at once.
package settings

import (
	"maps"
	"slices"

	"accesskeys/client/route"
)

// version is the layout of the settings file. A reader of another one takes what it knows.
const version = 1

// Settings are what the application remembers from one start to the next. Their values mean the same in
// every language, and none is a secret.
type Settings struct {
	Version int           `json:"version"`
	Server  string        `json:"server,omitempty"`  // last signed in to, as typed
	KeyID   string        `json:"keyId,omitempty"`   // last signed in with, until one logs out
	Session *SavedSession `json:"session,omitempty"` // what to open at the next start; nil asks for a sign-in
	Forget  []Leftover    `json:"forget,omitempty"`  // what the keyring is still to delete
	Privacy Privacy       `json:"privacy"`
	PIN     *PIN          `json:"pin,omitempty"` // asked for when the window is locked; nil asks for none
	Table   Table         `json:"table"`

	Warnings   Warnings     `json:"warnings"`
	ToldExpiry []ToldExpiry `json:"toldExpiry,omitempty"`

	Language Language   `json:"language,omitempty"`
	Theme    Theme      `json:"theme,omitempty"`
	Window   WindowSize `json:"window,omitzero"`

	CopyPrefix string `json:"copyPrefix,omitempty"` // of the names under which a key is copied

	Servers map[string]route.Network `json:"servers,omitempty"` // how servers are reached, by client.Origin

	Accounts []Account `json:"-"`                        // what the user can switch to, in a file of its own
	Current  string    `json:"-"`                        // the ID of the one that Session is of, or was until it was signed out
	Listed   bool      `json:"accountsListed,omitempty"` // there is that file
}

// clone copies what the pointers lead to as well.
func (s Settings) clone() Settings {
	if s.Session != nil {
		session := *s.Session
		s.Session = &session
	}
	if s.PIN != nil {
		pin := *s.PIN
		s.PIN = &pin
	}
	s.Forget = append([]Leftover(nil), s.Forget...)    // nil when empty
	s.Accounts = append([]Account(nil), s.Accounts...) // likewise
	s.ToldExpiry = append([]ToldExpiry(nil), s.ToldExpiry...)
	s.Servers = maps.Clone(s.Servers)
	if len(s.Servers) == 0 {
		s.Servers = nil // as it comes back from the disk
	}
	return s
}

// known returns v, or the system's choice in place of what is none, as in a file from elsewhere.
func known[T ~string](v T, choices []T) T {
	if slices.Contains(choices, v) {
		return v
	}
	return ""
}
