package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"accesskeys/client"
)

var pastedCreds = client.Credentials{KeyID: " AK1\n", Secret: client.NewSecret("\ts3cr3t\r\n")}

// house is an application over a fake server and a fake keyring.
type house struct {
	dir       string
	store     *fakeStore
	connector *fakeConnector
	app       *App
}

func newHouse(t *testing.T) *house {
	h := &house{dir: t.TempDir(), store: newFakeStore(), connector: &fakeConnector{backend: newFakeBackend("AK1", "AK2")}}
	h.open(false)
	return h
}

// open starts the application, anew.
func (h *house) open(ephemeral bool) {
	h.app = New(Config{Dir: h.dir, Store: h.store, Connector: h.connector, Ephemeral: ephemeral})
}

func (h *house) signIn(t *testing.T) *Session {
	t.Helper()
	s, err := h.app.SignIn(t.Context(), " localhost:8000 \n", pastedCreds)
	must(t, err)
	return s
}

const signInEntry = signInService + "/http://server/api/v1 AK1"

func TestSignInTrimsWhatWasPasted(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	equal(t, "address", h.connector.address, "localhost:8000")
	equal(t, "key ID", h.connector.creds.KeyID, "AK1")
	equal(t, "secret", h.connector.creds.Secret.Reveal(), "s3cr3t")
	equal(t, "server", s.Server(), "localhost:8000")
	equal(t, "remembered", s.Remembered(), false)
	equal(t, "prefill", h.app.Settings().Server, "localhost:8000")
	equalSlices(t, "keyring", h.store.names())
}

func TestSettingsKeepNoTokenOfAPastedLink(t *testing.T) {
	h := newHouse(t)
	s, err := h.app.SignIn(t.Context(), "https://server/console?token=t0ken#/login", pastedCreds)
	must(t, err)
	equal(t, "server", s.Server(), "https://server/console")
	equal(t, "prefill", h.app.Settings().Server, "https://server/console")
}

func TestFailedSignInRemembersNothing(t *testing.T) {
	h := newHouse(t)
	h.connector.fail = &client.Error{Kind: client.KindUnauthorized}
	s, err := h.app.SignIn(t.Context(), "localhost:8000", pastedCreds)
	equal(t, "kind", client.KindOf(err), client.KindUnauthorized)
	equal(t, "session", s, nil)
	equal(t, "prefill", h.app.Settings().Server, "")
}

func TestRememberedSessionOpensNextTime(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	must(t, h.app.Remember(t.Context(), s))
	equal(t, "remembered", s.Remembered(), true)
	equalSlices(t, "keyring", h.store.names(), signInEntry)
	h.open(false)
	resumed, err := h.app.Resume(t.Context())
	must(t, err)
	equal(t, "secret", h.connector.creds.Secret.Reveal(), "s3cr3t")
	equal(t, "key ID", h.connector.creds.KeyID, "AK1")
	equal(t, "server", resumed.Server(), "localhost:8000")
	equal(t, "remembered", resumed.Remembered(), true)
	content, err := os.ReadFile(filepath.Join(h.dir, "settings.json"))
	must(t, err)
	equal(t, "secret in the settings", strings.Contains(string(content), "s3cr3t"), false)
}

func TestNothingToResume(t *testing.T) {
	h := newHouse(t)
	if _, err := h.app.Resume(t.Context()); !errors.Is(err, ErrSignedOut) {
		t.Errorf("got %v, want ErrSignedOut", err)
	}
	h.signIn(t)
	h.open(false)
	if _, err := h.app.Resume(t.Context()); !errors.Is(err, ErrSignedOut) {
		t.Errorf("after a sign-in that was not to be remembered: %v, want ErrSignedOut", err)
	}
}

func TestResumeWithoutTheKeyring(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Remember(t.Context(), h.signIn(t)))
	h.store.failWith(&KeyringError{Kind: KeyringTimeout})
	_, err := h.app.Resume(t.Context())
	equal(t, "kind", keyringKindOf(err), KeyringTimeout)
	h.store.failWith(nil)
	must(t, second(h.app.Resume(t.Context()))) // it was not forgotten over that
}

func TestResumeOfWhatTheKeyringLost(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Remember(t.Context(), h.signIn(t)))
	clear(h.store.entries)
	if _, err := h.app.Resume(t.Context()); !errors.Is(err, ErrNotStored) {
		t.Errorf("got %v, want ErrNotStored", err)
	}
	if _, err := h.app.Resume(t.Context()); !errors.Is(err, ErrSignedOut) {
		t.Errorf("the next time: %v, want ErrSignedOut", err)
	}
}

func TestFailedRememberLeavesNothing(t *testing.T) {
	t.Run("keyring", func(t *testing.T) {
		h := newHouse(t)
		s := h.signIn(t)
		h.store.failWith(&KeyringError{Kind: KeyringRefused})
		equal(t, "kind", keyringKindOf(h.app.Remember(t.Context(), s)), KeyringRefused)
		equal(t, "remembered", s.Remembered(), false)
		equal(t, "settings", h.app.Settings().Session, nil)
		h.store.failWith(nil)
		must(t, h.app.Remember(t.Context(), s)) // it can be tried again
	})
	t.Run("settings", func(t *testing.T) {
		h := newHouse(t)
		s := h.signIn(t)
		must(t, os.RemoveAll(h.dir))
		must(t, os.WriteFile(h.dir, nil, 0o600))
		if err := h.app.Remember(t.Context(), s); err == nil {
			t.Error("no error")
		}
		equal(t, "remembered", s.Remembered(), false)
		equal(t, "settings", h.app.Settings().Session, nil)
		equalSlices(t, "keyring", h.store.names())
	})
}

// A person who stops it may do so when the secret has just been stored.
func TestStoppedRememberCleansUp(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	must(t, os.RemoveAll(h.dir))
	must(t, os.WriteFile(h.dir, nil, 0o600))
	ctx, cancel := context.WithCancel(t.Context())
	h.store.before = func(string, string) { cancel() }
	if err := h.app.Remember(ctx, s); err == nil {
		t.Error("no error")
	}
	equalSlices(t, "keyring", h.store.names())
}

// What an earlier sign-in with the same key stored is gone when storing it again came to nothing.
func TestFailedRememberForgetsTheSameKey(t *testing.T) {
	tests := map[KeyringKind]bool{KeyringTimeout: true, KeyringMismatch: true, KeyringRefused: false}
	for kind, forgotten := range tests {
		t.Run(string(kind), func(t *testing.T) {
			h := newHouse(t)
			must(t, h.app.Remember(t.Context(), h.signIn(t)))
			again := h.signIn(t)
			h.store.failWith(&KeyringError{Kind: kind})
			equal(t, "kind", keyringKindOf(h.app.Remember(t.Context(), again)), kind)
			equal(t, "forgotten", h.app.Settings().Session == nil, forgotten)
		})
	}
}

func TestRememberingAnotherKeyForgetsTheFirst(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Remember(t.Context(), h.signIn(t)))
	other := newFakeBackend()
	h.connector.backend = otherKey{other}
	must(t, h.app.Remember(t.Context(), h.signIn(t)))
	equalSlices(t, "keyring", h.store.names(), signInService+"/http://server/api/v1 AK2")
	equal(t, "settings", h.app.Settings().Session.KeyID, "AK2")
}

// otherKey is a back end that was signed in to with another key.
type otherKey struct{ *fakeBackend }

func (otherKey) KeyID() string { return "AK2" }

func TestLogOut(t *testing.T) {
	for name, forget := range map[string]bool{"keeping the vault": false, "forgetting the vault": true} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			s := h.signIn(t)
			must(t, h.app.Remember(t.Context(), s))
			must(t, s.Vault().Put(t.Context(), "AK2", secretOf("AK2")))
			must(t, h.app.LogOut(t.Context(), s, forget))
			want := []string{vaultService + "/http://server/api/v1 AK2"}
			if forget {
				want = nil
			}
			equalSlices(t, "keyring", h.store.names(), want...)
			equal(t, "remembered", s.Remembered(), false)
			h.open(false)
			if _, err := h.app.Resume(t.Context()); !errors.Is(err, ErrSignedOut) {
				t.Errorf("resume: %v, want ErrSignedOut", err)
			}
			equal(t, "prefill", h.app.Settings().Server, "localhost:8000")
		})
	}
}

func TestLogOutWithoutTheKeyring(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	must(t, h.app.Remember(t.Context(), s))
	h.store.failWith(&KeyringError{Kind: KeyringTimeout})
	equal(t, "kind", keyringKindOf(h.app.LogOut(t.Context(), s, true)), KeyringTimeout)
	equal(t, "settings", h.app.Settings().Session, nil)
}

func TestLogOutOfWhatWasNotRememberedLeavesTheKeyringAlone(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	h.store.failWith(&KeyringError{Kind: KeyringMissing})
	must(t, h.app.LogOut(t.Context(), s, true))
}

// Remember may wait for a person to unlock the keyring, and they may log out meanwhile.
func TestRememberThatEndsAfterLogOutLeavesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		s := h.signIn(t)
		gate := make(chan struct{})
		h.store.before = func(op, _ string) {
			if op == "set" {
				<-gate
			}
		}
		wait := background(func() error { return h.app.Remember(t.Context(), s) })
		must(t, h.app.LogOut(t.Context(), s, false))
		close(gate)
		if err := wait(); !errors.Is(err, ErrSignedOut) {
			t.Errorf("got %v, want ErrSignedOut", err)
		}
		equalSlices(t, "keyring", h.store.names())
		equal(t, "settings", h.app.Settings().Session, nil)
	})
}

// A secret on its way into the vault does not outlive a log out that was to forget it.
func TestKeepThatEndsAfterLogOutLeavesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		s := h.signIn(t)
		must(t, s.Keys().Load(t.Context()))
		gate := make(chan struct{})
		h.store.before = func(op, _ string) {
			if op == "set" {
				<-gate
			}
		}
		s.Keys().OnVaultTrouble(func(err error) { t.Errorf("told of %v", err) })
		first := background(func() error { s.Keys().Keep(t.Context(), "AK1", secretOf("AK1")); return nil })
		next := background(func() error { s.Keys().Keep(t.Context(), "AK2", secretOf("AK2")); return nil })
		out := background(func() error { return h.app.LogOut(t.Context(), s, true) })
		close(gate)
		must(t, errors.Join(first(), next(), out()))
		s.Keys().Keep(t.Context(), "AK1", secretOf("AK1"))
		equalSlices(t, "keyring", h.store.names())
		equal(t, "vault", s.Vault().Len(), 0)
	})
}

func TestEphemeralLeavesNothing(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.UpdateSettings(func(s *Settings) { s.Server = "mine" }))
	h.open(true)
	s := h.signIn(t)
	must(t, h.app.Remember(t.Context(), s))
	equal(t, "remembered", s.Remembered(), false)
	must(t, s.Vault().Put(t.Context(), "AK2", secretOf("AK2")))
	must(t, h.app.Close(t.Context()))
	equalSlices(t, "keyring", h.store.names())
	h.open(false)
	equal(t, "server", h.app.Settings().Server, "mine")
	equal(t, "session", h.app.Settings().Session, nil)
}

func TestCloseKeepsTheVault(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	must(t, s.Vault().Put(t.Context(), "AK2", secretOf("AK2")))
	must(t, h.app.Close(t.Context()))
	equal(t, "vault", s.Vault().Len(), 1)
}

func TestKeyringIsProbed(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Keyring(t.Context()))
	equalSlices(t, "keyring", h.store.names())
	h.store.failWith(&KeyringError{Kind: KeyringMissing})
	equal(t, "kind", keyringKindOf(h.app.Keyring(t.Context())), KeyringMissing)
}

func TestKeyringIsProbedWithoutAPrompt(t *testing.T) {
	os := newScripted()
	a := New(Config{Dir: t.TempDir(), Store: newKeyring(os, KeyringOptions{})})
	must(t, a.Keyring(context.Background()))
	equalSlices(t, "calls", os.called(), "probe")
}
