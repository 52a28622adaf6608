// Package secrets stores revealed secrets in the system's keyring. It has an index of them on disk, because not every
// keyring can list its entries.
package secrets

import (
	"errors"
	"sync/atomic"

	"accesskeys/app/keyring"
)

var (
	// ErrSealed means that a secret was not stored because the vault is closed.
	ErrSealed    = errors.New("the vault is closed")
	errIndexLost = errors.New("the list of what the keyring holds was corrupt")
)

// Vault stores the revealed secrets of one server in the keyring, with one entry per key. The name of an entry contains
// the base that the API had when the secret was stored. Entries with other bases of the same server belong to the vault
// too, because the API can move.
type Vault struct {
	store  keyring.Store
	index  *Index
	base   string
	sealed atomic.Bool // Put fails
}

// NewVault returns a vault in store for the server of base.
func NewVault(store keyring.Store, index *Index, base string) *Vault {
	return &Vault{store: store, index: index, base: base}
}

// Base returns the base with which new entries are named.
func (v *Vault) Base() string { return v.base }

// Listed returns the index's entries for the server. The keyring has no other secrets of the server, but may lack some.
func (v *Vault) Listed() ([]Listed, error) { return v.index.listOf(v.base) }

// MayHold reports whether the keyring may have secrets of the server of base, as far as the index knows.
func MayHold(x *Index, base string) bool {
	listed, err := x.listOf(base)
	return err != nil || len(listed) > 0 || x.lost.Load()
}

// Close makes the vault refuse to store further secrets.
func (v *Vault) Close() { v.sealed.Store(true) }

// Claim sets the owners of keys, by key ID.
func (v *Vault) Claim(owners map[string]string) error { return v.index.claim(v.base, owners) }
