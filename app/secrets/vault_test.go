package secrets

import (
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/client"
)

// vaultFixture is a vault over a fake keyring.
type vaultFixture struct {
	store *apptest.Store
	vault *Vault
}

func newVaultFixture(t *testing.T) *vaultFixture {
	b := &vaultFixture{store: apptest.NewStore()}
	b.vault = NewVault(b.store, OpenIndex(filepath.Join(t.TempDir(), "vault.json"), slog.New(slog.DiscardHandler)), "http://server/api/v1")
	return b
}

func TestVaultAsksTheKeyringOnlyForWhatItLists(t *testing.T) {
	b := newVaultFixture(t)
	if _, err := b.vault.Get(t.Context(), "AK1", anyStamp, true); !errors.Is(err, keyring.ErrNotStored) {
		t.Errorf("got %v, want ErrNotStored", err)
	}
	check.Equal(t, "questions to the keyring", b.store.Gets, 0)
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), Entry{}, apptest.Always))
	s, err := b.vault.Get(t.Context(), "AK1", anyStamp, true)
	check.Must(t, err)
	check.Equal(t, "secret", s.Equal(apptest.SecretOf("AK1")), true)
}

func TestVaultsOfServersAreApart(t *testing.T) {
	b := newVaultFixture(t)
	other := NewVault(b.store, b.vault.index, "http://other/v1")
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), Entry{}, apptest.Always))
	check.Must(t, other.Put(t.Context(), "AK1", apptest.SecretOf("AK2"), Entry{}, apptest.Always))
	check.Must(t, b.vault.Clear(t.Context()))
	check.Equal(t, "cleared", len(stored(t, b.vault)), 0)
	s, err := other.Get(t.Context(), "AK1", anyStamp, true)
	check.Must(t, err)
	check.Equal(t, "the other's secret", s.Equal(apptest.SecretOf("AK2")), true)
}

// Whatever fails, the keyring never holds what the index does not list.
func TestFailedPut(t *testing.T) {
	tests := []struct {
		err    error
		listed int
	}{
		{&keyring.Error{Kind: keyring.Missing}, 0},
		{&keyring.Error{Kind: keyring.Busy}, 0},
		{&keyring.Error{Kind: keyring.Refused}, 0},
		{&keyring.Error{Kind: keyring.Timeout}, 1},  // it may still be stored
		{&keyring.Error{Kind: keyring.Mismatch}, 1}, // something is stored
		{errors.New("whatever"), 1},
		{&keyring.Error{Kind: keyring.Refused, Err: keyring.ErrPanicked}, 1}, // the bus may have gone away before the answer
	}
	for _, test := range tests {
		t.Run(test.err.Error(), func(t *testing.T) {
			b := newVaultFixture(t)
			b.store.FailWith(test.err)
			if err := b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), Entry{}, apptest.Always); !errors.Is(err, test.err) {
				t.Errorf("got %v, want %v", err, test.err)
			}
			check.Equal(t, "listed", len(stored(t, b.vault)), test.listed)
		})
	}
}

func TestRefusedReplacementStaysListed(t *testing.T) {
	b := newVaultFixture(t)
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), Entry{}, apptest.Always))
	b.store.FailWith(&keyring.Error{Kind: keyring.Refused})
	check.Equal(t, "kind", keyring.KindOf(b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK2"), Entry{}, apptest.Always)), keyring.Refused)
	check.EqualSlices(t, "listed", stored(t, b.vault), "AK1") // the keyring still has the old one
}

func TestIndexIsWrittenBeforeTheKeyring(t *testing.T) {
	b := newVaultFixture(t)
	b.store.Before = func(op, _ string) {
		if op == "set" {
			check.EqualSlices(t, "listed", stored(t, b.vault), "AK1")
		}
	}
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), Entry{}, apptest.Always))
}

func TestPutWithoutAnIndexStoresNothing(t *testing.T) {
	b := newVaultFixture(t)
	blocker := filepath.Join(t.TempDir(), "file")
	check.Must(t, os.WriteFile(blocker, nil, 0o600))
	b.vault.index.file.Path = filepath.Join(blocker, "vault.json")
	if err := b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), Entry{}, apptest.Always); err == nil {
		t.Error("no error")
	}
	check.EqualSlices(t, "keyring", b.store.Names())
}

func TestFailedRemoveStaysListed(t *testing.T) {
	b := newVaultFixture(t)
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), Entry{}, apptest.Always))
	b.store.FailWith(&keyring.Error{Kind: keyring.Timeout})
	check.Equal(t, "kind", keyring.KindOf(b.vault.Clear(t.Context())), keyring.Timeout)
	check.EqualSlices(t, "listed", stored(t, b.vault), "AK1")
	b.store.FailWith(nil)
	check.Must(t, b.vault.Clear(t.Context()))
	check.Equal(t, "listed", len(stored(t, b.vault)), 0)
}

func TestClearStopsAtWhatIsHopeless(t *testing.T) {
	b := newVaultFixture(t)
	for _, id := range []string{"AK1", "AK2", "AK3"} {
		check.Must(t, b.vault.Put(t.Context(), id, apptest.SecretOf(id), Entry{}, apptest.Always))
	}
	asked := 0
	b.store.Before = func(string, string) { asked++ }
	for kind, want := range map[keyring.Kind]int{
		keyring.Missing: 1, keyring.Timeout: 1, keyring.Busy: 1,
		keyring.Refused: 1, keyring.Locked: 1, // otherwise the user would have to dismiss one prompt after another
		keyring.Mismatch: 3, // this error is about one entry only
	} {
		b.store.FailWith(&keyring.Error{Kind: kind})
		asked = 0
		check.Equal(t, "kind", keyring.KindOf(b.vault.Clear(t.Context())), kind)
		check.Equal(t, "asked when "+string(kind), asked, want)
	}
}

func TestEmptyIndexIsNoFile(t *testing.T) {
	b := newVaultFixture(t)
	check.Must(t, b.vault.Clear(t.Context()))
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), Entry{}, apptest.Always))
	check.Must(t, b.vault.Clear(t.Context()))
	if _, err := os.Stat(b.vault.index.file.Path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("stat: %v, want that there is none", err)
	}
}

func TestIndexHoldsNoSecretAndIsPrivate(t *testing.T) {
	b := newVaultFixture(t)
	dir := filepath.Join(t.TempDir(), "access-keys")
	b.vault.index.file.Path = filepath.Join(dir, "vault.json")
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), Entry{}, apptest.Always))
	content, err := os.ReadFile(b.vault.index.file.Path)
	check.Must(t, err)
	if !strings.Contains(string(content), "AK1") || strings.Contains(string(content), apptest.SecretOf("AK1").Reveal()) {
		t.Errorf("index: %s", content)
	}
	check.Private(t, dir, "vault.json")
}

func TestCorruptIndexIsSetAside(t *testing.T) {
	for name, content := range map[string]string{"cut off": `{"http://serv`, "another kind": `["AK1"]`} {
		t.Run(name, func(t *testing.T) {
			b := newVaultFixture(t)
			check.Must(t, os.WriteFile(b.vault.index.file.Path, []byte(content), 0o600))
			check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), Entry{}, apptest.Always))
			check.EqualSlices(t, "listed", stored(t, b.vault), "AK1")
			check.SetAside(t, b.vault.index.file.Path, content)
		})
	}
}

func TestMaskedSecretInTheKeyringIsNone(t *testing.T) {
	b := newVaultFixture(t)
	check.Must(t, b.vault.Put(t.Context(), "AK1", client.NewSecret("ab****yz"), Entry{}, apptest.Always)) // as earlier versions did
	check.Must(t, b.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), Entry{}, apptest.Always))
	if s, err := b.vault.Get(t.Context(), "AK1", anyStamp, true); !errors.Is(err, keyring.ErrNotStored) || !s.IsZero() {
		t.Errorf("got %v and %v, want ErrNotStored", s, err)
	}
	check.EqualSlices(t, "listed", stored(t, b.vault), "AK2")
	check.Equal(t, "entries", len(b.store.Names()), 1)
}
