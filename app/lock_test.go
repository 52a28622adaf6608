package app

import (
	"errors"
	"testing"

	"accesskeys/client"
)

func TestLockAndUnlock(t *testing.T) {
	backend, store := newFakeBackend("AK1"), newFakeStore()
	a := newProgram(programConfig{Dir: t.TempDir(), Store: store, Connector: &fakeConnector{backend: backend}})
	s, err := a.Sessions.SignIn(t.Context(), "server", client.Credentials{KeyID: "AK1", Secret: secretOf("AK1")})
	must(t, err)
	must(t, a.Sessions.Remember(t.Context(), s))

	s.Lock()
	equal(t, "locked", backend.isLocked(), true)
	store.failWith(&KeyringError{Kind: KeyringRefused})
	if err := a.Sessions.Unlock(t.Context(), s); KindOfKeyring(err) != KeyringRefused {
		t.Errorf("refused by the keyring: %v", err)
	}
	equal(t, "locked after a refusal", backend.isLocked(), true)
	store.failWith(nil)
	must(t, a.Sessions.Unlock(t.Context(), s))
	equal(t, "locked after the unlock", backend.isLocked(), false)

	s.Lock()
	must(t, a.Sessions.LogOut(t.Context(), s, false))
	if err := a.Sessions.Unlock(t.Context(), s); !errors.Is(err, ErrNotStored) {
		t.Errorf("unlocked though logged out: %v", err)
	}
	equal(t, "locked after the log out", backend.isLocked(), true)
}

func TestLogOutSaved(t *testing.T) {
	dir, store := t.TempDir(), newFakeStore()
	connector := &fakeConnector{backend: newFakeBackend("AK1")}
	first := newProgram(programConfig{Dir: dir, Store: store, Connector: connector})
	s, err := first.Sessions.SignIn(t.Context(), "server", client.Credentials{KeyID: "AK1", Secret: secretOf("AK1")})
	must(t, err)
	must(t, first.Sessions.Remember(t.Context(), s))
	must(t, first.PIN.Set(client.Secret{}, client.NewSecret("1234"), s.Ended))

	next := newProgram(programConfig{Dir: dir, Store: store, Connector: connector})
	must(t, next.Sessions.LogOutSaved(t.Context(), true))
	equalSlices(t, "in the keyring", store.names())
	equal(t, "IsSet", next.PIN.IsSet(), false)
	if _, err := next.Sessions.Resume(t.Context()); !errors.Is(err, ErrSignedOut) {
		t.Errorf("resumed after the log out: %v", err)
	}
	must(t, next.Sessions.LogOutSaved(t.Context(), true))
}

// That a secret is refused which was mistyped says nothing of the key.
func TestMistypedSecretSettlesNothing(t *testing.T) {
	backend := newFakeBackend("AK1")
	a := newProgram(programConfig{Dir: t.TempDir(), Store: newFakeStore(), Connector: &fakeConnector{backend: backend}})
	s, err := a.Sessions.SignIn(t.Context(), "server", client.Credentials{KeyID: "AK1", Secret: secretOf("AK1")})
	must(t, err)
	must(t, s.Keys().Load(t.Context()))
	var told []Settled
	s.Keys().OnSettled(func(s Settled) { told = append(told, s) })
	backend.fail["disable"] = &client.Error{Kind: client.KindTimeout, Lost: true}
	backend.fail["read"] = &client.Error{Kind: client.KindUnreachable}
	equal(t, "uncertain", Uncertain(s.Keys().Do(t.Context(), OpDisable, "AK1")), true)
	s.Lock()
	backend.fail["list"] = &client.Error{Kind: client.KindUnauthorized}
	equal(t, "kind", client.KindOf(a.Sessions.UnlockWith(t.Context(), s, client.NewSecret("mistyped"))), client.KindUnauthorized)
	equal(t, "told", len(told), 0)
	equal(t, "locked", backend.isLocked(), true)
}

func TestPINOfASessionThatIsLoggedOutIsNotSet(t *testing.T) {
	config := programConfig{Dir: t.TempDir(), Store: newFakeStore(), Connector: &fakeConnector{backend: newFakeBackend("AK1")}}
	a := newProgram(config)
	s, err := a.Sessions.SignIn(t.Context(), "example.com", client.Credentials{KeyID: "AK1", Secret: secretOf("AK1")})
	must(t, err)
	must(t, a.PIN.Set(client.Secret{}, client.NewSecret("1234"), s.Ended))
	must(t, a.Sessions.LogOut(t.Context(), s, false))
	if err := a.PIN.Set(client.Secret{}, client.NewSecret("5678"), s.Ended); !errors.Is(err, ErrSignedOut) {
		t.Errorf("set after the log out: %v", err)
	}
	equal(t, "IsSet", a.PIN.IsSet(), false)
	equal(t, "IsSet at the next start", newProgram(config).PIN.IsSet(), false)
}
