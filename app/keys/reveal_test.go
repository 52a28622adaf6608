package keys

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
	"accesskeys/app/secrets/secretstest"
	"accesskeys/client"
)

func TestRevealAsksTheServerOnceAndTheVaultThen(t *testing.T) {
	b := loaded(t, "AK1")
	first, err := b.keys.Reveal(t.Context(), "AK1")
	check.Must(t, err)
	check.Equal(t, "from vault", first.FromVault, false)
	check.Equal(t, "entries before Keep", len(b.store.Names()), 0)
	b.keys.Keep(t.Context(), "AK1", first)
	then, err := b.keys.Reveal(t.Context(), "AK1")
	check.Must(t, err)
	check.Equal(t, "from vault", then.FromVault, true)
	for _, r := range []Revealed{first, then} {
		check.Equal(t, "secret", r.Secret.Reveal(), apptest.SecretOf("AK1").Reveal())
	}
	check.Equal(t, "requests", b.backend.Calls("get"), 1)
}

func TestRevealNeverGivesAnotherKeysSecret(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	b.backend.Lie = "AK2"
	r, err := b.keys.Reveal(t.Context(), "AK1")
	check.Equal(t, "kind", client.KindOf(err), client.KindMalformed)
	check.Equal(t, "no secret", r.Secret.IsZero(), true)
}

func TestDeletedKeyIsNotRevealed(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	check.Must(t, b.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{}, apptest.Always))
	b.backend.Set("AK2", client.StateDeleted)
	b.store.FailWith(&keyring.Error{Kind: keyring.Busy}) // so that the secret stays
	check.Must(t, b.keys.Load(t.Context()))
	b.store.FailWith(nil)
	r, err := b.keys.Reveal(t.Context(), "AK2")
	if !errors.Is(err, ErrDeleted) || !r.Secret.IsZero() {
		t.Errorf("got %v, want ErrDeleted", err)
	}
	check.Equal(t, "requests", b.backend.Calls("get"), 0)
}

func TestKeyDeletedWhileRevealed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		release := b.backend.Hold("get")
		var r Revealed
		wait := check.Background(func() (err error) { r, err = b.keys.Reveal(t.Context(), "AK2"); return err })
		b.backend.Set("AK2", client.StateDeleted)
		check.Must(t, b.keys.Load(t.Context()))
		release()
		if err := wait(); !errors.Is(err, ErrDeleted) || !r.Secret.IsZero() {
			t.Errorf("got %v, want ErrDeleted", err)
		}
	})
}

func TestVaultTroubleStopsNothingAndIsToldOnce(t *testing.T) {
	b := loaded(t, "AK1")
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
	var told []error
	b.keys.VaultTrouble.Subscribe(func(err error) { told = append(told, err) })
	b.store.FailWith(&keyring.Error{Kind: keyring.Refused})
	for range 2 {
		r, err := b.keys.Reveal(t.Context(), "AK1")
		check.Must(t, err)
		check.Equal(t, "secret", r.Secret.Equal(apptest.SecretOf("AK1")), true)
		b.keys.Keep(t.Context(), "AK1", r)
	}
	check.Equal(t, "times told", len(told), 1)
	check.Equal(t, "kind", keyring.KindOf(told[0]), keyring.Refused)
	late := 0
	b.keys.VaultTrouble.Subscribe(func(error) { late++ })
	check.Equal(t, "times a late subscriber is told", late, 1)
}

// hangingStore answers nothing before the caller gives up.
type hangingStore struct{}

func (hangingStore) Get(ctx context.Context, _, _ string) (client.Secret, error) {
	return client.Secret{}, hang(ctx)
}
func (hangingStore) Peek(ctx context.Context, _, _ string) (client.Secret, error) {
	return client.Secret{}, hang(ctx)
}
func (hangingStore) Set(ctx context.Context, _, _ string, _ client.Secret) error { return hang(ctx) }
func (hangingStore) Delete(ctx context.Context, _, _ string) error               { return hang(ctx) }
func (hangingStore) Accounts(ctx context.Context, _ string) ([]string, error) {
	return nil, hang(ctx)
}
func (hangingStore) Probe(ctx context.Context) error    { return hang(ctx) }
func (hangingStore) Unlocked(ctx context.Context) error { return hang(ctx) }

func hang(ctx context.Context) error {
	<-ctx.Done()
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return &keyring.Error{Kind: keyring.Timeout, Err: ctx.Err()}
	}
	return ctx.Err()
}

func TestHangingKeyringHardlyDelaysAReveal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
		b.store.StandIn(hangingStore{})
		var told error
		b.keys.VaultTrouble.Subscribe(func(err error) { told = err })
		began := time.Now()
		check.Must(t, check.Second(b.keys.Reveal(t.Context(), "AK1")))
		check.Equal(t, "time", time.Since(began), keyring.ShortLimit)
		check.Equal(t, "kind", keyring.KindOf(told), keyring.Timeout)
		began = time.Now()
		check.Must(t, check.Second(b.keys.Reveal(t.Context(), "AK2"))) // which the vault does not list
		check.Equal(t, "time", time.Since(began), 0)
	})
}

func TestHangingKeyringDoesNotDelayTheList(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		check.Must(t, b.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{}, apptest.Always))
		b.store.StandIn(hangingStore{})
		b.backend.Keys = b.backend.Keys[:1]
		began := time.Now()
		shown := time.Duration(-1)
		b.keys.Changed.Subscribe(func(struct{}) { shown = time.Since(began) })
		check.Must(t, b.keys.Load(t.Context()))
		check.Equal(t, "shown after", shown, 0)
		check.Equal(t, "done after", time.Since(began), keyring.ShortLimit)
		check.EqualSlices(t, "still listed in the vault", secretstest.IDs(t, b.vault), "AK2")
	})
}

func TestCancelledRevealIsNoTrouble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1")
		check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
		b.store.StandIn(hangingStore{})
		b.keys.VaultTrouble.Subscribe(func(err error) { t.Errorf("told of %v", err) })
		ctx, cancel := context.WithCancel(t.Context())
		b.backend.Fail["get"] = context.Canceled
		wait := check.Background(func() error { return check.Second(b.keys.Reveal(ctx, "AK1")) })
		cancel()
		if err := wait(); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want context.Canceled", err)
		}
	})
}
