package app

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/client"
)

func TestRevealAsksTheServerOnceAndTheVaultThen(t *testing.T) {
	b := loaded(t, "AK1")
	first, err := b.keys.Reveal(t.Context(), "AK1")
	must(t, err)
	equal(t, "from vault", first.FromVault, false)
	equal(t, "entries before Keep", len(b.store.names()), 0)
	b.keys.Keep(t.Context(), "AK1", first)
	then, err := b.keys.Reveal(t.Context(), "AK1")
	must(t, err)
	equal(t, "from vault", then.FromVault, true)
	for _, r := range []Revealed{first, then} {
		equal(t, "secret", r.Secret.Reveal(), secretOf("AK1").Reveal())
	}
	equal(t, "requests", b.backend.calls("get"), 1)
}

func TestRevealNeverGivesAnotherKeysSecret(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	b.backend.lie = "AK2"
	r, err := b.keys.Reveal(t.Context(), "AK1")
	equal(t, "kind", client.KindOf(err), client.KindMalformed)
	equal(t, "no secret", r.Secret.IsZero(), true)
}

func TestDeletedKeyIsNotRevealed(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	must(t, b.vault.Put(t.Context(), "AK2", secretOf("AK2"), entry{}, always))
	b.backend.set("AK2", client.StateDeleted)
	b.store.failWith(&KeyringError{Kind: KeyringBusy}) // so that the secret stays
	must(t, b.keys.Load(t.Context()))
	b.store.failWith(nil)
	r, err := b.keys.Reveal(t.Context(), "AK2")
	if !errors.Is(err, ErrDeleted) || !r.Secret.IsZero() {
		t.Errorf("got %v, want ErrDeleted", err)
	}
	equal(t, "requests", b.backend.calls("get"), 0)
}

func TestKeyDeletedWhileRevealed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		release := b.backend.hold("get")
		var r Revealed
		wait := background(func() (err error) { r, err = b.keys.Reveal(t.Context(), "AK2"); return err })
		b.backend.set("AK2", client.StateDeleted)
		must(t, b.keys.Load(t.Context()))
		release()
		if err := wait(); !errors.Is(err, ErrDeleted) || !r.Secret.IsZero() {
			t.Errorf("got %v, want ErrDeleted", err)
		}
	})
}

func TestVaultTroubleStopsNothingAndIsToldOnce(t *testing.T) {
	b := loaded(t, "AK1")
	must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	var told []error
	b.keys.OnVaultTrouble(func(err error) { told = append(told, err) })
	b.store.failWith(&KeyringError{Kind: KeyringRefused})
	for range 2 {
		r, err := b.keys.Reveal(t.Context(), "AK1")
		must(t, err)
		equal(t, "secret", r.Secret.Equal(secretOf("AK1")), true)
		b.keys.Keep(t.Context(), "AK1", r)
	}
	equal(t, "times told", len(told), 1)
	equal(t, "kind", KindOfKeyring(told[0]), KeyringRefused)
}

// hangingStore answers nothing before the caller gives up.
type hangingStore struct{}

func (hangingStore) Get(ctx context.Context, _, _ string) (client.Secret, error) {
	return client.Secret{}, hang(ctx)
}
func (hangingStore) Set(ctx context.Context, _, _ string, _ client.Secret) error { return hang(ctx) }
func (hangingStore) Delete(ctx context.Context, _, _ string) error               { return hang(ctx) }
func (hangingStore) Accounts(ctx context.Context, _ string) ([]string, error) {
	return nil, hang(ctx)
}
func (hangingStore) Probe(ctx context.Context) error { return hang(ctx) }

func hang(ctx context.Context) error {
	<-ctx.Done()
	return keyringError(ctx.Err())
}

func TestHangingKeyringHardlyDelaysAReveal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
		b.store.standIn(hangingStore{})
		var told error
		b.keys.OnVaultTrouble(func(err error) { told = err })
		began := time.Now()
		must(t, second(b.keys.Reveal(t.Context(), "AK1")))
		equal(t, "time", time.Since(began), Patience)
		equal(t, "kind", KindOfKeyring(told), KeyringTimeout)
		began = time.Now()
		must(t, second(b.keys.Reveal(t.Context(), "AK2"))) // which the vault does not list
		equal(t, "time", time.Since(began), 0)
	})
}

func TestHangingKeyringDoesNotDelayTheList(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		must(t, b.vault.Put(t.Context(), "AK2", secretOf("AK2"), entry{}, always))
		b.store.standIn(hangingStore{})
		b.backend.keys = b.backend.keys[:1]
		began := time.Now()
		shown := time.Duration(-1)
		b.keys.OnChange(func() { shown = time.Since(began) })
		must(t, b.keys.Load(t.Context()))
		equal(t, "shown after", shown, 0)
		equal(t, "done after", time.Since(began), Patience)
		equalSlices(t, "still listed in the vault", stored(t, b.vault), "AK2")
	})
}

func TestCancelledRevealIsNoTrouble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1")
		must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
		b.store.standIn(hangingStore{})
		b.keys.OnVaultTrouble(func(err error) { t.Errorf("told of %v", err) })
		ctx, cancel := context.WithCancel(t.Context())
		b.backend.fail["get"] = context.Canceled
		wait := background(func() error { return second(b.keys.Reveal(ctx, "AK1")) })
		cancel()
		if err := wait(); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want context.Canceled", err)
		}
	})
}

func TestDeleteForgetsTheSecret(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	must(t, b.vault.Put(t.Context(), "AK2", secretOf("AK2"), entry{}, always))
	must(t, b.keys.Do(t.Context(), OpDelete, "AK2"))
	equalSlices(t, "keyring", b.store.names(), ServiceVault+"/http://server/api/v1 AK1")
}

func TestLoadForgetsSecretsOfKeysGoneOrDeleted(t *testing.T) {
	b := loaded(t, "AK1", "AK2", "AK3")
	for _, id := range []string{"AK1", "AK2", "AK3"} {
		must(t, b.vault.Put(t.Context(), id, secretOf(id), entry{}, always))
	}
	b.backend.set("AK2", client.StateDeleted)
	b.backend.keys = b.backend.keys[:2]
	must(t, b.keys.Load(t.Context()))
	equalSlices(t, "vault", stored(t, b.vault), "AK1")
}

func TestKeepDoesNotStoreADeletedKey(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	must(t, b.keys.Do(t.Context(), OpDelete, "AK2"))
	b.keys.Keep(t.Context(), "AK2", Revealed{Secret: secretOf("AK2")})
	equalSlices(t, "keyring", b.store.names())
}

// However Keep and Delete fall, the secret of the deleted key does not stay.
func TestKeepThatEndsAfterDeleteLeavesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		gate := make(chan struct{})
		b.store.before = func(op, _ string) {
			if op == "set" {
				<-gate
			}
		}
		kept := background(func() error { b.keys.Keep(t.Context(), "AK2", Revealed{Secret: secretOf("AK2")}); return nil })
		must(t, b.keys.Do(t.Context(), OpDelete, "AK2")) // gives the vault up after its patience
		close(gate)
		must(t, kept())
		equalSlices(t, "keyring", b.store.names())
		equal(t, "index", len(stored(t, b.vault)), 0)
	})
}

func TestKeepBeforeTheListForgetsNothing(t *testing.T) {
	b := newFixture(t, "AK1")
	must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	b.keys.Keep(t.Context(), "AK2", Revealed{Secret: secretOf("AK2")})
	equalSlices(t, "vault", stored(t, b.vault), "AK1")
}
