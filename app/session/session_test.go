package session

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"accesskeys/app/apptest"
	"accesskeys/app/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
	"accesskeys/client"
)

var pastedCreds = client.Credentials{KeyID: " AK1\n", Secret: client.NewSecret("\ts3cr3t\r\n")}

// house is an application over a fake server and a fake keyring.
type house struct {
	dir       string
	store     *apptest.Store
	connector *fakeConnector
	app       *program
}

func newHouse(t *testing.T) *house {
	h := &house{dir: t.TempDir(), store: apptest.NewStore(), connector: &fakeConnector{backend: apptest.NewBackend("AK1", "AK2")}}
	h.open(false)
	return h
}

// open starts the application again.
func (h *house) open(ephemeral bool) {
	h.app = newProgram(programConfig{Dir: h.dir, Store: h.store, Connector: h.connector, Ephemeral: ephemeral})
}

func (h *house) signIn(t *testing.T) *Session {
	t.Helper()
	s, err := h.app.Sessions.SignIn(t.Context(), " localhost:8000 \n", pastedCreds)
	check.Must(t, err)
	return s
}

const signInEntry = keyring.ServiceSignIn + "/http://server/api/v1 AK1"

func TestSignInTrimsWhatWasPasted(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	check.Equal(t, "address", h.connector.address, "localhost:8000")
	check.Equal(t, "key ID", h.connector.creds.KeyID, "AK1")
	check.Equal(t, "secret", h.connector.creds.Secret.Reveal(), "s3cr3t")
	check.Equal(t, "server", s.Server(), "localhost:8000")
	check.Equal(t, "remembered", s.Remembered(), false)
	check.Equal(t, "prefill", h.app.Settings.Get().Server, "localhost:8000")
	check.EqualSlices(t, "keyring", h.store.Names())
}

func TestSettingsKeepNoTokenOfAPastedLink(t *testing.T) {
	h := newHouse(t)
	s, err := h.app.Sessions.SignIn(t.Context(), "https://server/console?token=t0ken#/login", pastedCreds)
	check.Must(t, err)
	check.Equal(t, "server", s.Server(), "https://server/console")
	check.Equal(t, "prefill", h.app.Settings.Get().Server, "https://server/console")
}

func TestFailedSignInRemembersNothing(t *testing.T) {
	h := newHouse(t)
	h.connector.fail = &client.Error{Kind: client.KindUnauthorized}
	s, err := h.app.Sessions.SignIn(t.Context(), "localhost:8000", pastedCreds)
	check.Equal(t, "kind", client.KindOf(err), client.KindUnauthorized)
	check.Equal(t, "session", s, nil)
	check.Equal(t, "prefill", h.app.Settings.Get().Server, "")
}

func TestRememberedSessionOpensNextTime(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), s))
	check.Equal(t, "remembered", s.Remembered(), true)
	check.EqualSlices(t, "keyring", h.store.Names(), signInEntry)
	h.open(false)
	resumed, err := h.app.Sessions.Resume(t.Context())
	check.Must(t, err)
	check.Equal(t, "secret", h.connector.creds.Secret.Reveal(), "s3cr3t")
	check.Equal(t, "key ID", h.connector.creds.KeyID, "AK1")
	check.Equal(t, "server", resumed.Server(), "localhost:8000")
	check.Equal(t, "remembered", resumed.Remembered(), true)
	content, err := os.ReadFile(filepath.Join(h.dir, "settings.json"))
	check.Must(t, err)
	check.Equal(t, "secret in the settings", strings.Contains(string(content), "s3cr3t"), false)
}

func TestNothingToResume(t *testing.T) {
	h := newHouse(t)
	if _, err := h.app.Sessions.Resume(t.Context()); !errors.Is(err, keys.ErrSignedOut) {
		t.Errorf("got %v, want ErrSignedOut", err)
	}
	h.signIn(t)
	h.open(false)
	if _, err := h.app.Sessions.Resume(t.Context()); !errors.Is(err, keys.ErrSignedOut) {
		t.Errorf("after a sign-in that was not to be remembered: %v, want ErrSignedOut", err)
	}
}

func TestResumeWithoutTheKeyring(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	h.store.FailWith(&keyring.Error{Kind: keyring.Timeout})
	_, err := h.app.Sessions.Resume(t.Context())
	check.Equal(t, "kind", keyring.KindOf(err), keyring.Timeout)
	h.store.FailWith(nil)
	check.Must(t, check.Second(h.app.Sessions.Resume(t.Context()))) // it was not forgotten over that
}

func TestResumeOfWhatTheKeyringLost(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	clear(h.store.Entries)
	if _, err := h.app.Sessions.Resume(t.Context()); !errors.Is(err, keyring.ErrNotStored) {
		t.Errorf("got %v, want ErrNotStored", err)
	}
	if _, err := h.app.Sessions.Resume(t.Context()); !errors.Is(err, keys.ErrSignedOut) {
		t.Errorf("the next time: %v, want ErrSignedOut", err)
	}
}

func TestFailedRememberLeavesNothing(t *testing.T) {
	t.Run("keyring", func(t *testing.T) {
		h := newHouse(t)
		s := h.signIn(t)
		h.store.FailWith(&keyring.Error{Kind: keyring.Refused})
		check.Equal(t, "kind", keyring.KindOf(h.app.Sessions.Remember(t.Context(), s)), keyring.Refused)
		check.Equal(t, "remembered", s.Remembered(), false)
		check.Equal(t, "settings", h.app.Settings.Get().Session, nil)
		h.store.FailWith(nil)
		check.Must(t, h.app.Sessions.Remember(t.Context(), s)) // it can be tried again
	})
	t.Run("settings", func(t *testing.T) {
		h := newHouse(t)
		s := h.signIn(t)
		check.Must(t, os.RemoveAll(h.dir))
		check.Must(t, os.WriteFile(h.dir, nil, 0o600))
		if err := h.app.Sessions.Remember(t.Context(), s); err == nil {
			t.Error("no error")
		}
		check.Equal(t, "remembered", s.Remembered(), false)
		check.Equal(t, "settings", h.app.Settings.Get().Session, nil)
		check.EqualSlices(t, "keyring", h.store.Names())
	})
}

// A user who stops it may do so when the secret has just been stored.
func TestStoppedRememberCleansUp(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	check.Must(t, os.RemoveAll(h.dir))
	check.Must(t, os.WriteFile(h.dir, nil, 0o600))
	ctx, cancel := context.WithCancel(t.Context())
	h.store.Before = func(string, string) { cancel() }
	if err := h.app.Sessions.Remember(ctx, s); err == nil {
		t.Error("no error")
	}
	check.EqualSlices(t, "keyring", h.store.Names())
}

// Quitting may stop it, at the last moment.
func TestStoppedRememberIsCompleted(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	ctx, cancel := context.WithCancel(t.Context())
	h.store.Before = func(op, _ string) {
		check.Equal(t, "named before it is stored", h.app.Settings.Get().Session, nil)
		cancel()
	}
	check.Must(t, h.app.Sessions.Remember(ctx, s))
	check.EqualSlices(t, "keyring", h.store.Names(), signInEntry)
	h.open(false)
	check.Equal(t, "settings on disk", h.app.Settings.Get().Session.KeyID, "AK1")
}

// What the keyring has of the same key, which is not named any more, is removed though ctx has ended.
func TestStoppedRememberLeavesNothingOfTheSameKey(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	again := h.signIn(t)
	ctx, cancel := context.WithCancel(t.Context())
	h.store.Before = func(op, _ string) {
		h.store.FailWith(nil)
		if op == "set" {
			cancel()
			h.store.FailWith(ctx.Err())
		}
	}
	if err := h.app.Sessions.Remember(ctx, again); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that it was cancelled", err)
	}
	check.EqualSlices(t, "keyring", h.store.Names())
	check.Equal(t, "settings", h.app.Settings.Get().Session, nil)
}

func TestFailedRememberKeepsAnotherKeyRemembered(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	h.connector.backend = otherKey{apptest.NewBackend()}
	s := h.signIn(t)
	failed := errors.New("disk full")
	h.app.Settings.BeforeWrite = func(*settings.Settings) error { return failed }
	if err := h.app.Sessions.Remember(t.Context(), s); !errors.Is(err, failed) {
		t.Errorf("got %v, want %v", err, failed)
	}
	check.EqualSlices(t, "keyring", h.store.Names(), signInEntry)
	check.Equal(t, "settings", h.app.Settings.Get().Session.KeyID, "AK1")
}

// The secret that the earlier sign-in stored is replaced, and so removed.
func TestFailedRememberOfTheSameKeyLeavesNothing(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	s, err := h.app.Sessions.SignIn(t.Context(), "127.0.0.1:8000", pastedCreds)
	check.Must(t, err)
	check.Must(t, h.app.Settings.Save())
	failed := errors.New("disk full")
	h.app.Settings.BeforeWrite = func(*settings.Settings) error { return failed }
	if err := h.app.Sessions.Remember(t.Context(), s); !errors.Is(err, failed) {
		t.Errorf("got %v, want %v", err, failed)
	}
	check.EqualSlices(t, "keyring", h.store.Names())
	check.Equal(t, "settings", h.app.Settings.Get().Session, nil)
}

// The home directory may be on a server that hangs.
func TestRememberedDoesNotWaitForTheDisk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		s := h.signIn(t)
		disk := make(chan struct{})
		h.app.Settings.BeforeWrite = func(v *settings.Settings) error {
			<-disk
			return nil
		}
		wait := check.Background(func() error { return h.app.Sessions.Remember(t.Context(), s) })
		check.Equal(t, "while it is written", s.Remembered(), false)
		close(disk)
		check.Must(t, wait())
		check.Equal(t, "then", s.Remembered(), true)
	})
}

// What an earlier sign-in with the same key stored is gone when storing it again came to nothing.
func TestFailedRememberForgetsTheSameKey(t *testing.T) {
	tests := map[keyring.Kind]bool{keyring.Timeout: true, keyring.Mismatch: true, keyring.Refused: false}
	for kind, forgotten := range tests {
		t.Run(string(kind), func(t *testing.T) {
			h := newHouse(t)
			check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
			again := h.signIn(t)
			h.store.FailWith(&keyring.Error{Kind: kind})
			check.Equal(t, "kind", keyring.KindOf(h.app.Sessions.Remember(t.Context(), again)), kind)
			check.Equal(t, "forgotten", h.app.Settings.Get().Session == nil, forgotten)
		})
	}
}

func TestRememberingAnotherKeyForgetsTheFirst(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	other := apptest.NewBackend()
	h.connector.backend = otherKey{other}
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	check.EqualSlices(t, "keyring", h.store.Names(), keyring.ServiceSignIn+"/http://server/api/v1 AK2")
	check.Equal(t, "settings", h.app.Settings.Get().Session.KeyID, "AK2")
}

// otherKey is a back end that was signed in to with another key.
type otherKey struct{ *apptest.Backend }

func (otherKey) KeyID() string { return "AK2" }

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

func TestLogOutLeavesAnotherKeyRemembered(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	h.connector.backend = otherKey{apptest.NewBackend()}
	check.Must(t, h.app.Sessions.LogOut(t.Context(), h.signIn(t), false))
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
			check.Must(t, h.app.Sessions.Forget(t.Context(), s))
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
	check.Must(t, h.app.Sessions.Forget(t.Context(), s))
}

func TestForgetWithoutTheKeyring(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	s := h.signIn(t)
	h.store.FailWith(&keyring.Error{Kind: keyring.Timeout})
	check.Equal(t, "kind", keyring.KindOf(h.app.Sessions.Forget(t.Context(), s)), keyring.Timeout)
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
		s.Keys().OnVaultTrouble(func(err error) { t.Errorf("told of %v", err) })
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
		check.Equal(t, "vault", len(stored(t, s.vault)), 0)
	})
}

func TestEphemeralLeavesNothing(t *testing.T) {
	h := newHouse(t)
	update(t, h.app.Settings, func(s *settings.Settings) { s.Server = "mine" })
	h.open(true)
	s := h.signIn(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), s))
	check.Equal(t, "remembered", s.Remembered(), false)
	check.Must(t, s.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{}, apptest.Always))
	check.Must(t, h.app.Sessions.Close(t.Context()))
	if err := s.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{}, apptest.Always); !errors.Is(err, secrets.ErrSealed) {
		t.Errorf("storing after the end: %v, want ErrSealed", err)
	}
	check.EqualSlices(t, "keyring", h.store.Names())
	if _, err := os.Stat(filepath.Join(h.dir, "vault.json")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("index: %v, want that there is none", err)
	}
	h.open(false)
	check.Equal(t, "server", h.app.Settings.Get().Server, "mine")
	check.Equal(t, "session", h.app.Settings.Get().Session, nil)
}

// A secret on its way into the vault does not outlive the end.
func TestEphemeralCloseWaitsForAKeep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.open(true)
		s := h.signIn(t)
		check.Must(t, s.Keys().Load(t.Context()))
		gate := make(chan struct{})
		h.store.Before = func(op, _ string) {
			if op == "set" {
				<-gate
			}
		}
		kept := check.Background(func() error {
			s.Keys().Keep(t.Context(), "AK1", keys.Revealed{Secret: apptest.SecretOf("AK1")})
			return nil
		})
		closed := check.Background(func() error { return h.app.Sessions.Close(t.Context()) })
		close(gate)
		check.Must(t, errors.Join(kept(), closed()))
		check.EqualSlices(t, "keyring", h.store.Names())
	})
}

// Each run has a server of its own, so the next one does not know the last one's.
func TestEphemeralClearsWhatAnEarlierOneLeft(t *testing.T) {
	ends := map[string]func(*testing.T, *house){
		"crash": func(*testing.T, *house) {},
		"no time to clean up": func(t *testing.T, h *house) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if err := h.app.Sessions.Close(ctx); !errors.Is(err, context.Canceled) {
				t.Errorf("close: %v, want that it was cancelled", err)
			}
		},
		"no keyring at the next sign-in either": func(t *testing.T, h *house) {
			h.store.FailWith(&keyring.Error{Kind: keyring.Timeout})
			check.Equal(t, "kind", keyring.KindOf(h.app.Sessions.Close(t.Context())), keyring.Timeout)
			h.open(true)
			h.signIn(t)
			h.store.FailWith(nil)
		},
	}
	for name, end := range ends {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			check.Must(t, h.signIn(t).vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
			mine := h.store.Names()
			h.open(true)
			check.Must(t, h.signIn(t).vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{}, apptest.Always))
			check.Equal(t, "stored", len(h.store.Names()), 2)
			end(t, h)
			h.open(true)
			h.connector.backend = otherServer{apptest.NewBackend("AK1")}
			s := h.signIn(t)
			check.EqualSlices(t, "keyring", h.store.Names(), mine...)
			if _, err := s.vault.Get(t.Context(), "AK1", anyStamp); !errors.Is(err, keyring.ErrNotStored) {
				t.Errorf("mine is seen: %v", err)
			}
			check.Must(t, h.app.Sessions.Close(t.Context()))
			check.EqualSlices(t, "keyring in the end", h.store.Names(), mine...)
		})
	}
}

// otherServer is a back end at another address.
type otherServer struct{ *apptest.Backend }

func (otherServer) Endpoint() client.Endpoint {
	return client.Endpoint{Base: "http://127.0.0.1:1/api/v1", TokenFormat: client.FormatSlash}
}

func TestCloseKeepsTheVault(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	check.Must(t, s.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{}, apptest.Always))
	check.Must(t, h.app.Sessions.Close(t.Context()))
	check.Equal(t, "vault", len(stored(t, s.vault)), 1)
}

func TestKeyringIsProbedWithoutAPrompt(t *testing.T) {
	os := apptest.NewSystem()
	a := newProgram(programConfig{Dir: t.TempDir(), Store: keyring.Over(os, keyring.Options{})})
	check.Must(t, a.Keyring.Probe(context.Background()))
	check.EqualSlices(t, "calls", os.Called(), "probe")
	os.Fail["probe"] = &keyring.Error{Kind: keyring.Locked}
	check.Equal(t, "kind", keyring.KindOf(a.Keyring.Probe(t.Context())), keyring.Locked)
}
