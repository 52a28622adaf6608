package session

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
	"accesskeys/app/secrets/secretstest"
	"accesskeys/app/settings"
	"accesskeys/client"
)

func TestLogOut(t *testing.T) {
	for name, forget := range map[string]bool{"keeping the vault": false, "forgetting the vault": true} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			s := h.signIn(t)
			check.Must(t, h.app.Sessions.Remember(t.Context(), s))
			check.Must(t, s.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{}, apptest.Always))
			check.Must(t, h.app.Sessions.LogOut(t.Context(), s, forget))
			want := []string{keyring.ServiceVault + "/http://server/api/v1 AK2"}
			if forget {
				want = nil
			}
			check.EqualSlices(t, "keyring", h.store.Names(), want...)
			check.Equal(t, "remembered", s.Remembered(), false)
			h.open(false)
			if _, err := h.app.Sessions.Resume(t.Context()); !errors.Is(err, keys.ErrSignedOut) {
				t.Errorf("resume: %v, want ErrSignedOut", err)
			}
			check.Equal(t, "prefill", h.app.Settings.Get().Server, "localhost:8000")
		})
	}
}

func TestLogOutWithoutTheKeyring(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), s))
	h.store.FailWith(&keyring.Error{Kind: keyring.Timeout})
	check.Equal(t, "kind", keyring.KindOf(h.app.Sessions.LogOut(t.Context(), s, true)), keyring.Timeout)
	check.Equal(t, "settings", h.app.Settings.Get().Session, nil)
}

func TestLogOutAfterTheIndexWasLost(t *testing.T) {
	for _, listless := range []bool{false, true} {
		for name, lose := range map[string]func(path string) error{
			"corrupt": func(path string) error { return os.WriteFile(path, []byte("{"), 0o600) },
			"no file": os.Remove,
		} {
			h := newHouse(t)
			h.store.Listless = listless
			s := h.signIn(t)
			check.Must(t, s.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
			check.Must(t, h.store.Set(t.Context(), keyring.ServiceVault, keyring.Account("http://other/v1", "AK1"), apptest.SecretOf("AK1")))
			check.Must(t, lose(filepath.Join(h.dir, "vault.json")))
			err := h.app.Sessions.LogOut(t.Context(), s, true)
			if !listless {
				check.Must(t, err)
				check.EqualSlices(t, "left", h.store.Names(), keyring.ServiceVault+"/http://other/v1 AK1")
				continue
			}
			want := keyring.Kind("")
			if name == "corrupt" {
				want = keyring.Lost
			}
			check.Equal(t, "kind where it cannot be listed", keyring.KindOf(err), want)
			check.Must(t, h.app.Sessions.LogOut(t.Context(), h.signIn(t), false))
		}
	}
}

// As with a sign-in that was not to be kept, after one with the same key that was.
func TestLogOutForgetsTheSameKeyOfAnEarlierSignIn(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	check.Must(t, h.app.Sessions.LogOut(t.Context(), h.signIn(t), false))
	check.EqualSlices(t, "keyring", h.store.Names())
	check.Equal(t, "settings", h.app.Settings.Get().Session, nil)
}

func TestLogOutForgetsTheKeyThatTheSessionCouldNotReplace(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	h.connector.backend = otherKey{apptest.NewBackend()}
	s := h.signIn(t)
	check.Must(t, h.app.Sessions.Forget(t.Context(), s, true))
	check.Must(t, h.app.Sessions.LogOut(t.Context(), s, false))
	check.EqualSlices(t, "keyring", h.store.Names())
	check.Equal(t, "settings", h.app.Settings.Get().Session, nil)
}

func TestLogOutLeavesTheKeyOfAnotherAccountRemembered(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	h.connector.backend = otherKey{apptest.NewBackend()}
	s, err := h.app.Sessions.SignInAs(t.Context(), "", "localhost:8000", pastedCreds)
	check.Must(t, err)
	check.Must(t, h.app.Sessions.LogOut(t.Context(), s, false))
	check.EqualSlices(t, "keyring", h.store.Names(), signInEntry)
	check.Equal(t, "settings", h.app.Settings.Get().Session.KeyID, "AK1")
}

func TestForget(t *testing.T) {
	tests := map[string]struct {
		backend Backend
		keyring []string
	}{
		"the same key": {apptest.NewBackend(), nil},
		"another key":  {otherKey{apptest.NewBackend()}, []string{signInEntry}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
			h.connector.backend = test.backend
			s := h.signIn(t)
			check.Must(t, h.app.Sessions.Forget(t.Context(), s, true))
			check.EqualSlices(t, "keyring", h.store.Names(), test.keyring...)
			check.Equal(t, "settings name one", h.app.Settings.Get().Session != nil, test.keyring != nil)
			h.open(false)
			check.Equal(t, "settings on disk name one", h.app.Settings.Get().Session != nil, test.keyring != nil)
		})
	}
}

func TestForgetOfNothingLeavesTheKeyringAlone(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	h.store.FailWith(&keyring.Error{Kind: keyring.Missing})
	check.Must(t, h.app.Sessions.Forget(t.Context(), s, true))
}

func TestForgetWithoutTheKeyring(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	s := h.signIn(t)
	h.store.FailWith(&keyring.Error{Kind: keyring.Timeout})
	check.Equal(t, "kind", keyring.KindOf(h.app.Sessions.Forget(t.Context(), s, true)), keyring.Timeout)
	check.Equal(t, "settings", h.app.Settings.Get().Session, nil)
}

// Where the keyring cannot have taken anything in, there is nothing to complain about.
func TestLogOutAfterAFailedRemember(t *testing.T) {
	tests := map[keyring.Kind]keyring.Kind{
		keyring.Missing: "", keyring.Busy: "", keyring.TooLarge: "", keyring.Refused: "",
		keyring.Timeout: keyring.Timeout, keyring.Mismatch: keyring.Mismatch,
	}
	for kind, told := range tests {
		t.Run(string(kind), func(t *testing.T) {
			h := newHouse(t)
			s := h.signIn(t)
			h.store.FailWith(&keyring.Error{Kind: kind})
			check.Equal(t, "remember", keyring.KindOf(h.app.Sessions.Remember(t.Context(), s)), kind)
			err := h.app.Sessions.LogOut(t.Context(), s, true)
			check.Equal(t, "log out", keyring.KindOf(err), told)
			check.Equal(t, "log out failed", err != nil, told != "")
		})
	}
}

func TestLogOutOfWhatWasNotRememberedLeavesTheKeyringAlone(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	h.store.FailWith(&keyring.Error{Kind: keyring.Missing})
	check.Must(t, h.app.Sessions.LogOut(t.Context(), s, true))
}

// Remember may wait for a user to unlock the keyring, and they may log out meanwhile.
func TestRememberThatEndsAfterLogOutLeavesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		s := h.signIn(t)
		gate := make(chan struct{})
		h.store.Before = func(op, _ string) {
			if op == "set" {
				<-gate
			}
		}
		wait := check.Background(func() error { return h.app.Sessions.Remember(t.Context(), s) })
		check.Must(t, h.app.Sessions.LogOut(t.Context(), s, false))
		h.app.Settings.BeforeWrite = func(v *settings.Settings) error {
			if v.Session != nil {
				t.Errorf("written: %+v", v)
			}
			return nil
		}
		close(gate)
		if err := wait(); !errors.Is(err, keys.ErrSignedOut) {
			t.Errorf("got %v, want ErrSignedOut", err)
		}
		check.EqualSlices(t, "keyring", h.store.Names())
		check.Equal(t, "settings", h.app.Settings.Get().Session, nil)
	})
}

// So may writing the settings take its time.
func TestLogOutWhileTheSettingsAreWrittenLeavesNothing(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	h.app.Settings.BeforeWrite = func(v *settings.Settings) error {
		s.end()
		return nil
	}
	if err := h.app.Sessions.Remember(t.Context(), s); !errors.Is(err, keys.ErrSignedOut) {
		t.Errorf("got %v, want ErrSignedOut", err)
	}
	check.EqualSlices(t, "keyring", h.store.Names())
	h.open(false)
	check.Equal(t, "settings on disk", h.app.Settings.Get().Session, nil)
}

// A secret on its way into the vault does not outlive a log out that was to forget it.
func TestKeepThatEndsAfterLogOutLeavesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		s := h.signIn(t)
		check.Must(t, s.Keys().Load(t.Context()))
		gate := make(chan struct{})
		h.store.Before = func(op, _ string) {
			if op == "set" {
				<-gate
			}
		}
		s.Keys().VaultTrouble.Subscribe(func(err error) { t.Errorf("told of %v", err) })
		first := check.Background(func() error {
			s.Keys().Keep(t.Context(), "AK1", keys.Revealed{Secret: apptest.SecretOf("AK1")})
			return nil
		})
		next := check.Background(func() error {
			s.Keys().Keep(t.Context(), "AK2", keys.Revealed{Secret: apptest.SecretOf("AK2")})
			return nil
		})
		out := check.Background(func() error { return h.app.Sessions.LogOut(t.Context(), s, true) })
		close(gate)
		check.Must(t, errors.Join(first(), next(), out()))
		s.Keys().Keep(t.Context(), "AK1", keys.Revealed{Secret: apptest.SecretOf("AK1")})
		check.EqualSlices(t, "keyring", h.store.Names())
		check.Equal(t, "vault", len(secretstest.IDs(t, s.vault)), 0)
	})
}

// Another window may have found out that the keyring lost the only sign-in, which removes the account but not the PIN.
func TestLogOutWithoutAccountsRemovesThePIN(t *testing.T) {
	a := newProgram(programConfig{Dir: t.TempDir(), Store: apptest.NewStore()})
	check.Must(t, a.PIN.Set(client.Secret{}, client.NewSecret("1234"), func() error { return nil }))
	check.Must(t, a.Sessions.LogOutAll(t.Context(), nil, true))
	check.Equal(t, "IsSet", a.PIN.IsSet(), false)
	check.EqualSlices(t, "recorded", recorded(t, a), "remove-pin done")
}
