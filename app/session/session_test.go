package session

import (
	"context"
	"errors"
	"io/fs"
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

func TestTheListThatSignInReadIsNotAskedForAgain(t *testing.T) {
	h := newHouse(t)
	backend := apptest.NewBackend("AK1", "AK2")
	backend.First = &client.Listing{Keys: []client.AccessKey{{ID: "AK1", State: client.StateEnabled}}}
	h.connector.backend = backend
	s := h.signIn(t)
	check.Must(t, s.LoadKeys(t.Context()))
	check.Equal(t, "lists", backend.Calls("list"), 0)
	check.Equal(t, "keys", len(s.Keys().All()), 1)
	check.Equal(t, "loaded", s.Keys().Loaded(), true)
	check.Must(t, s.LoadKeys(t.Context()))
	check.Equal(t, "lists", backend.Calls("list"), 1)
	check.Equal(t, "keys", len(s.Keys().All()), 2)
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

// otherKey is a back end that was signed in to with another key.
type otherKey struct{ *apptest.Backend }

func (otherKey) KeyID() string { return "AK2" }

func TestEphemeralLeavesNothing(t *testing.T) {
	h := newHouse(t)
	check.Update(t, h.app.Settings, func(s *settings.Settings) { s.Server = "mine" })
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
			if _, err := s.vault.Get(t.Context(), "AK1", anyStamp, true); !errors.Is(err, keyring.ErrNotStored) {
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
	check.Equal(t, "vault", len(secretstest.IDs(t, s.vault)), 1)
}

func TestKeyringIsProbedWithoutAPrompt(t *testing.T) {
	os := apptest.NewSystem()
	a := newProgram(programConfig{Dir: t.TempDir(), Store: keyring.Over(os, keyring.Options{})})
	check.Must(t, a.Keyring.Probe(context.Background()))
	check.EqualSlices(t, "calls", os.Called(), "probe")
	os.Fail["probe"] = &keyring.Error{Kind: keyring.Locked}
	check.Equal(t, "kind", keyring.KindOf(a.Keyring.Probe(t.Context())), keyring.Locked)
}
