package app

import (
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/client"
)

// vaultFixture is a vault over a fake keyring.
type vaultFixture struct {
	store *fakeStore
	vault *vault
}

func newVaultFixture(t *testing.T) *vaultFixture {
	b := &vaultFixture{store: newFakeStore()}
	b.vault = newVault(b.store, newIndex(filepath.Join(t.TempDir(), "vault.json"), slog.New(slog.DiscardHandler)), "http://server/api/v1")
	return b
}

func TestVaultAsksTheKeyringOnlyForWhatItLists(t *testing.T) {
	b := newVaultFixture(t)
	if _, err := b.vault.Get(t.Context(), "AK1", anyStamp); !errors.Is(err, ErrNotStored) {
		t.Errorf("got %v, want ErrNotStored", err)
	}
	equal(t, "questions to the keyring", b.store.gets, 0)
	must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	s, err := b.vault.Get(t.Context(), "AK1", anyStamp)
	must(t, err)
	equal(t, "secret", s.Equal(secretOf("AK1")), true)
}

func TestVaultsOfServersAreApart(t *testing.T) {
	b := newVaultFixture(t)
	other := newVault(b.store, b.vault.index, "http://other/v1")
	must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	must(t, other.Put(t.Context(), "AK1", secretOf("AK2"), entry{}, always))
	must(t, b.vault.Clear(t.Context()))
	equal(t, "cleared", len(stored(t, b.vault)), 0)
	s, err := other.Get(t.Context(), "AK1", anyStamp)
	must(t, err)
	equal(t, "the other's secret", s.Equal(secretOf("AK2")), true)
}

// Whatever fails, the keyring never holds what the index does not list.
func TestFailedPut(t *testing.T) {
	tests := []struct {
		err    error
		listed int
	}{
		{&KeyringError{Kind: KeyringMissing}, 0},
		{&KeyringError{Kind: KeyringBusy}, 0},
		{&KeyringError{Kind: KeyringRefused}, 0},
		{&KeyringError{Kind: KeyringTimeout}, 1},  // it may be stored yet
		{&KeyringError{Kind: KeyringMismatch}, 1}, // something is stored
		{errors.New("whatever"), 1},
		{&KeyringError{Kind: KeyringRefused, Err: errPanicked}, 1}, // the bus may have gone under its answer
	}
	for _, test := range tests {
		t.Run(test.err.Error(), func(t *testing.T) {
			b := newVaultFixture(t)
			b.store.failWith(test.err)
			if err := b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always); !errors.Is(err, test.err) {
				t.Errorf("got %v, want %v", err, test.err)
			}
			equal(t, "listed", len(stored(t, b.vault)), test.listed)
		})
	}
}

func TestRefusedReplacementStaysListed(t *testing.T) {
	b := newVaultFixture(t)
	must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	b.store.failWith(&KeyringError{Kind: KeyringRefused})
	equal(t, "kind", KindOfKeyring(b.vault.Put(t.Context(), "AK1", secretOf("AK2"), entry{}, always)), KeyringRefused)
	equalSlices(t, "listed", stored(t, b.vault), "AK1") // the keyring has the old one yet
}

func TestIndexIsWrittenBeforeTheKeyring(t *testing.T) {
	b := newVaultFixture(t)
	b.store.before = func(op, _ string) {
		if op == "set" {
			equalSlices(t, "listed", stored(t, b.vault), "AK1")
		}
	}
	must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
}

func TestPutWithoutAnIndexStoresNothing(t *testing.T) {
	b := newVaultFixture(t)
	blocker := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(blocker, nil, 0o600))
	b.vault.index.file.Path = filepath.Join(blocker, "vault.json")
	if err := b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always); err == nil {
		t.Error("no error")
	}
	equalSlices(t, "keyring", b.store.names())
}

func TestFailedRemoveStaysListed(t *testing.T) {
	b := newVaultFixture(t)
	must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	b.store.failWith(&KeyringError{Kind: KeyringTimeout})
	equal(t, "kind", KindOfKeyring(b.vault.Clear(t.Context())), KeyringTimeout)
	equalSlices(t, "listed", stored(t, b.vault), "AK1")
	b.store.failWith(nil)
	must(t, b.vault.Clear(t.Context()))
	equal(t, "listed", len(stored(t, b.vault)), 0)
}

func TestClearStopsAtWhatIsHopeless(t *testing.T) {
	b := newVaultFixture(t)
	for _, id := range []string{"AK1", "AK2", "AK3"} {
		must(t, b.vault.Put(t.Context(), id, secretOf(id), entry{}, always))
	}
	asked := 0
	b.store.before = func(string, string) { asked++ }
	for kind, want := range map[KeyringKind]int{
		KeyringMissing: 1, KeyringTimeout: 1, KeyringBusy: 1,
		KeyringRefused: 1, KeyringLocked: 1, // or a person would dismiss one prompt after another
		KeyringMismatch: 3, // which is about one entry
	} {
		b.store.failWith(&KeyringError{Kind: kind})
		asked = 0
		equal(t, "kind", KindOfKeyring(b.vault.Clear(t.Context())), kind)
		equal(t, "asked when "+string(kind), asked, want)
	}
}

func TestEmptyIndexIsNoFile(t *testing.T) {
	b := newVaultFixture(t)
	must(t, b.vault.Clear(t.Context()))
	must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	must(t, b.vault.Clear(t.Context()))
	if _, err := os.Stat(b.vault.index.file.Path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("stat: %v, want that there is none", err)
	}
}

func TestIndexHoldsNoSecretAndIsPrivate(t *testing.T) {
	b := newVaultFixture(t)
	dir := filepath.Join(t.TempDir(), "access-keys")
	b.vault.index.file.Path = filepath.Join(dir, "vault.json")
	must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
	content, err := os.ReadFile(b.vault.index.file.Path)
	must(t, err)
	if !strings.Contains(string(content), "AK1") || strings.Contains(string(content), secretOf("AK1").Reveal()) {
		t.Errorf("index: %s", content)
	}
	assertPrivate(t, dir, "vault.json")
}

func TestCorruptIndexIsSetAside(t *testing.T) {
	for name, content := range map[string]string{"cut off": `{"http://serv`, "another kind": `["AK1"]`} {
		t.Run(name, func(t *testing.T) {
			b := newVaultFixture(t)
			must(t, os.WriteFile(b.vault.index.file.Path, []byte(content), 0o600))
			must(t, b.vault.Put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
			equalSlices(t, "listed", stored(t, b.vault), "AK1")
			assertSetAside(t, b.vault.index.file.Path, content)
		})
	}
}

func TestMaskedSecretInTheKeyringIsNone(t *testing.T) {
	b := newVaultFixture(t)
	must(t, b.vault.Put(t.Context(), "AK1", client.NewSecret("ab****yz"), entry{}, always)) // as earlier versions did
	must(t, b.vault.Put(t.Context(), "AK2", secretOf("AK2"), entry{}, always))
	if s, err := b.vault.Get(t.Context(), "AK1", anyStamp); !errors.Is(err, ErrNotStored) || !s.IsZero() {
		t.Errorf("got %v and %v, want ErrNotStored", s, err)
	}
	equalSlices(t, "listed", stored(t, b.vault), "AK2")
	equal(t, "entries", len(b.store.names()), 1)
}
