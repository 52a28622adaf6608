package app

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestWhatTheKeyringWouldNotDeleteIsForgottenAtTheNextSignIn(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	must(t, h.app.Remember(t.Context(), s))
	must(t, s.vault.put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	h.store.failWith(&KeyringError{Kind: KeyringTimeout})
	if err := h.app.LogOut(t.Context(), s, true); err == nil {
		t.Fatal("no error")
	}
	base := s.Endpoint().Base
	h.open(false)
	equalSlices(t, "noted", h.app.Settings().Forget, Leftover{base, "AK1"}, Leftover{Base: base})
	h.signIn(t) // the keyring still fails
	equal(t, "still noted", len(h.app.Settings().Forget), 2)
	h.store.failWith(nil)
	h.signIn(t)
	equalSlices(t, "keyring", h.store.names())
	h.open(false)
	equalSlices(t, "noted", h.app.Settings().Forget)
}

func TestWhatIsRememberedAgainIsNotForgotten(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	must(t, h.app.Remember(t.Context(), s))
	h.store.failWith(&KeyringError{Kind: KeyringTimeout})
	_ = h.app.LogOut(t.Context(), s, false)
	s = h.signIn(t)
	equal(t, "noted", len(h.app.Settings().Forget), 1)
	h.store.failWith(nil)
	must(t, h.app.Remember(t.Context(), s))
	equal(t, "noted", len(h.app.Settings().Forget), 0)
	h.open(false)
	_, err := h.app.Resume(t.Context())
	must(t, err)
	equalSlices(t, "keyring", h.store.names(), signInEntry)
}

// Which key was remembered before is not what the person waits for.
func TestRememberHardlyWaitsForWhatItReplaces(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		os := newScripted()
		h.app.store = newKeyring(os, KeyringOptions{})
		must(t, h.app.Remember(t.Context(), h.signIn(t)))
		h.connector.backend = otherKey{newFakeBackend()}
		s := h.signIn(t)
		gate := make(chan struct{})
		os.hold["delete"] = gate
		began := time.Now()
		must(t, h.app.Remember(t.Context(), s))
		equal(t, "time", time.Since(began), vaultPatience)
		equal(t, "remembered", h.app.Settings().Session.KeyID, "AK2")
		equalSlices(t, "noted", h.app.Settings().Forget, Leftover{s.Endpoint().Base, "AK1"})
		close(gate)
		synctest.Wait()
		equal(t, "entries", os.stored(), 1)
	})
}
