package session

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/settings"
	"accesskeys/client"
)

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

func TestSignInThatIsSavedAlreadyIsRememberedThoughTheKeyringIsLocked(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	again := h.signIn(t)
	h.store.FailWith(&keyring.Error{Kind: keyring.Refused})
	check.Must(t, h.app.Sessions.Remember(t.Context(), again))
	check.Equal(t, "remembered", again.Remembered(), true)
	check.Equal(t, "leftovers", len(h.app.Settings.Get().Forget), 0)
	h.store.FailWith(nil)
	h.open(false)
	resumed, err := h.app.Sessions.Resume(t.Context())
	check.Must(t, err)
	check.Equal(t, "key ID", resumed.KeyID(), again.KeyID())
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
	tests := map[keyring.Kind]bool{keyring.Timeout: true, keyring.Mismatch: true}
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

// The window may have been locked since the user signed in, which drops the secret.
func TestRememberOfALockedSessionLeavesTheKeyringAlone(t *testing.T) {
	h := newHouse(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	again := h.signIn(t)
	again.Lock()
	check.Equal(t, "kind", client.KindOf(h.app.Sessions.Remember(t.Context(), again)), client.KindLocked)
	check.Equal(t, "remembered", again.Remembered(), false)
	h.open(false)
	check.Must(t, check.Second(h.app.Sessions.Resume(t.Context())))
	check.Equal(t, "secret", h.connector.creds.Secret.Reveal(), "s3cr3t")
}
