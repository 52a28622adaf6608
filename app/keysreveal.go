package app

import (
	"context"
	"errors"

	"accesskeys/client"
)

const opReveal = "reveal access key"

var errOtherKey = errors.New("the answer is about another key")

// Revealed is a key's secret. Whoever has it drops it when it is no longer shown.
type Revealed struct {
	Secret    client.Secret
	FromVault bool // the keyring had it; the server was not asked
}

// Reveal returns a key's secret, from the vault if that has it, else from the server. It does not store
// it: see Keep. Its errors are ErrBusy, ErrNotListed, ErrDeleted and the client's; the vault's go to
// OnVaultTrouble and stop nothing.
func (k *Keys) Reveal(ctx context.Context, id string) (Revealed, error) {
	if err := k.begin(id, OpReveal); err != nil {
		return Revealed{}, err
	}
	k.changed()
	defer k.finish(id, func() {})
	s, stored := k.fromVault(ctx, id)
	if !stored {
		var err error
		if s, err = k.fromServer(ctx, id); err != nil {
			return Revealed{}, err
		}
	}
	if err := k.alive(opReveal, id); err != nil {
		return Revealed{}, err // a list came in between
	}
	return Revealed{Secret: s, FromVault: stored}, nil
}

func (k *Keys) fromVault(ctx context.Context, id string) (client.Secret, bool) {
	ctx, cancel := context.WithTimeout(ctx, vaultPatience)
	defer cancel()
	s, err := k.vault.get(ctx, id)
	k.trouble(err)
	return s, err == nil
}

func (k *Keys) fromServer(ctx context.Context, id string) (client.Secret, error) {
	key, secret, err := k.backend.Get(ctx, id)
	switch {
	case err != nil:
		return client.Secret{}, err
	case key.ID != id:
		return client.Secret{}, &client.Error{Kind: client.KindMalformed, Op: opReveal, Err: errOtherKey}
	case key.State == client.StateDeleted:
		return client.Secret{}, &client.Error{Kind: client.KindNotFound, Op: opReveal, Err: ErrDeleted}
	}
	return secret, nil
}

// Keep stores a secret that Reveal fetched in the vault, unless its key is gone or deleted by then. What
// goes wrong goes to OnVaultTrouble.
func (k *Keys) Keep(ctx context.Context, id string, s client.Secret) {
	alive := func() bool { return k.alive("keep secret", id) == nil }
	k.trouble(k.vault.put(ctx, id, s, alive))
	if !alive() {
		k.tidy(ctx)
	}
}
