package keys

import (
	"context"

	"accesskeys/app/keyring"
	"accesskeys/client"
)

// SignIn is the sign-in of the session as the keyring keeps it: its secret is that of the session's own key.
type SignIn interface {
	Kept() bool // without asking the keyring
	// Secret may ask the user to unlock the keyring.
	Secret(ctx context.Context) (client.Secret, error)
}

// UseSignIn has the secret of the own key come from the sign-in, where nothing else gives it.
func UseSignIn(k *Keys, s SignIn) { k.vault.signIn = s }

// vault is a Vault and the sign-in beside it.
type vault struct {
	Vault
	signIn SignIn // nil is none
}

// inSignIn reports whether the sign-in has a key's secret.
func inSignIn(k *Keys, id string) bool {
	return k.vault.signIn != nil && id == k.backend.KeyID() && k.vault.signIn.Kept()
}

// fromSignIn returns the secret that the session signs in with, if it is the key's.
func (q *revealing) fromSignIn(ctx context.Context) (Revealed, error) {
	if !inSignIn(q.keys, q.id) {
		return Revealed{}, keyring.ErrNotStored
	}
	s, err := q.keys.vault.signIn.Secret(ctx)
	q.keys.vaultFailed(err)
	return Revealed{Secret: s, FromVault: true}, err
}
