package session

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
	"accesskeys/app/store"
	"accesskeys/client"
)

func TestWhatTheKeyringWouldNotDeleteIsForgottenAtTheNextSignIn(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), s))
	check.Must(t, s.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
	h.store.FailWith(&keyring.Error{Kind: keyring.Timeout})
	if err := h.app.Sessions.LogOut(t.Context(), s, true); err == nil {
		t.Fatal("no error")
	}
	base := s.Endpoint().Base
	h.open(false)
	check.EqualSlices(t, "noted", h.app.Settings.Get().Forget, settings.Leftover{Base: base, KeyID: "AK1"}, settings.Leftover{Base: base})
	h.signIn(t) // the keyring still fails
	check.Equal(t, "still noted", len(h.app.Settings.Get().Forget), 2)
	h.store.FailWith(nil)
	h.signIn(t)
	check.EqualSlices(t, "keyring", h.store.Names())
	h.open(false)
	check.EqualSlices(t, "noted", h.app.Settings.Get().Forget)
}

func TestWhatIsRememberedAgainIsNotForgotten(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), s))
	h.store.FailWith(&keyring.Error{Kind: keyring.Timeout})
	_ = h.app.Sessions.LogOut(t.Context(), s, false)
	s = h.signIn(t)
	check.Equal(t, "noted", len(h.app.Settings.Get().Forget), 1)
	h.store.FailWith(nil)
	check.Must(t, h.app.Sessions.Remember(t.Context(), s))
	check.Equal(t, "noted", len(h.app.Settings.Get().Forget), 0)
	h.open(false)
	_, err := h.app.Sessions.Resume(t.Context())
	check.Must(t, err)
	check.EqualSlices(t, "keyring", h.store.Names(), signInEntry)
}

// Which key was remembered before is not what the user waits for.
func TestRememberHardlyWaitsForWhatItReplaces(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		os := apptest.NewSystem()
		h.store.StandIn(keyring.Over(os, keyring.Options{}))
		check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
		h.connector.backend = otherKey{apptest.NewBackend()}
		s := h.signIn(t)
		gate := make(chan struct{})
		os.Hold["delete"] = gate
		began := time.Now()
		check.Must(t, h.app.Sessions.Remember(t.Context(), s))
		check.Equal(t, "time", time.Since(began), keyring.ShortLimit)
		check.Equal(t, "remembered", h.app.Settings.Get().Session.KeyID, "AK2")
		check.EqualSlices(t, "noted", h.app.Settings.Get().Forget, settings.Leftover{Base: s.Endpoint().Base, KeyID: "AK1"})
		close(gate)
		synctest.Wait()
		check.Equal(t, "entries", os.Stored(), 1)
	})
}

// onDisk are the settings that another start would find.
func (h *house) onDisk() settings.Settings {
	return newProgram(programConfig{Dir: h.dir, Store: apptest.NewStore()}).Settings.Get()
}

// What the keyring is about to get is named before, or a program that is killed would leave it for good.
func TestSignInIsNotedBeforeItIsStored(t *testing.T) {
	h := newHouse(t)
	calls := 0
	h.store.Before = func(op, _ string) {
		if op == "set" {
			calls++
			check.EqualSlices(t, "noted", h.onDisk().Forget, settings.Leftover{Base: "http://server/api/v1", KeyID: "AK1"})
		}
	}
	check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	check.Equal(t, "calls", calls, 1)
	check.EqualSlices(t, "noted then", h.onDisk().Forget)
}

func TestNoteOfWhatWasNotStoredIsTakenBack(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	h.store.FailWith(&keyring.Error{Kind: keyring.Refused})
	check.Equal(t, "kind", keyring.KindOf(h.app.Sessions.Remember(t.Context(), s)), keyring.Refused)
	check.EqualSlices(t, "noted", h.onDisk().Forget)
	old := settings.Leftover{Base: "http://server/api/v1", KeyID: "AK1"}
	check.Update(t, h.app.Settings, func(v *settings.Settings) { v.AddLeftover(old) }) // from before, and still there
	check.Equal(t, "kind", keyring.KindOf(h.app.Sessions.Remember(t.Context(), s)), keyring.Refused)
	check.EqualSlices(t, "noted", h.onDisk().Forget, old)
}

func TestLogOutIsWrittenOnceBeforeTheKeyringIsAsked(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	check.Must(t, h.app.Sessions.Remember(t.Context(), s))
	check.Must(t, s.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
	check.Must(t, h.app.PIN.Set(client.Secret{}, client.NewSecret("1234"), s.Ended))
	writes, calls := 0, 0
	h.app.Settings.BeforeWrite = func(v *settings.Settings) error { writes++; return nil }
	h.store.Before = func(string, string) {
		if calls++; calls > 1 {
			return
		}
		now := h.onDisk()
		check.Equal(t, "writes before the keyring is asked", writes, 1)
		check.Equal(t, "session", now.Session, nil)
		check.Equal(t, "PIN", now.PIN, nil)
		check.EqualSlices(t, "noted", now.Forget, settings.Leftover{Base: "http://server/api/v1", KeyID: "AK1"}, settings.Leftover{Base: "http://server/api/v1"})
	}
	check.Must(t, h.app.Sessions.LogOut(t.Context(), s, true))
	check.EqualSlices(t, "noted then", h.onDisk().Forget)
	check.EqualSlices(t, "keyring", h.store.Names())
}

// A keyring that cannot list keeps no sign-in waiting for what cannot be found.
func TestUnnamedSignInsAreClearedOnceAndWhereTheyCanBeListed(t *testing.T) {
	for _, listless := range []bool{false, true} {
		h := newHouse(t)
		check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
		check.Must(t, os.Remove(filepath.Join(h.dir, "settings.json")))
		h.store.Listless = listless
		h.store.FailWith(&keyring.Error{Kind: keyring.Locked})
		h.open(false)
		h.app.Sessions.ForgetLeftovers(t.Context())
		check.EqualSlices(t, "noted while it is locked", h.app.Settings.Get().Forget, settings.Leftover{})
		h.store.FailWith(nil)
		h.signIn(t)
		check.Equal(t, "entries", len(h.store.Names()) == 0, !listless)
		check.EqualSlices(t, "noted", h.onDisk().Forget)
	}
}

// A process that was stopped while it held the lock keeps nobody waiting for long, and nothing is lost.
func TestStoppedHolderOfTheLockIsNotWaitedForForever(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.signIn(t)
		check.Must(t, h.app.Settings.Save())
		file := store.File{Path: filepath.Join(h.dir, "settings.json"), Log: slog.New(slog.DiscardHandler)}
		release, err := file.Lock().Take(t.Context(), time.Second)
		check.Must(t, err)
		began := time.Now()
		h.app.Settings.SetTheme(settings.ThemeDark)
		var held *store.Error
		if err := h.app.Settings.Save(); !errors.As(err, &held) || held.Kind != store.KindBusy {
			t.Errorf("got %v, want that it is busy", err)
		}
		check.Equal(t, "time", time.Since(began), settings.LockLimit)
		check.Equal(t, "theme in this run", h.app.Settings.Get().Theme, settings.ThemeDark)
		began = time.Now()
		check.Equal(t, "server read meanwhile", h.onDisk().Server, "localhost:8000")
		check.Equal(t, "time to open", time.Since(began), settings.OpeningLockLimit)
		release()
		check.Must(t, h.app.Settings.Save())
		check.Equal(t, "theme", h.onDisk().Theme, settings.ThemeDark)
	})
}
