package keys

import (
	"context"
	"errors"

	"accesskeys/app/secrets"
	"accesskeys/client"
)

const opReveal = "reveal access key"

// ErrNotKept means that the server cannot be asked for a secret while offline, and that the vault has no current one.
var ErrNotKept = errors.New("the secret is not kept here")

// Revealed is a key's secret. The caller should drop it once it is no longer needed.
type Revealed struct {
	Secret    client.Secret
	FromVault bool // it is from the keyring, maybe from the remembered sign-in, and not from the server

	entry secrets.Entry // when the server last changed the key, and its owner
}

// Reveal begins to reveal a key and does it: see Begin and Work.Reveal.
func (k *Keys) Reveal(ctx context.Context, id string) (Revealed, error) {
	w, err := k.Begin(OpReveal, id)
	if err != nil {
		return Revealed{}, err
	}
	return w.Reveal(ctx)
}

// Reveal returns the key's secret, from the vault if that has the current one, or else from the server. It does not store
// the secret: see Keep. Its errors are ErrSignedOut, ErrNotListed, ErrDeleted, ErrNotKept and the client's; the vault's go
// to VaultTrouble. While offline, the server is not asked, and a missing secret is ErrNotKept.
//
// Reveal waits only briefly for the vault, unless the server cannot be asked or does not answer. Only then is the user
// asked to unlock the keyring, and Reveal waits for that until ctx ends.
func (w *Work) Reveal(ctx context.Context) (Revealed, error) {
	if err := w.start(); err != nil {
		return Revealed{}, err
	}
	defer w.drop()
	return reveal(ctx, w.keys, w.id)
}

// RevealBeside is Reveal for a use beside which the user may go on working with the key: the key is not busy meanwhile. If
// it is busy with something else, RevealBeside returns ErrBusy.
func RevealBeside(ctx context.Context, k *Keys, id string) (Revealed, error) {
	k.mu.Lock()
	_, err := (&Work{keys: k, op: OpReveal, id: id}).workable()
	k.mu.Unlock()
	if err != nil {
		return Revealed{}, err
	}
	return reveal(ctx, k, id)
}

func reveal(ctx context.Context, k *Keys, id string) (Revealed, error) {
	r, err := (&revealing{keys: k, id: id}).secret(ctx)
	if err != nil {
		return Revealed{}, err
	}
	k.Known.Learn(r.Secret)
	if err := k.alive(opReveal, id); err != nil {
		return Revealed{}, err // a list was read meanwhile
	}
	return r, nil
}

// MasksSecrets reports whether the server is known to send no secrets. Then that of a new key cannot be shown.
func (k *Keys) MasksSecrets() bool { return k.masks.Load() }
