package app

import (
	"crypto/rand"
	"strings"
	"testing"
	"time"

	"github.com/danieljoos/wincred"

	"accesskeys/client"
)

// credentials is the system's keyring, and a service of the test's own in it: what a person has stored
// is not touched.
func credentials(t *testing.T) (*Keyring, string) {
	k := NewKeyring(KeyringOptions{Limit: 20 * time.Second})
	must(t, k.Probe(t.Context()))
	return k, "access-keys test " + rand.Text()
}

// credential is what the Credential Manager itself says it has, "" when it has none.
func credential(t *testing.T, service, account string) string {
	t.Helper()
	c, err := wincred.GetGenericCredential(service + ":" + account)
	if err == wincred.ErrElementNotFound {
		return ""
	}
	must(t, err)
	equal(t, "user name", c.UserName, account)
	return string(c.CredentialBlob)
}

func TestWindowsCredentialManager(t *testing.T) {
	k, service := credentials(t)
	ctx := t.Context()
	for _, secret := range []string{"first", someSecret.Reveal(), "пароль 密码 🔑", strings.Repeat("x", maxEntry)} {
		must(t, k.Set(ctx, service, "AK1", client.NewSecret(secret)))
		stored, err := k.Get(ctx, service, "AK1")
		must(t, err)
		equal(t, "read back", stored.Reveal(), secret)
		equal(t, "in the Credential Manager", credential(t, service, "AK1"), secret)
	}
	must(t, k.Delete(ctx, service, "AK1"))
	equal(t, "in the Credential Manager once deleted", credential(t, service, "AK1"), "")
}

func TestWindowsNotStored(t *testing.T) {
	k, service := credentials(t)
	if err := second(k.Get(t.Context(), service, "AK1")); err != ErrNotStored {
		t.Errorf("get of what is not there: %v, want ErrNotStored", err)
	}
	must(t, k.Do(t.Context(), OpDelete, service, "AK1"))
}

// An account is a server's address and a key's ID, and the Credential Manager's own name for an entry
// joins service and account with a colon.
func TestWindowsAccountsAreKeptApart(t *testing.T) {
	k, service := credentials(t)
	ctx := t.Context()
	accounts := []string{"https://a.example:8443/api AK1", "https://a.example:8443/api AK10", "https://б.example ключ"}
	for _, account := range accounts {
		must(t, k.Set(ctx, service, account, client.NewSecret("of "+account)))
	}
	must(t, k.Delete(ctx, service, accounts[0]))
	equal(t, "deleted", credential(t, service, accounts[0]), "")
	for _, account := range accounts[1:] {
		equal(t, "of another account", credential(t, service, account), "of "+account)
		must(t, k.Delete(ctx, service, account))
	}
}

func TestWindowsTooLarge(t *testing.T) {
	k, service := credentials(t)
	ctx := t.Context()
	must(t, k.Set(ctx, service, "AK1", someSecret))
	large := client.NewSecret(strings.Repeat("x", maxEntry+1))
	equal(t, "set", KindOfKeyring(k.Set(ctx, service, "AK1", large)), KeyringTooLarge)
	equal(t, "still stored", credential(t, service, "AK1"), someSecret.Reveal())
	must(t, k.Delete(ctx, service, "AK1"))
	// What go-keyring makes of it, were it ever asked.
	equal(t, "kind of the system's error",
		kindOfSystem(new(systemKeyring).Set(service, "AK1", large.Reveal())), KeyringTooLarge)
}
