package app

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/app/store"
	"accesskeys/client"
)

func TestWhatTheKeyringWouldNotDeleteIsForgottenAtTheNextSignIn(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	must(t, h.app.Sessions.Remember(t.Context(), s))
	must(t, s.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	h.store.failWith(&KeyringError{Kind: KeyringTimeout})
	if err := h.app.Sessions.LogOut(t.Context(), s, true); err == nil {
		t.Fatal("no error")
	}
	base := s.Endpoint().Base
	h.open(false)
	equalSlices(t, "noted", h.app.Settings.Get().Forget, Leftover{base, "AK1"}, Leftover{Base: base})
	h.signIn(t) // the keyring still fails
	equal(t, "still noted", len(h.app.Settings.Get().Forget), 2)
	h.store.failWith(nil)
	h.signIn(t)
	equalSlices(t, "keyring", h.store.names())
	h.open(false)
	equalSlices(t, "noted", h.app.Settings.Get().Forget)
}

func TestWhatIsRememberedAgainIsNotForgotten(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	must(t, h.app.Sessions.Remember(t.Context(), s))
	h.store.failWith(&KeyringError{Kind: KeyringTimeout})
	_ = h.app.Sessions.LogOut(t.Context(), s, false)
	s = h.signIn(t)
	equal(t, "noted", len(h.app.Settings.Get().Forget), 1)
	h.store.failWith(nil)
	must(t, h.app.Sessions.Remember(t.Context(), s))
	equal(t, "noted", len(h.app.Settings.Get().Forget), 0)
	h.open(false)
	_, err := h.app.Sessions.Resume(t.Context())
	must(t, err)
	equalSlices(t, "keyring", h.store.names(), signInEntry)
}

// Which key was remembered before is not what the person waits for.
func TestRememberHardlyWaitsForWhatItReplaces(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		os := newScripted()
		h.store.standIn(newKeyring(os, KeyringOptions{}))
		must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
		h.connector.backend = otherKey{newFakeBackend()}
		s := h.signIn(t)
		gate := make(chan struct{})
		os.hold["delete"] = gate
		began := time.Now()
		must(t, h.app.Sessions.Remember(t.Context(), s))
		equal(t, "time", time.Since(began), Patience)
		equal(t, "remembered", h.app.Settings.Get().Session.KeyID, "AK2")
		equalSlices(t, "noted", h.app.Settings.Get().Forget, Leftover{s.Endpoint().Base, "AK1"})
		close(gate)
		synctest.Wait()
		equal(t, "entries", os.stored(), 1)
	})
}

// onDisk are the settings that another start would find.
func (h *house) onDisk() Settings {
	return newProgram(programConfig{Dir: h.dir, Store: newFakeStore()}).Settings.Get()
}

// What the keyring is about to get is named before, or a program that is killed would leave it for good.
func TestSignInIsNotedBeforeItIsStored(t *testing.T) {
	h := newHouse(t)
	calls := 0
	h.store.before = func(op, _ string) {
		if op == "set" {
			calls++
			equalSlices(t, "noted", h.onDisk().Forget, Leftover{"http://server/api/v1", "AK1"})
		}
	}
	must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
	equal(t, "calls", calls, 1)
	equalSlices(t, "noted then", h.onDisk().Forget)
}

func TestNoteOfWhatWasNotStoredIsTakenBack(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	h.store.failWith(&KeyringError{Kind: KeyringRefused})
	equal(t, "kind", KindOfKeyring(h.app.Sessions.Remember(t.Context(), s)), KeyringRefused)
	equalSlices(t, "noted", h.onDisk().Forget)
	old := Leftover{"http://server/api/v1", "AK1"}
	update(t, h.app.Settings, func(v *Settings) { v.Leave(old) }) // from before, and still there
	equal(t, "kind", KindOfKeyring(h.app.Sessions.Remember(t.Context(), s)), KeyringRefused)
	equalSlices(t, "noted", h.onDisk().Forget, old)
}

func TestLogOutIsWrittenOnceBeforeTheKeyringIsAsked(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	must(t, h.app.Sessions.Remember(t.Context(), s))
	must(t, s.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	must(t, h.app.PIN.Set(client.Secret{}, client.NewSecret("1234"), s.Ended))
	writes, calls := 0, 0
	h.app.Settings.BeforeWrite = func(v *Settings) error { writes++; return nil }
	h.store.before = func(string, string) {
		if calls++; calls > 1 {
			return
		}
		now := h.onDisk()
		equal(t, "writes before the keyring is asked", writes, 1)
		equal(t, "session", now.Session, nil)
		equal(t, "PIN", now.PIN, nil)
		equalSlices(t, "noted", now.Forget, Leftover{"http://server/api/v1", "AK1"}, Leftover{Base: "http://server/api/v1"})
	}
	must(t, h.app.Sessions.LogOut(t.Context(), s, true))
	equalSlices(t, "noted then", h.onDisk().Forget)
	equalSlices(t, "keyring", h.store.names())
}

// A keyring that cannot list keeps no sign-in waiting for what cannot be found.
func TestUnnamedSignInsAreClearedOnceAndWhereTheyCanBeListed(t *testing.T) {
	for _, listless := range []bool{false, true} {
		h := newHouse(t)
		must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
		must(t, os.Remove(filepath.Join(h.dir, "settings.json")))
		h.store.listless = listless
		h.store.failWith(&KeyringError{Kind: KeyringLocked})
		h.open(false)
		h.app.Sessions.ForgetLeftovers(t.Context())
		equalSlices(t, "noted while it is locked", h.app.Settings.Get().Forget, Leftover{})
		h.store.failWith(nil)
		h.signIn(t)
		equal(t, "entries", len(h.store.names()) == 0, !listless)
		equalSlices(t, "noted", h.onDisk().Forget)
	}
}

// A process that was stopped while it held the lock keeps nobody waiting for long, and nothing is lost.
func TestStoppedHolderOfTheLockIsNotWaitedForForever(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.signIn(t)
		must(t, h.app.Settings.Save())
		file := store.File{Path: filepath.Join(h.dir, "settings.json"), Log: slog.New(slog.DiscardHandler)}
		release, err := file.Lock().Take(t.Context(), time.Second)
		must(t, err)
		began := time.Now()
		h.app.Settings.SetTheme(ThemeDark)
		var held *store.Error
		if err := h.app.Settings.Save(); !errors.As(err, &held) || held.Kind != store.KindBusy {
			t.Errorf("got %v, want that it is busy", err)
		}
		equal(t, "time", time.Since(began), settingsPatience)
		equal(t, "theme in this run", h.app.Settings.Get().Theme, ThemeDark)
		began = time.Now()
		equal(t, "server read meanwhile", h.onDisk().Server, "localhost:8000")
		equal(t, "time to open", time.Since(began), openingPatience)
		release()
		must(t, h.app.Settings.Save())
		equal(t, "theme", h.onDisk().Theme, ThemeDark)
	})
}
