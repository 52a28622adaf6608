package keys

import (
	"context"
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

// kept is a list of AK1, last changed early, whose secret was revealed and kept.
func kept(t *testing.T) *fixture {
	b := newFixture(t, "AK1")
	b.backend.Change("AK1", early, client.Secret{})
	check.Must(t, b.keys.Load(t.Context()))
	r, err := b.keys.Reveal(t.Context(), "AK1")
	check.Must(t, err)
	b.keys.Keep(t.Context(), "AK1", r)
	check.Equal(t, "stamp", b.stamp("AK1"), secrets.StampOf(early))
	return b
}

// stamp is what the index lists a key with.
func (b *fixture) stamp(id string) secrets.Stamp {
	b.Helper()
	return secretstest.Listed(b, b.vault)[id].Stamp
}

var replaced = client.NewSecret("of a key that was replaced")

func TestReplacedSecretIsFetchedAnew(t *testing.T) {
	b := kept(t)
	b.backend.Change("AK1", late, replaced)
	check.Must(t, b.keys.Load(t.Context()))
	r, err := b.keys.Reveal(t.Context(), "AK1")
	check.Must(t, err)
	check.Equal(t, "from vault", r.FromVault, false)
	check.Equal(t, "secret", r.Secret.Equal(replaced), true)
	b.keys.Keep(t.Context(), "AK1", r)
	r, err = b.keys.Reveal(t.Context(), "AK1")
	check.Must(t, err)
	check.Equal(t, "from vault then", r.FromVault, true)
	check.Equal(t, "secret then", r.Secret.Equal(replaced), true)
}

func TestStaleSecretIsNotShownThoughTheServerIsGone(t *testing.T) {
	b := kept(t)
	b.backend.Change("AK1", late, replaced)
	check.Must(t, b.keys.Load(t.Context()))
	b.backend.Fail["get"] = &client.Error{Kind: client.KindUnreachable}
	r, err := b.keys.Reveal(t.Context(), "AK1")
	check.Equal(t, "kind", client.KindOf(err), client.KindUnreachable)
	check.Equal(t, "no secret", r.Secret.IsZero(), true)
}

func TestSecretOfUnknownAgeIsStale(t *testing.T) {
	b := newFixture(t, "AK1")
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
	b.backend.Change("AK1", early, replaced)
	check.Must(t, b.keys.Load(t.Context()))
	r, err := b.keys.Reveal(t.Context(), "AK1")
	check.Must(t, err)
	check.Equal(t, "secret", r.Secret.Equal(replaced), true)
}

// The list that says so comes while the keyring waits for its password.
func TestSecretThatTurnsStaleWhileTheKeyringIsAsked(t *testing.T) {
	b := kept(t)
	b.store.Before = func(op, _ string) {
		if op == "get" {
			b.store.Before = nil
			b.backend.Change("AK1", late, replaced)
			check.Must(t, b.keys.Load(t.Context()))
		}
	}
	r, err := b.keys.Reveal(t.Context(), "AK1")
	check.Must(t, err)
	check.Equal(t, "secret", r.Secret.Equal(replaced), true)
}

// The answer to a question from before the list may be the secret from before the list.
func TestStampIsNoLaterThanTheQuestion(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newFixture(t, "AK1")
		b.backend.Change("AK1", early, client.Secret{})
		check.Must(t, b.keys.Load(t.Context()))
		release := b.backend.Hold("get")
		var r Revealed
		wait := check.Background(func() (err error) { r, err = b.keys.Reveal(t.Context(), "AK1"); return err })
		b.backend.Change("AK1", late, replaced)
		check.Must(t, b.keys.Load(t.Context()))
		release()
		check.Must(t, wait())
		b.keys.Keep(t.Context(), "AK1", r)
		check.Equal(t, "stamp", b.stamp("AK1"), secrets.StampOf(early))
		r, err := b.keys.Reveal(t.Context(), "AK1")
		check.Must(t, err)
		check.Equal(t, "secret", r.Secret.Equal(replaced), true)
	})
}

// The answer may be newer than the list, whose next reading costs one more question.
func TestStampIsNoLaterThanTheList(t *testing.T) {
	b := newFixture(t, "AK1")
	b.backend.Change("AK1", early, client.Secret{})
	check.Must(t, b.keys.Load(t.Context()))
	b.backend.Change("AK1", late, replaced)
	r, err := b.keys.Reveal(t.Context(), "AK1")
	check.Must(t, err)
	b.keys.Keep(t.Context(), "AK1", r)
	check.Equal(t, "stamp", b.stamp("AK1"), secrets.StampOf(early))
}

// Which of the two secrets the keyring has then is not known.
func TestFailedReplacementKeepsTheEarlierStamp(t *testing.T) {
	for _, kind := range []keyring.Kind{keyring.Timeout, keyring.Refused, keyring.Mismatch} {
		b := kept(t)
		b.store.FailWith(&keyring.Error{Kind: kind})
		err := b.vault.Put(t.Context(), "AK1", replaced, secrets.Entry{Stamp: secrets.StampOf(late)}, apptest.Always)
		check.Equal(t, "kind", keyring.KindOf(err), kind)
		check.Equal(t, "stamp after "+string(kind), b.stamp("AK1"), secrets.StampOf(early))
	}
}

func TestOlderSecretThatIsKeptLaterLowersTheStamp(t *testing.T) {
	b := newFixture(t, "AK1")
	check.Must(t, b.vault.Put(t.Context(), "AK1", replaced, secrets.Entry{Stamp: secrets.StampOf(late)}, apptest.Always))
	b.store.Before = func(op, _ string) {
		if op == "set" {
			check.Equal(t, "stamp while it is stored", b.stamp("AK1"), secrets.StampOf(early))
		}
	}
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{Stamp: secrets.StampOf(early)}, apptest.Always))
	check.Equal(t, "stamp", b.stamp("AK1"), secrets.StampOf(early))
}

func TestYoungerStampIsWrittenAfterTheKeyring(t *testing.T) {
	b := kept(t)
	b.store.Before = func(op, _ string) {
		if op == "set" {
			check.Equal(t, "stamp while it is stored", b.stamp("AK1"), secrets.StampOf(early))
		}
	}
	check.Must(t, b.vault.Put(t.Context(), "AK1", replaced, secrets.Entry{Stamp: secrets.StampOf(late)}, apptest.Always))
	check.Equal(t, "stamp", b.stamp("AK1"), secrets.StampOf(late))
}

func TestKeepOfWhatTheVaultHadDoesNothing(t *testing.T) {
	b := kept(t)
	r, err := b.keys.Reveal(t.Context(), "AK1")
	check.Must(t, err)
	b.store.Before = func(op, _ string) { t.Errorf("asked to %s", op) }
	b.keys.Keep(t.Context(), "AK1", r)
	check.Equal(t, "stamp", b.stamp("AK1"), secrets.StampOf(early))
}

// prompted is kept over a keyring that waits for its password, until it is unlocked.
func prompted(t *testing.T) (b *fixture, unlock func()) {
	b = kept(t)
	os := apptest.NewSystem()
	for name, value := range b.store.Entries {
		os.Entries[name] = value
	}
	gate := make(chan struct{})
	os.Hold["peek"] = gate
	b.store.StandIn(keyring.Over(os, keyring.Options{}))
	return b, func() { close(gate) }
}

func TestLateVaultIsWaitedForWhenTheServerIsGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, unlock := prompted(t)
		b.backend.Fail["get"] = &client.Error{Kind: client.KindUnreachable}
		var told []error
		b.keys.VaultTrouble.Subscribe(func(err error) { told = append(told, err) })
		var r Revealed
		wait := check.Background(func() (err error) { r, err = b.keys.Reveal(t.Context(), "AK1"); return err })
		time.Sleep(time.Minute)
		synctest.Wait() // or else told would be read beside the goroutine that writes it
		check.Equal(t, "times told before it answers", len(told), 1)
		unlock()
		check.Must(t, wait())
		check.Equal(t, "secret", r.Secret.Equal(apptest.SecretOf("AK1")), true)
		check.Equal(t, "from vault", r.FromVault, true)
		check.Equal(t, "times told", len(told), 2)
		check.Equal(t, "told at last", told[1], nil)
		check.Equal(t, "questions to the server", b.backend.Calls("get"), 2)
	})
}

func TestWhenNeitherAnswersTheServersErrorIsReturned(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, unlock := prompted(t)
		defer unlock()
		b.backend.Fail["get"] = &client.Error{Kind: client.KindTimeout}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		began := time.Now()
		check.Equal(t, "kind", client.KindOf(check.Second(b.keys.Reveal(ctx, "AK1"))), client.KindTimeout)
		check.Equal(t, "time", time.Since(began), time.Minute)
	})
}

// What the server says of the key, and of the session, is not to be covered up by what the vault has.
func TestServersWordIsNotWaitedOver(t *testing.T) {
	for _, kind := range []client.Kind{client.KindNotFound, client.KindUnauthorized, client.KindLocked} {
		synctest.Test(t, func(t *testing.T) {
			b, unlock := prompted(t)
			defer unlock()
			b.backend.Fail["get"] = &client.Error{Kind: kind}
			began := time.Now()
			check.Equal(t, "kind", client.KindOf(check.Second(b.keys.Reveal(t.Context(), "AK1"))), kind)
			check.Equal(t, "time", time.Since(began), keyring.ShortLimit)
		})
	}
}

// A secret waits for its turn in the vault no longer than the user may need for the prompt before it.
func TestKeepBehindAnUnansweredPrompt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		os := apptest.NewSystem()
		gate := make(chan struct{})
		os.Hold["set"] = gate
		b.store.StandIn(keyring.Over(os, keyring.Options{}))
		var told error
		b.keys.VaultTrouble.Subscribe(func(err error) { told = err })
		keep := func(id string) func() error {
			return check.Background(func() error { b.keys.Keep(t.Context(), id, Revealed{Secret: apptest.SecretOf(id)}); return nil })
		}
		first := keep("AK1")
		began := time.Now()
		check.Must(t, b.keys.Load(t.Context())) // which has nothing to forget
		check.Equal(t, "time of a list", time.Since(began), 0)
		check.Must(t, keep("AK2")())
		check.Equal(t, "time", time.Since(began), keyring.Limit)
		check.Equal(t, "told", keyring.KindOf(told), keyring.Busy)
		time.Sleep(time.Hour)
		close(gate)
		check.Must(t, first())
		check.Equal(t, "stored", os.Stored(), 1)
		check.EqualSlices(t, "listed", secretstest.IDs(t, b.vault), "AK1")
	})
}
