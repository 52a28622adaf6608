package settings

import (
	"accesskeys/app/keyring"
	"accesskeys/client"
	"accesskeys/client/route"
)

// SavedSession is a sign-in whose secret the keyring has.
type SavedSession struct {
	Server   string          `json:"server"` // as typed
	Endpoint client.Endpoint `json:"endpoint"`
	KeyID    string          `json:"keyId"`
}

// Account is the sign-in's entry in the keyring.
func (v SavedSession) Account() string { return keyring.Account(v.Endpoint.Base, v.KeyID) }

// SameKey reports whether both are sign-ins with one key at one server, where the API may have moved.
func (v SavedSession) SameKey(o SavedSession) bool {
	return v.KeyID == o.KeyID && route.SameServer(v.Endpoint.Base, o.Endpoint.Base)
}

// Leftover is what is left over of the sign-in once nothing names it.
func (v SavedSession) Leftover() Leftover { return Leftover{Base: v.Endpoint.Base, KeyID: v.KeyID} }
