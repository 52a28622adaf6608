// Package keys is the list of a user's access keys and every rule of it: reading and changing keys, several at once,
// and finding out what became of a change whose answer was lost.
package keys

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"accesskeys/app/broadcast"
	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
	"accesskeys/client"
	"accesskeys/client/route"
)

// Backend is what Keys asks of the server.
type Backend interface {
	Endpoint() client.Endpoint
	KeyID() string // of the key that requests are signed with
	List(ctx context.Context) (client.Listing, error)
	Get(ctx context.Context, id string) (client.AccessKey, client.Secret, error)
	Read(ctx context.Context, id string) (client.AccessKey, error)
	Create(ctx context.Context, known map[string]bool) (client.Creation, error)
	Enable(ctx context.Context, id string) error
	Disable(ctx context.Context, id string) error
	Delete(ctx context.Context, id string) error
	Network() route.Network // how the server is reached
}

// Vault is where Keys keeps secrets that were revealed. *secrets.Vault is one.
type Vault interface {
	// Get returns ErrNotStored if there is no secret with a stamp for which current returns true. The user is asked to
	// unlock the keyring only if prompt is set.
	Get(ctx context.Context, keyID string, current func(secrets.Stamp) bool, prompt bool) (client.Secret, error)
	// Put stores a secret if wanted returns true when it is about to be written.
	Put(ctx context.Context, keyID string, secret client.Secret, e secrets.Entry, wanted func() bool) error
	// Listed returns the keys that there may be secrets of.
	Listed() ([]secrets.Listed, error)
	// Claim records the owners of keys, by key ID.
	Claim(owners map[string]string) error
	// Prune removes the secrets for which keep returns false.
	Prune(ctx context.Context, keep func(secrets.Listed) bool) error
	Base() string // the part of an entry's name that stands for the server
}

// Keys is the list of the user's access keys and what is done to them. It holds no secret.
//
// A list from the server is only as new as its request. So requests are numbered, an older list never replaces a newer
// one, and changes made while a list was under way are applied to it.
type Keys struct {
	Changed broadcast.Signal[struct{}] // what All returns has changed
	Busied  broadcast.Signal[string]   // the key with this ID has become busy or idle, and has not changed otherwise
	// Resolved reports the outcome of each change that ended with an uncertain error: once, as soon as a list shows it. A
	// created key that is listed late is reported even after a report that there is none so far.
	Resolved     broadcast.Signal[Resolved]
	Acted        broadcast.Signal[Act]   // each change that has ended, and each change made elsewhere
	VaultTrouble broadcast.Signal[error] // the keyring's first failure in the session; nil once the keyring has answered after it
	Known        secrets.Known           // the secrets that were revealed or signed in with in this session

	backend Backend
	vault   vault
	log     *slog.Logger
	now     func() time.Time // the time of day, which goes on while the computer sleeps
	clock   clock

	mu      sync.Mutex // guards what follows
	list    list
	busy    marks
	pending outcomes
	creates creates
	own     ownWork
	retired func() // set by Retire

	owner ownership
	masks atomic.Bool // the server has sent asterisks in place of a secret
}

// New returns the keys of a user of a server. now is the time of day.
func New(b Backend, v Vault, log *slog.Logger, now func() time.Time) *Keys {
	return &Keys{
		VaultTrouble: broadcast.Signal[error]{Replay: true}, // the first list may be read before anybody subscribes
		Resolved:     broadcast.Signal[Resolved]{Hold: true},

		backend: b, vault: vault{Vault: v}, log: log,
		now:     func() time.Time { return now().Round(0) },
		list:    list{changes: map[string]change{}},
		busy:    marks{},
		pending: outcomes{},
		own:     ownWork{late: map[string]Operation{}, made: map[string]bool{}, inFlight: inFlight{changes: map[string]Operation{}}},
		owner:   ownership{seen: map[string]bool{}},
	}
}

// All returns the keys in the server's order.
func (k *Keys) All() []Key {
	k.mu.Lock()
	defer k.mu.Unlock()
	all := make([]Key, len(k.list.keys))
	for i, a := range k.list.keys {
		all[i] = k.marked(a)
	}
	return all
}

// Count returns the number of keys.
func (k *Keys) Count() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return len(k.list.keys)
}

// Find returns the key with the ID, and whether it is in the list.
func (k *Keys) Find(id string) (Key, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	a, ok := k.list.find(id)
	if !ok {
		return Key{}, false
	}
	return k.marked(a), true
}

// marked returns the key with the operations on it, and without the time of an earlier change. k.mu is held.
func (k *Keys) marked(a client.AccessKey) Key {
	key := Key{AccessKey: a, Own: a.ID == k.backend.KeyID(), Busy: k.busy[a.ID], Pending: k.pending[a.ID].op}
	if c, changed := k.list.changes[a.ID]; changed {
		key.UpdatedAt, key.Unread.UpdatedAt, key.undated = c.updated, "", c.updated.IsZero()
	}
	return key
}

// asListed returns the key with the times that the list has read, and whether it is in the list.
func asListed(k *Keys, id string) (client.AccessKey, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.list.find(id)
}

// Freshness returns how current the list is.
func (k *Keys) Freshness() Freshness {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.list.fresh
}

// Loaded reports whether the list has been read from the server in this session.
func (k *Keys) Loaded() bool { return k.Freshness().Current }

// alive returns nil if the key is in the list and not deleted, or else an error.
func (k *Keys) alive(op, id string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.list.alive(op, id)
}

// vaultFailed logs a failure of the vault, and reports the first one in a session.
func (k *Keys) vaultFailed(err error) {
	if err == nil || errors.Is(err, keyring.ErrNotStored) || errors.Is(err, secrets.ErrSealed) || errors.Is(err, context.Canceled) {
		return
	}
	k.log.Warn("vault", "error", err)
	k.vault.failed.Do(func() {
		k.vault.failing.Store(true)
		k.VaultTrouble.Emit(err)
	})
}

// vaultAsked must be called after the vault was asked for a secret. It reports that the keyring has answered, or has failed.
func vaultAsked(k *Keys, err error) {
	if err == nil {
		vaultAnswered(k)
		return
	}
	k.vaultFailed(err)
}

// vaultAnswered reports that the keyring has answered, if its failure was reported.
func vaultAnswered(k *Keys) {
	if k.vault.failing.CompareAndSwap(true, false) {
		k.VaultTrouble.Emit(nil)
	}
}

// Key is an access key in the list.
type Key struct {
	client.AccessKey
	Own     bool      // the session is signed in with it
	Busy    Operation // what is being done to it
	Pending Operation // whose outcome is not known

	undated bool // it was changed from here since the list was read, and UpdatedAt is not known
}
