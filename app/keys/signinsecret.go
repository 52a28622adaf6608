package keys

import (
	"context"
	"sync"
	"sync/atomic"

	"accesskeys/app/keyring"
	"accesskeys/client"
)

// SignIn is the session's sign-in in the keyring. Its secret is that of the session's own key.
type SignIn interface {
	Kept() bool // without asking the keyring
	// Secret may ask the user to unlock the keyring.
	Secret(ctx context.Context) (client.Secret, error)
}

// UseSignIn makes Reveal use the secret of the sign-in for the session's own key, if it cannot be had otherwise.
func UseSignIn(k *Keys, s SignIn) { k.vault.signIn = s }

// vault is a Vault and the sign-in.
type vault struct {
	Vault
	signIn  SignIn      // may be nil
	failed  sync.Once   // for the first failure
	failing atomic.Bool // a failure was reported, and the keyring has not answered since
}

// inSignIn reports whether the sign-in has the secret of the key.
func inSignIn(k *Keys, id string) bool {
	return k.vault.signIn != nil && id == k.backend.KeyID() && k.vault.signIn.Kept()
}

// fromSignIn returns the secret of the sign-in, if the key is the session's own.
func (q *revealing) fromSignIn(ctx context.Context) (Revealed, error) {
	if !inSignIn(q.keys, q.id) {
		return Revealed{}, keyring.ErrNotStored
	}
	s, err := q.keys.vault.signIn.Secret(ctx)
	vaultAsked(q.keys, err)
	return Revealed{Secret: s, FromVault: true}, err
}
