package app

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"accesskeys/client"
)

// vaultPatience is how long a person who wants something else waits for the keyring. What it was asked
// goes on behind.
const vaultPatience = 2 * time.Second

// Errors of working on a key. Those of the server are the client's.
var (
	// ErrBusy means that the key, or for Create the list, is being worked on already.
	ErrBusy = errors.New("already being worked on")
	// ErrPending means that it is not known yet what became of the last change of the key, or for Create of
	// the last key: see OnSettled.
	ErrPending = errors.New("the outcome of an earlier change is not known yet")
	// ErrNotListed means that the list has no such key any more. It comes inside a *client.Error of
	// KindNotFound.
	ErrNotListed = errors.New("the key is not in the list")
	// ErrUnseen means that a key is not in the list, which is not the whole one, so that it may be there.
	ErrUnseen = errors.New("the key is not in the part of the list that came")
	// ErrUnreadable means that what the server says of a key is not understood, so nothing is done to it.
	ErrUnreadable = errors.New("what the server says of the key is not understood")
	// ErrDeleted means that the key is deleted, so that its secret is nobody's business any more. It
	// comes inside a *client.Error of KindNotFound.
	ErrDeleted = errors.New("the key is deleted")
)

// Operation is what is being done to a key; "" is nothing. The values are stable names.
type Operation string

// The operations.
const (
	OpEnable  Operation = "enable"
	OpDisable Operation = "disable"
	OpDelete  Operation = "delete"
	OpReveal  Operation = "reveal"
	OpCreate  Operation = "create"
)

// Key is an access key in the list.
type Key struct {
	client.AccessKey
	Own     bool      // the session is signed in with it
	Busy    Operation // what is being done to it
	Pending Operation // of what it is not known whether it was done to it
}

// Keys is the list of the user's access keys and what is done to them. It holds no secret.
//
// A list from the server is as old as its request. So every request is numbered, an older list never
// replaces a younger one, and what was done while a list was under way is done again to it.
type Keys struct {
	backend Backend
	vault   *vault
	log     *slog.Logger
	now     func() time.Time

	mu       sync.Mutex
	list     []client.AccessKey
	places   map[string]int // in list, by ID
	busy     map[string]Operation
	creating bool
	fresh    Freshness
	lacks    Shortfall          // what it lacks
	edits    int                // how often the list has changed
	clock    int                // counts the starts of lists and the ends of changes
	listed   int                // when the list shown was asked for
	changes  map[string]change  // that a list under way may not know of, by ID
	pending  map[string]pending // the changes whose outcome is not known, by ID
	lost     *lostCreates       // nil where none is

	user  string          // the session's, "" where that is not known
	owned bool            // the list shown is the user's
	seen  map[string]bool // the IDs in such lists of this session

	retired   func() // once the session is logged out
	onChange  func()
	onSettled func(Settled)
	onTrouble func(error) // nil once it was called
}

func newKeys(b Backend, v *vault, log *slog.Logger) *Keys {
	return &Keys{backend: b, vault: v, log: log, now: time.Now, busy: map[string]Operation{},
		changes: map[string]change{}, pending: map[string]pending{}, seen: map[string]bool{}}
}

// OnChange has f called after every change of what All returns, on the goroutine that made it.
func (k *Keys) OnChange(f func()) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.onChange = f
}

// OnVaultTrouble has f called when the keyring fails, at most once in a session.
func (k *Keys) OnVaultTrouble(f func(error)) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.onTrouble = f
}

// All returns the keys in the server's order.
func (k *Keys) All() []Key {
	k.mu.Lock()
	defer k.mu.Unlock()
	all := make([]Key, len(k.list))
	for i := range k.list {
		all[i] = k.key(i)
	}
	return all
}

// Find returns the key with an ID, and whether it is in the list.
func (k *Keys) Find(id string) (Key, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	i, ok := k.places[id]
	if !ok {
		return Key{}, false
	}
	return k.key(i), true
}

// Loaded reports whether the list has been read from the server in this session.
func (k *Keys) Loaded() bool { return k.Freshness().Current }

// key returns the key at a place. k.mu is held.
func (k *Keys) key(place int) Key {
	a := k.list[place]
	return Key{AccessKey: a, Own: a.ID == k.backend.KeyID(), Busy: k.busy[a.ID], Pending: k.pending[a.ID].op}
}

// alive returns nil when the key is in the list and not deleted, else an error that says so.
func (k *Keys) alive(op, id string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.aliveLocked(op, id)
}

func (k *Keys) aliveLocked(op, id string) error {
	place, ok := k.places[id]
	switch {
	case !ok && k.partial():
		return ErrUnseen
	case !ok:
		return &client.Error{Kind: client.KindNotFound, Op: op, Err: ErrNotListed}
	case k.list[place].State == client.StateDeleted:
		return &client.Error{Kind: client.KindNotFound, Op: op, Err: ErrDeleted}
	}
	return nil
}

// changed tells whoever asked to be told. k.mu is not held.
func (k *Keys) changed() {
	k.mu.Lock()
	f := k.onChange
	k.mu.Unlock()
	if f != nil {
		f()
	}
}

// trouble tells of the keyring's first failure, and logs every one.
func (k *Keys) trouble(err error) {
	if err == nil || errors.Is(err, ErrNotStored) || errors.Is(err, errSealed) || errors.Is(err, context.Canceled) {
		return
	}
	k.log.Warn("vault", "error", err)
	k.mu.Lock()
	f := k.onTrouble
	k.onTrouble = nil
	k.mu.Unlock()
	if f != nil {
		f(err)
	}
}
