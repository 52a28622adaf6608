package forget_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/forget"
	"accesskeys/app/keyring"
	"accesskeys/app/platform/singleinstance"
)

func TestEverythingIsRemoved(t *testing.T) {
	h := newHome(t)
	check.Must(t, h.store.Set(t.Context(), "another program", "account", apptest.SecretOf("AK1")))
	removed, err := h.forget()
	check.Must(t, err)
	check.Equal(t, "sign-ins", removed.SignIns, 3)
	check.Equal(t, "secrets", removed.Secrets, 2)
	check.EqualSlices(t, "paths", removed.Paths, h.dir, h.options.Toolkit[0])
	check.EqualSlices(t, "keyring", h.store.Names(), "another program/account")
	check.EqualSlices(t, "files", h.files())
	left, err := os.ReadDir(filepath.Dir(h.dir))
	check.Must(t, err)
	check.Equal(t, "what is left beside the directory", len(left), 0)

	removed, err = h.forget()
	check.Must(t, err)
	check.Equal(t, "nothing the second time", removed.Nothing(), true)
	check.EqualSlices(t, "files after that", h.files())
}

func TestFilesBelowAPathWithBracketsAreRemoved(t *testing.T) {
	h := newHome(t)
	dir := filepath.Join(filepath.Dir(h.dir), "[a", "access-keys")
	check.Must(t, os.Mkdir(filepath.Dir(dir), 0o700))
	check.Must(t, os.Rename(h.dir, dir))
	h.dir, h.options.Dir = dir, dir
	removed, err := h.forget()
	check.Must(t, err)
	check.EqualSlices(t, "paths", removed.Paths, dir, h.options.Toolkit[0])
	check.Equal(t, "occupied", removed.Occupied, "")
}

func TestNothingIsRemovedWhereTheKeyringDoesNotAnswer(t *testing.T) {
	for _, kind := range []keyring.Kind{keyring.Missing, keyring.Timeout, keyring.Locked, keyring.Busy, keyring.Refused} {
		h := newHome(t)
		before := h.files()
		h.options.Store = &failing{Store: h.store, list: &keyring.Error{Kind: kind}}
		removed, err := h.forget()
		check.Equal(t, "kind", keyring.KindOf(err), kind)
		check.Equal(t, "nothing removed", removed.Nothing(), true)
		check.EqualSlices(t, "files", h.files(), before...)
		check.Equal(t, "entries", len(h.store.Names()), 5)
	}
}

func TestWhatFailedHalfwayIsTriedAgain(t *testing.T) {
	h := newHome(t)
	before := h.files()
	h.options.Store = &failing{Store: h.store, remove: &keyring.Error{Kind: keyring.Refused}, removes: 4}
	removed, err := h.forget()
	check.Equal(t, "kind", keyring.KindOf(err), keyring.Refused)
	check.Equal(t, "sign-ins", removed.SignIns, 3)
	check.Equal(t, "secrets", removed.Secrets, 1)
	check.EqualSlices(t, "files", h.files(), before...)
	check.Equal(t, "entries", len(h.store.Names()), 1)

	h.options.Store = h.store
	removed, err = h.forget()
	check.Must(t, err)
	check.Equal(t, "secrets then", removed.Secrets, 1)
	check.EqualSlices(t, "files then", h.files())
}

// If one entry cannot be deleted, the others are deleted all the same.
func TestEntryThatStaysKeepsTheFiles(t *testing.T) {
	h := newHome(t)
	before := h.files()
	store := &failing{Store: h.store, remove: &keyring.Error{Kind: keyring.Mismatch}}
	h.options.Store = store
	_, err := h.forget()
	check.Equal(t, "kind", keyring.KindOf(err), keyring.Mismatch)
	check.Equal(t, "deletions", -store.removes, 5)
	check.EqualSlices(t, "files", h.files(), before...)
}

func TestWithoutAKeyringFilesThatNameNothingGo(t *testing.T) {
	h := newHome(t)
	for _, name := range []string{"settings.json", "vault.json"} {
		check.Must(t, os.WriteFile(h.path(name), []byte("{}"), 0o600))
	}
	h.options.Store = &failing{list: &keyring.Error{Kind: keyring.Missing}}
	removed, err := h.forget()
	check.Must(t, err)
	check.EqualSlices(t, "paths", removed.Paths, h.dir, h.options.Toolkit[0])
}

func TestFilesNameWhatAKeyringCannotList(t *testing.T) {
	h := newHome(t)
	h.store.Listless = true
	removed, err := h.forget()
	check.Must(t, err)
	check.Equal(t, "sign-ins", removed.SignIns, 2)
	check.Equal(t, "secrets", removed.Secrets, 2)
}

// A locked keyring may list nothing.
func TestLockedKeyringThatListsNothing(t *testing.T) {
	h := newHome(t)
	h.options.Store = &hiding{Store: h.store, locked: true}
	removed, err := h.forget() // deleting unlocks the keyring
	check.Must(t, err)
	check.Equal(t, "sign-ins", removed.SignIns, 3)
	check.Equal(t, "secrets", removed.Secrets, 2)
	check.EqualSlices(t, "keyring", h.store.Names())

	h = newHome(t)
	for _, name := range []string{"settings.json", "vault.json"} {
		check.Must(t, os.WriteFile(h.path(name), []byte("{}"), 0o600))
	}
	before := h.files()
	h.options.Store = &hiding{Store: h.store, locked: true}
	removed, err = h.forget()
	check.Equal(t, "kind where no file names an entry", keyring.KindOf(err), keyring.Locked)
	check.Equal(t, "nothing removed", removed.Nothing(), true)
	check.EqualSlices(t, "files", h.files(), before...)
}

func TestNothingIsRemovedWhileTheWindowIsOpen(t *testing.T) {
	h := newHome(t)
	before := h.files()
	window, err := singleinstance.Claim(t.Context(), h.dir, "")
	check.Must(t, err)
	removed, err := h.forget()
	window.Release()
	if !errors.Is(err, singleinstance.ErrOpen) || !removed.Nothing() {
		t.Errorf("got %v, %v", removed, err)
	}
	check.EqualSlices(t, "files", h.files(), before...)
	check.Equal(t, "entries", len(h.store.Names()), 5)
	check.Must(t, check.Second(h.forget()))
}

func TestFilesOfOthersStay(t *testing.T) {
	h := newHome(t)
	check.Must(t, os.WriteFile(h.path("ca.pem"), nil, 0o600))
	check.Must(t, os.Mkdir(h.path("settings.json.corrupt-by-hand"), 0o700))
	removed, err := h.forget()
	check.Must(t, err)
	check.EqualSlices(t, "paths", removed.Paths, h.path("history.jsonl"), h.path("list.json"), h.path("notes.json"), h.path("rotations.json"), h.path("vault.json"), h.path("settings.json"), h.options.Toolkit[0])
	check.Equal(t, "occupied", removed.Occupied, h.dir)
	check.EqualSlices(t, "files", h.files(), "ca.pem")
}

func TestWhatLinksLeadToIsRemoved(t *testing.T) {
	h := newHome(t)
	elsewhere := filepath.Join(t.TempDir(), "settings")
	check.Must(t, os.Rename(h.path("settings.json"), elsewhere))
	if err := os.Symlink(elsewhere, h.path("settings.json")); err != nil {
		t.Skip(err)
	}
	check.Must(t, check.Second(h.forget()))
	if _, err := os.Stat(elsewhere); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what the link led to: %v", err)
	}
	check.EqualSlices(t, "files", h.files())
}

func TestFilesThatCannotBeRemovedAreTold(t *testing.T) {
	h := newHome(t)
	check.Must(t, os.Remove(h.path("list.json")))
	check.Must(t, os.Symlink("list.json", h.path("list.json"))) // leads in a circle
	removed, err := h.forget()
	if err == nil {
		t.Error("no error")
	}
	check.EqualSlices(t, "paths", removed.Paths, h.path("history.jsonl"), h.path("notes.json"), h.path("rotations.json"), h.path("vault.json"), h.path("settings.json"), h.options.Toolkit[0])
	check.Equal(t, "occupied", removed.Occupied, "")
}

// When the user interrupts, the program does not wait for a keyring that does not answer.
func TestSilentKeyringCanBeInterrupted(t *testing.T) {
	h := newHome(t)
	before := h.files()
	system := apptest.NewSystem()
	gate := make(chan struct{})
	defer close(gate)
	system.Hold["list"] = gate
	h.options.Store = keyring.Over(system, keyring.Options{})
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err := forget.Everything(ctx, h.options)
	check.Equal(t, "kind", keyring.KindOf(err), keyring.Timeout)
	check.EqualSlices(t, "files", h.files(), before...)
}
