package session

import (
	"errors"
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/client"
)

func TestLockAndUnlock(t *testing.T) {
	d := newComputer(t, "AK1")
	a, s := d.signedIn()

	s.Lock()
	check.Equal(t, "locked", d.backend.IsLocked(), true)
	d.store.FailWith(&keyring.Error{Kind: keyring.Refused})
	if err := a.Sessions.Unlock(t.Context(), s); keyring.KindOf(err) != keyring.Refused {
		t.Errorf("refused by the keyring: %v", err)
	}
	check.Equal(t, "locked after a refusal", d.backend.IsLocked(), true)
	d.store.FailWith(nil)
	check.Must(t, a.Sessions.Unlock(t.Context(), s))
	check.Equal(t, "locked after the unlock", d.backend.IsLocked(), false)

	s.Lock()
	check.Must(t, a.Sessions.LogOut(t.Context(), s, false))
	if err := a.Sessions.Unlock(t.Context(), s); !errors.Is(err, keyring.ErrNotStored) {
		t.Errorf("unlocked though logged out: %v", err)
	}
	check.Equal(t, "locked after the log out", d.backend.IsLocked(), true)
}

func TestLogOutSaved(t *testing.T) {
	d := newComputer(t, "AK1")
	first, s := d.signedIn()
	check.Must(t, first.PIN.Set(client.Secret{}, client.NewSecret("1234"), s.Ended))

	next := newProgram(d.config)
	check.Must(t, next.Sessions.LogOutAll(t.Context(), nil, true))
	check.EqualSlices(t, "in the keyring", d.store.Names())
	check.Equal(t, "IsSet", next.PIN.IsSet(), false)
	if _, err := next.Sessions.Resume(t.Context()); !errors.Is(err, keys.ErrSignedOut) {
		t.Errorf("resumed after the log out: %v", err)
	}
	check.Must(t, next.Sessions.LogOutAll(t.Context(), nil, true))
}

// That a secret is refused which was mistyped says nothing of the key.
func TestMistypedSecretResolvesNothing(t *testing.T) {
	backend := apptest.NewBackend("AK1")
	a := newProgram(programConfig{Dir: t.TempDir(), Store: apptest.NewStore(), Connector: &fakeConnector{backend: backend}})
	s, err := a.Sessions.SignIn(t.Context(), "server", client.Credentials{KeyID: "AK1", Secret: apptest.SecretOf("AK1")})
	check.Must(t, err)
	check.Must(t, s.Keys().Load(t.Context()))
	var told []keys.Resolved
	s.Keys().Resolved.Subscribe(func(s keys.Resolved) { told = append(told, s) })
	backend.Fail["disable"] = &client.Error{Kind: client.KindTimeout, Unacknowledged: true}
	backend.Fail["read"] = &client.Error{Kind: client.KindUnreachable}
	check.Equal(t, "uncertain", keys.Uncertain(s.Keys().Do(t.Context(), keys.OpDisable, "AK1")), true)
	s.Lock()
	backend.Fail["list"] = &client.Error{Kind: client.KindUnauthorized}
	check.Equal(t, "kind", client.KindOf(a.Sessions.UnlockWith(t.Context(), s, client.NewSecret("mistyped"))), client.KindUnauthorized)
	check.Equal(t, "told", len(told), 0)
	check.Equal(t, "locked", backend.IsLocked(), true)
}

func TestPINOfASessionThatIsLoggedOutIsNotSet(t *testing.T) {
	config := programConfig{Dir: t.TempDir(), Store: apptest.NewStore(), Connector: &fakeConnector{backend: apptest.NewBackend("AK1")}}
	a := newProgram(config)
	s, err := a.Sessions.SignIn(t.Context(), "example.com", client.Credentials{KeyID: "AK1", Secret: apptest.SecretOf("AK1")})
	check.Must(t, err)
	check.Must(t, a.PIN.Set(client.Secret{}, client.NewSecret("1234"), s.Ended))
	check.Must(t, a.Sessions.LogOut(t.Context(), s, false))
	if err := a.PIN.Set(client.Secret{}, client.NewSecret("5678"), s.Ended); !errors.Is(err, keys.ErrSignedOut) {
		t.Errorf("set after the log out: %v", err)
	}
	check.Equal(t, "IsSet", a.PIN.IsSet(), false)
	check.Equal(t, "IsSet at the next start", newProgram(config).PIN.IsSet(), false)
}

// The keyring may answer when the session has gone on with another key, which leaves this one.
func TestSessionThatIsLeftWhileItUnlocksStaysLocked(t *testing.T) {
	d := newComputer(t, "AK1")
	a, s := d.signedIn()
	s.Lock()
	d.store.Before = func(string, string) { a.Sessions.Leave(s) }
	if err := a.Sessions.Unlock(t.Context(), s); !errors.Is(err, keys.ErrSignedOut) {
		t.Errorf("got %v, want ErrSignedOut", err)
	}
	check.Equal(t, "locked", d.backend.IsLocked(), true)
}
