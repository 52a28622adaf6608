package app

import (
	"context"
	"errors"
	"io/fs"
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
	app       *program
}

func newHouse(t *testing.T) *house {
	h := &house{dir: t.TempDir(), store: newFakeStore(), connector: &fakeConnector{backend: newFakeBackend("AK1", "AK2")}}
	h.open(false)
	return h
}

// open starts the application, anew.
func (h *house) open(ephemeral bool) {
	h.app = newProgram(programConfig{Dir: h.dir, Store: h.store, Connector: h.connector, Ephemeral: ephemeral})
}

func (h *house) signIn(t *testing.T) *Session {
	t.Helper()
	s, err := h.app.Sessions.SignIn(t.Context(), " localhost:8000 \n", pastedCreds)
	must(t, err)
	return s
}

const signInEntry = ServiceSignIn + "/http://server/api/v1 AK1"

func TestSignInTrimsWhatWasPasted(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	equal(t, "address", h.connector.address, "localhost:8000")
	equal(t, "key ID", h.connector.creds.KeyID, "AK1")
	equal(t, "secret", h.connector.creds.Secret.Reveal(), "s3cr3t")
	equal(t, "server", s.Server(), "localhost:8000")
	equal(t, "remembered", s.Remembered(), false)
	equal(t, "prefill", h.app.Settings.Get().Server, "localhost:8000")
	equalSlices(t, "keyring", h.store.names())
}

func TestSettingsKeepNoTokenOfAPastedLink(t *testing.T) {
	h := newHouse(t)
	s, err := h.app.Sessions.SignIn(t.Context(), "https://server/console?token=t0ken#/login", pastedCreds)
	must(t, err)
	equal(t, "server", s.Server(), "https://server/console")
	equal(t, "prefill", h.app.Settings.Get().Server, "https://server/console")
}

func TestFailedSignInRemembersNothing(t *testing.T) {
	h := newHouse(t)
	h.connector.fail = &client.Error{Kind: client.KindUnauthorized}
	s, err := h.app.Sessions.SignIn(t.Context(), "localhost:8000", pastedCreds)
	equal(t, "kind", client.KindOf(err), client.KindUnauthorized)
	equal(t, "session", s, nil)
	equal(t, "prefill", h.app.Settings.Get().Server, "")
}

func TestRememberedSessionOpensNextTime(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	must(t, h.app.Sessions.Remember(t.Context(), s))
	equal(t, "remembered", s.Remembered(), true)
	equalSlices(t, "keyring", h.store.names(), signInEntry)
	h.open(false)
	resumed, err := h.app.Sessions.Resume(t.Context())
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
	if _, err := h.app.Sessions.Resume(t.Context()); !errors.Is(err, ErrSignedOut) {
		t.Errorf("got %v, want ErrSignedOut", err)
	}
	h.signIn(t)
	h.open(false)
	if _, err := h.app.Sessions.Resume(t.Context()); !errors.Is(err, ErrSignedOut) {
		t.Errorf("after a sign-in that was not to be remembered: %v, want ErrSignedOut", err)
	}
}

func TestResumeWithoutTheKeyring(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	h.store.failWith(&KeyringError{Kind: KeyringTimeout})
	_, err := h.app.Sessions.Resume(t.Context())
	equal(t, "kind", KindOfKeyring(err), KeyringTimeout)
	h.store.failWith(nil)
	must(t, second(h.app.Sessions.Resume(t.Context()))) // it was not forgotten over that
}

func TestResumeOfWhatTheKeyringLost(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	clear(h.store.entries)
	if _, err := h.app.Sessions.Resume(t.Context()); !errors.Is(err, ErrNotStored) {
		t.Errorf("got %v, want ErrNotStored", err)
	}
	if _, err := h.app.Sessions.Resume(t.Context()); !errors.Is(err, ErrSignedOut) {
		t.Errorf("the next time: %v, want ErrSignedOut", err)
	}
}

func TestFailedRememberLeavesNothing(t *testing.T) {
	t.Run("keyring", func(t *testing.T) {
		h := newHouse(t)
		s := h.signIn(t)
		h.store.failWith(&KeyringError{Kind: KeyringRefused})
		equal(t, "kind", KindOfKeyring(h.app.Sessions.Remember(t.Context(), s)), KeyringRefused)
		equal(t, "remembered", s.Remembered(), false)
		equal(t, "settings", h.app.Settings.Get().Session, nil)
		h.store.failWith(nil)
		must(t, h.app.Sessions.Remember(t.Context(), s)) // it can be tried again
	})
	t.Run("settings", func(t *testing.T) {
		h := newHouse(t)
		s := h.signIn(t)
		must(t, os.RemoveAll(h.dir))
		must(t, os.WriteFile(h.dir, nil, 0o600))
		if err := h.app.Sessions.Remember(t.Context(), s); err == nil {
			t.Error("no error")
		}
		equal(t, "remembered", s.Remembered(), false)
		equal(t, "settings", h.app.Settings.Get().Session, nil)
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
	if err := h.app.Sessions.Remember(ctx, s); err == nil {
		t.Error("no error")
	}
	equalSlices(t, "keyring", h.store.names())
}

// Quitting may stop it, at the last moment.
func TestStoppedRememberIsCompleted(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	ctx, cancel := context.WithCancel(t.Context())
	h.store.before = func(op, _ string) {
		equal(t, "named before it is stored", h.app.Settings.Get().Session, nil)
		cancel()
	}
	must(t, h.app.Sessions.Remember(ctx, s))
	equalSlices(t, "keyring", h.store.names(), signInEntry)
	h.open(false)
	equal(t, "settings on disk", h.app.Settings.Get().Session.KeyID, "AK1")
}

// What the keyring has of the same key, which is not named any more, is removed though ctx has ended.
func TestStoppedRememberLeavesNothingOfTheSameKey(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	again := h.signIn(t)
	ctx, cancel := context.WithCancel(t.Context())
	h.store.before = func(op, _ string) {
		h.store.failWith(nil)
		if op == "set" {
			cancel()
			h.store.failWith(ctx.Err())
		}
	}
	if err := h.app.Sessions.Remember(ctx, again); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that it was cancelled", err)
	}
	equalSlices(t, "keyring", h.store.names())
	equal(t, "settings", h.app.Settings.Get().Session, nil)
}

func TestFailedRememberKeepsAnotherKeyRemembered(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	h.connector.backend = otherKey{newFakeBackend()}
	s := h.signIn(t)
	failed := errors.New("disk full")
	h.app.Settings.BeforeWrite = func(*Settings) error { return failed }
	if err := h.app.Sessions.Remember(t.Context(), s); !errors.Is(err, failed) {
		t.Errorf("got %v, want %v", err, failed)
	}
	equalSlices(t, "keyring", h.store.names(), signInEntry)
	equal(t, "settings", h.app.Settings.Get().Session.KeyID, "AK1")
}

// The secret that the earlier sign-in stored is replaced, and so removed.
func TestFailedRememberOfTheSameKeyLeavesNothing(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	s, err := h.app.Sessions.SignIn(t.Context(), "127.0.0.1:8000", pastedCreds)
	must(t, err)
	must(t, h.app.Settings.Save())
	failed := errors.New("disk full")
	h.app.Settings.BeforeWrite = func(*Settings) error { return failed }
	if err := h.app.Sessions.Remember(t.Context(), s); !errors.Is(err, failed) {
		t.Errorf("got %v, want %v", err, failed)
	}
	equalSlices(t, "keyring", h.store.names())
	equal(t, "settings", h.app.Settings.Get().Session, nil)
}

// The home directory may be on a server that hangs.
func TestRememberedDoesNotWaitForTheDisk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		s := h.signIn(t)
		disk := make(chan struct{})
		h.app.Settings.BeforeWrite = func(v *Settings) error {
			<-disk
			return nil
		}
		wait := background(func() error { return h.app.Sessions.Remember(t.Context(), s) })
		equal(t, "while it is written", s.Remembered(), false)
		close(disk)
		must(t, wait())
		equal(t, "then", s.Remembered(), true)
	})
}

// What an earlier sign-in with the same key stored is gone when storing it again came to nothing.
func TestFailedRememberForgetsTheSameKey(t *testing.T) {
	tests := map[KeyringKind]bool{KeyringTimeout: true, KeyringMismatch: true, KeyringRefused: false}
	for kind, forgotten := range tests {
		t.Run(string(kind), func(t *testing.T) {
			h := newHouse(t)
			must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
			again := h.signIn(t)
			h.store.failWith(&KeyringError{Kind: kind})
			equal(t, "kind", KindOfKeyring(h.app.Sessions.Remember(t.Context(), again)), kind)
			equal(t, "forgotten", h.app.Settings.Get().Session == nil, forgotten)
		})
	}
}

func TestRememberingAnotherKeyForgetsTheFirst(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	other := newFakeBackend()
	h.connector.backend = otherKey{other}
	must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	equalSlices(t, "keyring", h.store.names(), ServiceSignIn+"/http://server/api/v1 AK2")
	equal(t, "settings", h.app.Settings.Get().Session.KeyID, "AK2")
}

// otherKey is a back end that was signed in to with another key.
type otherKey struct{ *fakeBackend }

func (otherKey) KeyID() string { return "AK2" }

func TestLogOut(t *testing.T) {
	for name, forget := range map[string]bool{"keeping the vault": false, "forgetting the vault": true} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			s := h.signIn(t)
			must(t, h.app.Sessions.Remember(t.Context(), s))
			must(t, s.vault.Put(t.Context(), "AK2", secretOf("AK2"), entry{}, always))
			must(t, h.app.Sessions.LogOut(t.Context(), s, forget))
			want := []string{ServiceVault + "/http://server/api/v1 AK2"}
			if forget {
				want = nil
			}
			equalSlices(t, "keyring", h.store.names(), want...)
			equal(t, "remembered", s.Remembered(), false)
			h.open(false)
			if _, err := h.app.Sessions.Resume(t.Context()); !errors.Is(err, ErrSignedOut) {
				t.Errorf("resume: %v, want ErrSignedOut", err)
			}
			equal(t, "prefill", h.app.Settings.Get().Server, "localhost:8000")
		})
	}
}

func TestLogOutWithoutTheKeyring(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	must(t, h.app.Sessions.Remember(t.Context(), s))
	h.store.failWith(&KeyringError{Kind: KeyringTimeout})
	equal(t, "kind", KindOfKeyring(h.app.Sessions.LogOut(t.Context(), s, true)), KeyringTimeout)
	equal(t, "settings", h.app.Settings.Get().Session, nil)
}

func TestLogOutAfterTheIndexWasLost(t *testing.T) {
	for _, listless := range []bool{false, true} {
		for name, lose := range map[string]func(path string) error{
			"corrupt": func(path string) error { return os.WriteFile(path, []byte("{"), 0o600) },
			"no file": os.Remove,
		} {
			h := newHouse(t)
			h.store.listless = listless
			s := h.signIn(t)
			must(t, s.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
			must(t, h.store.Set(t.Context(), ServiceVault, Account("http://other/v1", "AK1"), secretOf("AK1")))
			must(t, lose(filepath.Join(h.dir, "vault.json")))
			err := h.app.Sessions.LogOut(t.Context(), s, true)
			if !listless {
				must(t, err)
				equalSlices(t, "left", h.store.names(), ServiceVault+"/http://other/v1 AK1")
				continue
			}
			want := KeyringKind("")
			if name == "corrupt" {
				want = KeyringLost
			}
			equal(t, "kind where it cannot be listed", KindOfKeyring(err), want)
			must(t, h.app.Sessions.LogOut(t.Context(), h.signIn(t), false))
		}
	}
}

// As with a sign-in that was not to be kept, after one with the same key that was.
func TestLogOutForgetsTheSameKeyOfAnEarlierSignIn(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	must(t, h.app.Sessions.LogOut(t.Context(), h.signIn(t), false))
	equalSlices(t, "keyring", h.store.names())
	equal(t, "settings", h.app.Settings.Get().Session, nil)
}

func TestLogOutLeavesAnotherKeyRemembered(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	h.connector.backend = otherKey{newFakeBackend()}
	must(t, h.app.Sessions.LogOut(t.Context(), h.signIn(t), false))
	equalSlices(t, "keyring", h.store.names(), signInEntry)
	equal(t, "settings", h.app.Settings.Get().Session.KeyID, "AK1")
}

func TestForget(t *testing.T) {
	tests := map[string]struct {
		backend Backend
		keyring []string
	}{
		"the same key": {newFakeBackend(), nil},
		"another key":  {otherKey{newFakeBackend()}, []string{signInEntry}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
			h.connector.backend = test.backend
			s := h.signIn(t)
			must(t, h.app.Sessions.Forget(t.Context(), s))
			equalSlices(t, "keyring", h.store.names(), test.keyring...)
			equal(t, "settings name one", h.app.Settings.Get().Session != nil, test.keyring != nil)
			h.open(false)
			equal(t, "settings on disk name one", h.app.Settings.Get().Session != nil, test.keyring != nil)
		})
	}
}

func TestForgetOfNothingLeavesTheKeyringAlone(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	h.store.failWith(&KeyringError{Kind: KeyringMissing})
	must(t, h.app.Sessions.Forget(t.Context(), s))
}

func TestForgetWithoutTheKeyring(t *testing.T) {
	h := newHouse(t)
	must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	s := h.signIn(t)
	h.store.failWith(&KeyringError{Kind: KeyringTimeout})
	equal(t, "kind", KindOfKeyring(h.app.Sessions.Forget(t.Context(), s)), KeyringTimeout)
	equal(t, "settings", h.app.Settings.Get().Session, nil)
}

// Where the keyring cannot have taken anything in, there is nothing to complain about.
func TestLogOutAfterAFailedRemember(t *testing.T) {
	tests := map[KeyringKind]KeyringKind{
		KeyringMissing: "", KeyringBusy: "", KeyringTooLarge: "", KeyringRefused: "",
		KeyringTimeout: KeyringTimeout, KeyringMismatch: KeyringMismatch,
	}
	for kind, told := range tests {
		t.Run(string(kind), func(t *testing.T) {
			h := newHouse(t)
			s := h.signIn(t)
			h.store.failWith(&KeyringError{Kind: kind})
			equal(t, "remember", KindOfKeyring(h.app.Sessions.Remember(t.Context(), s)), kind)
			err := h.app.Sessions.LogOut(t.Context(), s, true)
			equal(t, "log out", KindOfKeyring(err), told)
			equal(t, "log out failed", err != nil, told != "")
		})
	}
}

func TestLogOutOfWhatWasNotRememberedLeavesTheKeyringAlone(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	h.store.failWith(&KeyringError{Kind: KeyringMissing})
	must(t, h.app.Sessions.LogOut(t.Context(), s, true))
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
		wait := background(func() error { return h.app.Sessions.Remember(t.Context(), s) })
		must(t, h.app.Sessions.LogOut(t.Context(), s, false))
		h.app.Settings.BeforeWrite = func(v *Settings) error {
			if v.Session != nil {
				t.Errorf("written: %+v", v)
			}
			return nil
		}
		close(gate)
		if err := wait(); !errors.Is(err, ErrSignedOut) {
			t.Errorf("got %v, want ErrSignedOut", err)
		}
		equalSlices(t, "keyring", h.store.names())
		equal(t, "settings", h.app.Settings.Get().Session, nil)
	})
}

// So may writing the settings take its time.
func TestLogOutWhileTheSettingsAreWrittenLeavesNothing(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	h.app.Settings.BeforeWrite = func(v *Settings) error {
		s.end()
		return nil
	}
	if err := h.app.Sessions.Remember(t.Context(), s); !errors.Is(err, ErrSignedOut) {
		t.Errorf("got %v, want ErrSignedOut", err)
	}
	equalSlices(t, "keyring", h.store.names())
	h.open(false)
	equal(t, "settings on disk", h.app.Settings.Get().Session, nil)
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
		first := background(func() error { s.Keys().Keep(t.Context(), "AK1", Revealed{Secret: secretOf("AK1")}); return nil })
		next := background(func() error { s.Keys().Keep(t.Context(), "AK2", Revealed{Secret: secretOf("AK2")}); return nil })
		out := background(func() error { return h.app.Sessions.LogOut(t.Context(), s, true) })
		close(gate)
		must(t, errors.Join(first(), next(), out()))
		s.Keys().Keep(t.Context(), "AK1", Revealed{Secret: secretOf("AK1")})
		equalSlices(t, "keyring", h.store.names())
		equal(t, "vault", len(stored(t, s.vault)), 0)
	})
}

func TestEphemeralLeavesNothing(t *testing.T) {
	h := newHouse(t)
	update(t, h.app.Settings, func(s *Settings) { s.Server = "mine" })
	h.open(true)
	s := h.signIn(t)
	must(t, h.app.Sessions.Remember(t.Context(), s))
	equal(t, "remembered", s.Remembered(), false)
	must(t, s.vault.Put(t.Context(), "AK2", secretOf("AK2"), entry{}, always))
	must(t, h.app.Sessions.Close(t.Context()))
	if err := s.vault.Put(t.Context(), "AK2", secretOf("AK2"), entry{}, always); !errors.Is(err, errSealed) {
		t.Errorf("storing after the end: %v, want errSealed", err)
	}
	equalSlices(t, "keyring", h.store.names())
	if _, err := os.Stat(filepath.Join(h.dir, "vault.json")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("index: %v, want that there is none", err)
	}
	h.open(false)
	equal(t, "server", h.app.Settings.Get().Server, "mine")
	equal(t, "session", h.app.Settings.Get().Session, nil)
}

// A secret on its way into the vault does not outlive the end.
func TestEphemeralCloseWaitsForAKeep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.open(true)
		s := h.signIn(t)
		must(t, s.Keys().Load(t.Context()))
		gate := make(chan struct{})
		h.store.before = func(op, _ string) {
			if op == "set" {
				<-gate
			}
		}
		kept := background(func() error { s.Keys().Keep(t.Context(), "AK1", Revealed{Secret: secretOf("AK1")}); return nil })
		closed := background(func() error { return h.app.Sessions.Close(t.Context()) })
		close(gate)
		must(t, errors.Join(kept(), closed()))
		equalSlices(t, "keyring", h.store.names())
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
			h.store.failWith(&KeyringError{Kind: KeyringTimeout})
			equal(t, "kind", KindOfKeyring(h.app.Sessions.Close(t.Context())), KeyringTimeout)
			h.open(true)
			h.signIn(t)
			h.store.failWith(nil)
		},
	}
	for name, end := range ends {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			must(t, h.signIn(t).vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
			mine := h.store.names()
			h.open(true)
			must(t, h.signIn(t).vault.Put(t.Context(), "AK2", secretOf("AK2"), entry{}, always))
			equal(t, "stored", len(h.store.names()), 2)
			end(t, h)
			h.open(true)
			h.connector.backend = otherServer{newFakeBackend("AK1")}
			s := h.signIn(t)
			equalSlices(t, "keyring", h.store.names(), mine...)
			if _, err := s.vault.Get(t.Context(), "AK1", anyStamp); !errors.Is(err, ErrNotStored) {
				t.Errorf("mine is seen: %v", err)
			}
			must(t, h.app.Sessions.Close(t.Context()))
			equalSlices(t, "keyring in the end", h.store.names(), mine...)
		})
	}
}

// otherServer is a back end at another address.
type otherServer struct{ *fakeBackend }

func (otherServer) Endpoint() client.Endpoint {
	return client.Endpoint{Base: "http://127.0.0.1:1/api/v1", Join: client.JoinSlash}
}

func TestCloseKeepsTheVault(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	must(t, s.vault.Put(t.Context(), "AK2", secretOf("AK2"), entry{}, always))
	must(t, h.app.Sessions.Close(t.Context()))
	equal(t, "vault", len(stored(t, s.vault)), 1)
}

func TestKeyringIsProbedWithoutAPrompt(t *testing.T) {
	os := newScripted()
	a := newProgram(programConfig{Dir: t.TempDir(), Store: newKeyring(os, KeyringOptions{})})
	must(t, a.Keyring.Probe(context.Background()))
	equalSlices(t, "calls", os.called(), "probe")
	os.fail["probe"] = &KeyringError{Kind: KeyringLocked}
	equal(t, "kind", KindOfKeyring(a.Keyring.Probe(t.Context())), KeyringLocked)
}
