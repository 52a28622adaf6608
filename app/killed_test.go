//go:build linux

package app

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
)

// TestKilledSignInLeavesNothingUnnamed kills a process with SIGKILL while it remembers a sign-in, at random moments:
// without another one remembered before, and with one that is replaced.
func TestKilledSignInLeavesNothingUnnamed(t *testing.T) {
	d := newKeyringDesk(t)
	ids := d.keyIDs(2)
	for _, before := range []string{"", ids[1]} {
		prepared := func(i int) string {
			dir := subdir(t, i)
			if before != "" {
				a := d.open(dir)
				check.Must(t, a.Sessions.Remember(t.Context(), d.signIn(a, before)))
			}
			return dir
		}
		dir := prepared(0)
		took := d.timed("remember", dir, ids[0])
		check.EqualSlices(t, "entries", d.entries(keyring.ServiceSignIn), d.open(dir).Settings.Get().Session.Account())
		d.clear(dir)
		outcomes := map[string]int{}
		for i, moment := range moments(7, took, number(roundsEnv, 3)) {
			dir := prepared(i + 1)
			d.helper("remember", dir, ids[0]).killAfter(moment)
			found := len(d.entries(keyring.ServiceSignIn))
			a := d.open(dir)
			s, err := a.Sessions.Resume(t.Context())
			switch {
			case err == nil:
				outcomes["named "+s.KeyID()+", entries found "+strconv.Itoa(found)]++
				check.EqualSlices(t, "entries", d.entries(keyring.ServiceSignIn), keyring.Account(s.Endpoint().Base, s.KeyID()))
				check.Must(t, a.Sessions.LogOut(t.Context(), s, true))
			case errors.Is(err, keys.ErrSignedOut), errors.Is(err, keyring.ErrNotStored):
				outcomes["not named, entries found "+strconv.Itoa(found)]++
				a.Sessions.ForgetLeftovers(t.Context())
			default:
				t.Fatal(err)
			}
			check.EqualSlices(t, "entries", d.entries(keyring.ServiceSignIn))
			check.EqualSlices(t, "noted", d.open(dir).Settings.Get().Forget)
		}
		t.Logf("replacing %q: %v", before, outcomes)
	}
}

// TestKilledLogOutLeavesNothing kills a process with SIGKILL while it logs out and forgets, at random moments.
func TestKilledLogOutLeavesNothing(t *testing.T) {
	d := newKeyringDesk(t)
	ids := d.keyIDs(3)
	prepared := func(i int) string {
		dir := subdir(t, i)
		a := d.open(dir)
		s := d.signIn(a, ids[0])
		check.Must(t, a.Sessions.Remember(t.Context(), s))
		for _, id := range ids {
			check.Must(t, a.Sessions.NewVault(s.Endpoint().Base).Put(t.Context(), id, apptest.SecretOf(id), secrets.Entry{}, apptest.Always))
		}
		return dir
	}
	took := d.timed("log out", prepared(0), ids[0])
	check.Equal(t, "entries", len(d.entries(keyring.ServiceSignIn))+len(d.entries(keyring.ServiceVault)), 0)
	outcomes := map[string]int{}
	for i, moment := range moments(11, took, number(roundsEnv, 6)) {
		dir := prepared(i + 1)
		d.helper("log out", dir, ids[0]).killAfter(moment)
		found := len(d.entries(keyring.ServiceSignIn)) + len(d.entries(keyring.ServiceVault))
		a := d.open(dir)
		if s, err := a.Sessions.Resume(t.Context()); err == nil {
			outcomes["still signed in, entries found "+strconv.Itoa(found)]++
			check.Must(t, a.Sessions.LogOut(t.Context(), s, true))
		} else {
			outcomes["logged out, entries found "+strconv.Itoa(found)]++
			a.Sessions.ForgetLeftovers(t.Context())
		}
		check.EqualSlices(t, "sign-ins", d.entries(keyring.ServiceSignIn))
		check.EqualSlices(t, "secrets", d.entries(keyring.ServiceVault))
		check.EqualSlices(t, "noted", d.open(dir).Settings.Get().Forget)
	}
	t.Log(outcomes)
}

// Settings that are lost no longer name what the keyring has.
func TestSignInOfLostSettingsIsCleared(t *testing.T) {
	d := newKeyringDesk(t)
	ids := d.keyIDs(2)
	for name, lose := range map[string]func(path string) error{
		"cut off": func(path string) error { return os.WriteFile(path, []byte(`{"session":{`), 0o600) },
		"empty":   func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"null":    func(path string) error { return os.WriteFile(path, []byte("null"), 0o600) },
		"no file": os.Remove,
		"a folder": func(path string) error {
			return errors.Join(os.Remove(path), os.Mkdir(path, 0o700))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "access-keys")
			a := d.open(dir)
			check.Must(t, a.Sessions.Remember(t.Context(), d.signIn(a, ids[0])))
			check.Must(t, lose(filepath.Join(dir, "settings.json")))
			a = d.open(dir)
			if _, err := a.Sessions.Resume(t.Context()); !errors.Is(err, keys.ErrSignedOut) {
				t.Errorf("resume: %v, want ErrSignedOut", err)
			}
			a.Sessions.ForgetLeftovers(t.Context())
			check.EqualSlices(t, "entries", d.entries(keyring.ServiceSignIn))
			// The next is not taken for one that nothing names.
			check.Must(t, a.Sessions.Remember(t.Context(), d.signIn(a, ids[1])))
			s, err := d.open(dir).Sessions.Resume(t.Context())
			check.Must(t, err)
			check.EqualSlices(t, "entries", d.entries(keyring.ServiceSignIn), keyring.Account(s.Endpoint().Base, s.KeyID()))
			d.clear(dir)
		})
	}
}

// keyIDs are keys of the server that can be signed in with.
func (d *keyringDesk) keyIDs(n int) []string {
	ids := []string{d.server.Credentials().KeyID}
	for _, k := range d.server.Keys() {
		if len(ids) < n && k.State == "enabled" && !slices.Contains(ids, k.ID) {
			ids = append(ids, k.ID)
		}
	}
	check.Equal(d, "keys", len(ids), n)
	return ids
}

// timed has a helper do its work and returns how long that takes.
func (d *keyringDesk) timed(work, dir, id string) time.Duration {
	d.Helper()
	h := d.helper(work, dir, id)
	began := time.Now()
	h.begin()
	h.await("done")
	took := time.Since(began)
	_ = h.cmd.Wait()
	return took
}

// clear logs out and forgets.
func (d *keyringDesk) clear(dir string) {
	d.Helper()
	check.Must(d, d.open(dir).Sessions.LogOutAll(d.Context(), nil, true))
	check.EqualSlices(d, "entries", d.entries(keyring.ServiceSignIn))
}
