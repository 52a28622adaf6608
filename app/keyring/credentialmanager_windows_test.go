package keyring

import (
	"crypto/rand"
	"strings"
	"testing"
	"time"

	"github.com/danieljoos/wincred"

	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

var windowsSecret = client.NewSecret("s3cr3t/+=")

// credentials is the system's keyring with a service of the test's own, so that the user's entries are not touched.
func credentials(t *testing.T) (*Keyring, string) {
	k := New(Options{Limit: 20 * time.Second})
	check.Must(t, k.Probe(t.Context()))
	return k, "access-keys test " + rand.Text()
}

// credential returns an entry as the Credential Manager itself has it, or "" if there is none.
func credential(t *testing.T, service, account string) string {
	t.Helper()
	c, err := wincred.GetGenericCredential(service + ":" + account)
	if err == wincred.ErrElementNotFound {
		return ""
	}
	check.Must(t, err)
	check.Equal(t, "user name", c.UserName, account)
	return string(c.CredentialBlob)
}

func TestWindowsCredentialManager(t *testing.T) {
	k, service := credentials(t)
	ctx := t.Context()
	for _, secret := range []string{"first", windowsSecret.Reveal(), "пароль 密码 🔑", strings.Repeat("x", maxEntry)} {
		check.Must(t, k.Set(ctx, service, "AK1", client.NewSecret(secret)))
		stored, err := k.Get(ctx, service, "AK1")
		check.Must(t, err)
		check.Equal(t, "read back", stored.Reveal(), secret)
		check.Equal(t, "in the Credential Manager", credential(t, service, "AK1"), secret)
	}
	check.Must(t, k.Delete(ctx, service, "AK1"))
	check.Equal(t, "in the Credential Manager once deleted", credential(t, service, "AK1"), "")
}

func TestWindowsNotStored(t *testing.T) {
	k, service := credentials(t)
	if err := check.Second(k.Get(t.Context(), service, "AK1")); err != ErrNotStored {
		t.Errorf("get of what is not there: %v, want ErrNotStored", err)
	}
	check.Must(t, k.Delete(t.Context(), service, "AK1"))
}

// An account is a server's address and a key's ID, and the Credential Manager's own name for an entry
// joins service and account with a colon.
func TestWindowsAccountsAreKeptApart(t *testing.T) {
	k, service := credentials(t)
	ctx := t.Context()
	accounts := []string{"https://a.example:8443/api AK1", "https://a.example:8443/api AK10", "https://б.example ключ"}
	for _, account := range accounts {
		check.Must(t, k.Set(ctx, service, account, client.NewSecret("of "+account)))
	}
	check.Must(t, k.Delete(ctx, service, accounts[0]))
	check.Equal(t, "deleted", credential(t, service, accounts[0]), "")
	for _, account := range accounts[1:] {
		check.Equal(t, "of another account", credential(t, service, account), "of "+account)
		check.Must(t, k.Delete(ctx, service, account))
	}
}

func TestWindowsTooLarge(t *testing.T) {
	k, service := credentials(t)
	ctx := t.Context()
	check.Must(t, k.Set(ctx, service, "AK1", windowsSecret))
	large := client.NewSecret(strings.Repeat("x", maxEntry+1))
	check.Equal(t, "set", KindOf(k.Set(ctx, service, "AK1", large)), TooLarge)
	check.Equal(t, "still stored", credential(t, service, "AK1"), windowsSecret.Reveal())
	check.Must(t, k.Delete(ctx, service, "AK1"))
	// This is what go-keyring would return.
	check.Equal(t, "kind of the system's error",
		kindOfSystem(new(systemKeyring).Set(service, "AK1", large.Reveal())), TooLarge)
}
