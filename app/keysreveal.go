package app

import (
	"cmp"
	"context"
	"errors"
	"time"

	"accesskeys/client"
)

const opReveal = "reveal access key"

var errOtherKey = errors.New("the answer is about another key")

// ErrNotKept means that the server cannot be asked for a secret, and the vault did not give a current one.
var ErrNotKept = errors.New("the secret is not kept here")

// Revealed is a key's secret. Whoever has it drops it when it is no longer shown.
type Revealed struct {
	Secret    client.Secret
	FromVault bool // the keyring had it; the server was not asked, or did not answer

	entry entry // when the server had last changed the key, and whose it is
}

// Reveal returns a key's secret, from the vault if that has the current one, else from the server. It does
// not store it: see Keep. Its errors are ErrBusy, ErrNotListed, ErrDeleted and the client's; the vault's go
// to OnVaultTrouble and stop nothing. Offline, the server is not asked: ErrNotKept.
//
// A vault that takes its time is not waited for, unless the server cannot be asked: then Reveal waits, for as
// long as ctx lasts, until the person has unlocked the keyring.
func (k *Keys) Reveal(ctx context.Context, id string) (Revealed, error) {
	if err := k.begin(id, OpReveal); err != nil {
		return Revealed{}, err
	}
	k.changed()
	defer k.finish(id, func() {})
	r, err := k.reveal(ctx, id)
	if err != nil {
		return Revealed{}, err
	}
	if err := k.alive(opReveal, id); err != nil {
		return Revealed{}, err // a list came in between
	}
	return r, nil
}

func (k *Keys) reveal(ctx context.Context, id string) (Revealed, error) {
	r, missed := k.fromVaultSoon(ctx, id)
	if missed == nil {
		return r, nil
	}
	failed := ErrNotKept
	if !k.Freshness().Offline() {
		r, failed = k.fromServer(ctx, id)
	}
	if failed == nil || !unanswered(missed) || heard(failed) {
		return r, failed
	}
	if r, missed = k.fromVault(ctx, id); missed == nil {
		return r, nil
	}
	return Revealed{}, failed
}

// fromVaultSoon is fromVault for no longer than a person waits who could have the secret from the server.
func (k *Keys) fromVaultSoon(ctx context.Context, id string) (Revealed, error) {
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	return k.fromVault(ctx, id)
}

// fromVault returns the secret that the vault has, if the server has not changed the key since.
func (k *Keys) fromVault(ctx context.Context, id string) (Revealed, error) {
	s, err := k.vault.Get(ctx, id, func(s stamp) bool { return s.covers(k.changedAt(id)) })
	k.trouble(err)
	return Revealed{Secret: s, FromVault: true}, err
}

// fromServer asks the server. The secret's stamp is no later than what the list said before the question:
// what the list says later the answer may not know of.
func (k *Keys) fromServer(ctx context.Context, id string) (Revealed, error) {
	listed, _ := k.Find(id)
	key, secret, err := k.backend.Get(ctx, id)
	switch {
	case err != nil:
		return Revealed{}, err
	case key.ID != id:
		return Revealed{}, &client.Error{Kind: client.KindMalformed, Op: opReveal, Err: errOtherKey}
	case key.State == client.StateDeleted:
		return Revealed{}, &client.Error{Kind: client.KindNotFound, Op: opReveal, Err: ErrDeleted}
	}
	key.UserID = cmp.Or(key.UserID, listed.UserID)
	return Revealed{Secret: secret, entry: entry{Stamp: stampOf(listed.UpdatedAt, key.UpdatedAt), User: k.owner(key)}}, nil
}

// changedAt returns when the server last changed a key, as far as the list knows.
func (k *Keys) changedAt(id string) time.Time {
	key, _ := k.Find(id)
	return key.UpdatedAt
}

// unanswered reports whether the keyring may give its answer yet.
func unanswered(err error) bool {
	kind := KindOfKeyring(err)
	return kind == KeyringTimeout || kind == KeyringBusy
}

// heard reports whether a failure is the server's word on the key, or on who asks, or ours that it is not
// to be asked: then what the vault has is not to be shown instead.
func heard(err error) bool {
	switch client.KindOf(err) {
	case client.KindNotFound, client.KindUnauthorized, client.KindClock, client.KindForbidden, client.KindLocked:
		return true
	}
	return errors.Is(err, context.Canceled)
}

// Keep stores a secret that Reveal fetched in the vault, unless its key is gone or deleted by then. It waits
// for as long as ctx lasts for a person to unlock the keyring. What goes wrong goes to OnVaultTrouble.
func (k *Keys) Keep(ctx context.Context, id string, r Revealed) {
	if r.FromVault {
		return
	}
	alive := func() bool { return k.alive("keep secret", id) == nil }
	k.trouble(k.vault.Put(ctx, id, r.Secret, r.entry, alive))
	if !alive() {
		k.tidy(ctx, id)
	}
}
