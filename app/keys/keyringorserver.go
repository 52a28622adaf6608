package keys

import (
	"cmp"
	"context"
	"errors"
	"time"

	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
	"accesskeys/client"
)

var errOtherKey = errors.New("the answer is about another key")

// revealing is the search for a key's secret.
type revealing struct {
	keys *Keys
	id   string
}

// secret tries the vault, the server, the vault again with a prompt, and the sign-in.
func (q *revealing) secret(ctx context.Context) (Revealed, error) {
	r, missed := q.fromVaultSoon(ctx)
	if missed == nil {
		return r, nil
	}
	failed := ErrNotKept
	if !q.keys.Freshness().Offline() {
		r, failed = q.fromServer(ctx)
	}
	if failed == nil || answered(failed) {
		return r, failed
	}
	if unanswered(missed) {
		if r, missed = q.fromVault(ctx, true); missed == nil {
			return r, nil
		}
	}
	if !keyring.Hopeless(missed) { // or else the user would be asked again
		if r, missed = q.fromSignIn(ctx); missed == nil {
			return r, nil
		}
	}
	return Revealed{}, failed
}

// fromVaultSoon is fromVault with a short time limit and without a prompt, since the server may have the secret too.
func (q *revealing) fromVaultSoon(ctx context.Context) (Revealed, error) {
	ctx, cancel := context.WithTimeout(ctx, keyring.ShortLimit)
	defer cancel()
	return q.fromVault(ctx, false)
}

// fromVault returns the vault's secret, unless the server has changed the key since it was stored.
func (q *revealing) fromVault(ctx context.Context, prompt bool) (Revealed, error) {
	s, err := q.keys.vault.Get(ctx, q.id, func(s secrets.Stamp) bool { return s.Covers(q.changedAt()) }, prompt)
	if keyring.KindOf(err) != keyring.Locked { // which is no failure, since the user was not asked
		vaultAsked(q.keys, err)
	}
	return Revealed{Secret: s, FromVault: true}, err
}

// fromServer asks the server. The stamp of the secret is taken from the list as it was before the request, since the answer
// may not reflect later changes.
func (q *revealing) fromServer(ctx context.Context) (Revealed, error) {
	listed, _ := asListed(q.keys, q.id)
	key, secret, err := q.keys.backend.Get(ctx, q.id)
	if client.KindOf(err) == client.KindMasked {
		q.keys.masks.Store(true)
	}
	switch {
	case err != nil:
		return Revealed{}, err
	case key.ID != q.id:
		return Revealed{}, &client.Error{Kind: client.KindMalformed, Op: opReveal, Err: errOtherKey}
	case key.State == client.StateDeleted:
		return Revealed{}, &client.Error{Kind: client.KindNotFound, Op: opReveal, Err: ErrDeleted}
	}
	key.UserID = cmp.Or(key.UserID, listed.UserID)
	return Revealed{Secret: secret, entry: secrets.Entry{Stamp: secrets.StampOf(listed.UpdatedAt, key.UpdatedAt), User: ownerOf(key, q.keys.backend.KeyID())}}, nil
}

// changedAt returns when the server last changed the key, according to the list.
func (q *revealing) changedAt() time.Time {
	key, _ := asListed(q.keys, q.id)
	return key.UpdatedAt
}

// unanswered reports whether the keyring may still answer.
func unanswered(err error) bool {
	kind := keyring.KindOf(err)
	return kind == keyring.Timeout || kind == keyring.Busy || kind == keyring.Locked
}

// answered reports whether a failure is the server's answer about the key or the session, or means that it must not be
// asked. Then the vault's secret must not be shown instead.
func answered(err error) bool {
	switch client.KindOf(err) {
	case client.KindNotFound, client.KindUnauthorized, client.KindClock, client.KindForbidden, client.KindLocked:
		return true
	}
	return errors.Is(err, context.Canceled)
}
