package app

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/client"
)

// kept is a list of AK1, last changed early, whose secret was revealed and kept.
func kept(t *testing.T) *fixture {
	b := newFixture(t, "AK1")
	b.backend.change("AK1", early, client.Secret{})
	must(t, b.keys.Load(t.Context()))
	r, err := b.keys.Reveal(t.Context(), "AK1")
	must(t, err)
	b.keys.Keep(t.Context(), "AK1", r)
	equal(t, "stamp", b.stamp("AK1"), stampOf(early))
	return b
}

// stamp is what the index lists a key with.
func (b *fixture) stamp(id string) stamp {
	b.Helper()
	return listedIn(b, b.vault)[id].Stamp
}

var replaced = client.NewSecret("of a key that was replaced")

func TestReplacedSecretIsFetchedAnew(t *testing.T) {
	b := kept(t)
	b.backend.change("AK1", late, replaced)
	must(t, b.keys.Load(t.Context()))
	r, err := b.keys.Reveal(t.Context(), "AK1")
	must(t, err)
	equal(t, "from vault", r.FromVault, false)
	equal(t, "secret", r.Secret.Equal(replaced), true)
	b.keys.Keep(t.Context(), "AK1", r)
	r, err = b.keys.Reveal(t.Context(), "AK1")
	must(t, err)
	equal(t, "from vault then", r.FromVault, true)
	equal(t, "secret then", r.Secret.Equal(replaced), true)
}

func TestStaleSecretIsNotShownThoughTheServerIsGone(t *testing.T) {
	b := kept(t)
	b.backend.change("AK1", late, replaced)
	must(t, b.keys.Load(t.Context()))
	b.backend.fail["get"] = &client.Error{Kind: client.KindUnreachable}
	r, err := b.keys.Reveal(t.Context(), "AK1")
	equal(t, "kind", client.KindOf(err), client.KindUnreachable)
	equal(t, "no secret", r.Secret.IsZero(), true)
}

func TestSecretOfUnknownAgeIsStale(t *testing.T) {
	b := newFixture(t, "AK1")
	must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	b.backend.change("AK1", early, replaced)
	must(t, b.keys.Load(t.Context()))
	r, err := b.keys.Reveal(t.Context(), "AK1")
	must(t, err)
	equal(t, "secret", r.Secret.Equal(replaced), true)
}

// The list that says so comes while the keyring waits for its password.
func TestSecretThatTurnsStaleWhileTheKeyringIsAsked(t *testing.T) {
	b := kept(t)
	b.store.before = func(op, _ string) {
		if op == "get" {
			b.store.before = nil
			b.backend.change("AK1", late, replaced)
			must(t, b.keys.Load(t.Context()))
		}
	}
	r, err := b.keys.Reveal(t.Context(), "AK1")
	must(t, err)
	equal(t, "secret", r.Secret.Equal(replaced), true)
}

// The answer to a question from before the list may be the secret from before the list.
func TestStampIsNoLaterThanTheQuestion(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newFixture(t, "AK1")
		b.backend.change("AK1", early, client.Secret{})
		must(t, b.keys.Load(t.Context()))
		release := b.backend.hold("get")
		var r Revealed
		wait := background(func() (err error) { r, err = b.keys.Reveal(t.Context(), "AK1"); return err })
		b.backend.change("AK1", late, replaced)
		must(t, b.keys.Load(t.Context()))
		release()
		must(t, wait())
		b.keys.Keep(t.Context(), "AK1", r)
		equal(t, "stamp", b.stamp("AK1"), stampOf(early))
		r, err := b.keys.Reveal(t.Context(), "AK1")
		must(t, err)
		equal(t, "secret", r.Secret.Equal(replaced), true)
	})
}

// The answer may be newer than the list, whose next reading costs one more question.
func TestStampIsNoLaterThanTheList(t *testing.T) {
	b := newFixture(t, "AK1")
	b.backend.change("AK1", early, client.Secret{})
	must(t, b.keys.Load(t.Context()))
	b.backend.change("AK1", late, replaced)
	r, err := b.keys.Reveal(t.Context(), "AK1")
	must(t, err)
	b.keys.Keep(t.Context(), "AK1", r)
	equal(t, "stamp", b.stamp("AK1"), stampOf(early))
}

// Which of the two secrets the keyring has then is not known.
func TestFailedReplacementKeepsTheEarlierStamp(t *testing.T) {
	for _, kind := range []KeyringKind{KeyringTimeout, KeyringRefused, KeyringMismatch} {
		b := kept(t)
		b.store.failWith(&KeyringError{Kind: kind})
		err := b.vault.Put(t.Context(), "AK1", replaced, entry{Stamp: stampOf(late)}, always)
		equal(t, "kind", KindOfKeyring(err), kind)
		equal(t, "stamp after "+string(kind), b.stamp("AK1"), stampOf(early))
	}
}

func TestOlderSecretThatIsKeptLaterLowersTheStamp(t *testing.T) {
	b := newFixture(t, "AK1")
	must(t, b.vault.Put(t.Context(), "AK1", replaced, entry{Stamp: stampOf(late)}, always))
	b.store.before = func(op, _ string) {
		if op == "set" {
			equal(t, "stamp while it is stored", b.stamp("AK1"), stampOf(early))
		}
	}
	must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{Stamp: stampOf(early)}, always))
	equal(t, "stamp", b.stamp("AK1"), stampOf(early))
}

func TestYoungerStampIsWrittenAfterTheKeyring(t *testing.T) {
	b := kept(t)
	b.store.before = func(op, _ string) {
		if op == "set" {
			equal(t, "stamp while it is stored", b.stamp("AK1"), stampOf(early))
		}
	}
	must(t, b.vault.Put(t.Context(), "AK1", replaced, entry{Stamp: stampOf(late)}, always))
	equal(t, "stamp", b.stamp("AK1"), stampOf(late))
}

func TestKeepOfWhatTheVaultHadDoesNothing(t *testing.T) {
	b := kept(t)
	r, err := b.keys.Reveal(t.Context(), "AK1")
	must(t, err)
	b.store.before = func(op, _ string) { t.Errorf("asked to %s", op) }
	b.keys.Keep(t.Context(), "AK1", r)
	equal(t, "stamp", b.stamp("AK1"), stampOf(early))
}

// prompted is kept over a keyring that waits for its password, until it is unlocked.
func prompted(t *testing.T) (b *fixture, unlock func()) {
	b = kept(t)
	os := newScripted()
	for name, value := range b.store.entries {
		os.entries[name] = value
	}
	gate := make(chan struct{})
	os.hold["get"] = gate
	b.store.standIn(newKeyring(os, KeyringOptions{}))
	return b, func() { close(gate) }
}

func TestLateVaultIsWaitedForWhenTheServerIsGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, unlock := prompted(t)
		b.backend.fail["get"] = &client.Error{Kind: client.KindUnreachable}
		told := 0
		b.keys.OnVaultTrouble(func(error) { told++ })
		var r Revealed
		wait := background(func() (err error) { r, err = b.keys.Reveal(t.Context(), "AK1"); return err })
		time.Sleep(time.Minute)
		unlock()
		must(t, wait())
		equal(t, "secret", r.Secret.Equal(secretOf("AK1")), true)
		equal(t, "from vault", r.FromVault, true)
		equal(t, "times told", told, 1)
		equal(t, "questions to the server", b.backend.calls("get"), 2)
	})
}

func TestWhenNeitherAnswersTheServersErrorIsReturned(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, unlock := prompted(t)
		defer unlock()
		b.backend.fail["get"] = &client.Error{Kind: client.KindTimeout}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		began := time.Now()
		equal(t, "kind", client.KindOf(second(b.keys.Reveal(ctx, "AK1"))), client.KindTimeout)
		equal(t, "time", time.Since(began), time.Minute)
	})
}

// What the server says of the key, and of the session, is not to be covered up by what the vault has.
func TestServersWordIsNotWaitedOver(t *testing.T) {
	for _, kind := range []client.Kind{client.KindNotFound, client.KindUnauthorized, client.KindLocked} {
		synctest.Test(t, func(t *testing.T) {
			b, unlock := prompted(t)
			defer unlock()
			b.backend.fail["get"] = &client.Error{Kind: kind}
			began := time.Now()
			equal(t, "kind", client.KindOf(second(b.keys.Reveal(t.Context(), "AK1"))), kind)
			equal(t, "time", time.Since(began), Patience)
		})
	}
}

// A secret waits for its turn in the vault no longer than the person may need for the prompt before it.
func TestKeepBehindAnUnansweredPrompt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		os := newScripted()
		gate := make(chan struct{})
		os.hold["set"] = gate
		b.store.standIn(newKeyring(os, KeyringOptions{}))
		var told error
		b.keys.OnVaultTrouble(func(err error) { told = err })
		keep := func(id string) func() error {
			return background(func() error { b.keys.Keep(t.Context(), id, Revealed{Secret: secretOf(id)}); return nil })
		}
		first := keep("AK1")
		began := time.Now()
		must(t, b.keys.Load(t.Context())) // which has nothing to forget
		equal(t, "time of a list", time.Since(began), 0)
		must(t, keep("AK2")())
		equal(t, "time", time.Since(began), keyringLimit)
		equal(t, "told", KindOfKeyring(told), KeyringBusy)
		time.Sleep(time.Hour)
		close(gate)
		must(t, first())
		equal(t, "stored", os.stored(), 1)
		equalSlices(t, "listed", stored(t, b.vault), "AK1")
	})
}
