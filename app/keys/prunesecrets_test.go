package keys

import (
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
	"accesskeys/app/secrets/secretstest"
	"accesskeys/client"
)

func TestDeleteForgetsTheSecret(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
	check.Must(t, b.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{}, apptest.Always))
	check.Must(t, b.keys.Do(t.Context(), OpDelete, "AK2"))
	check.EqualSlices(t, "keyring", b.store.Names(), keyring.ServiceVault+"/http://server/api/v1 AK1")
}

func TestLoadForgetsSecretsOfKeysGoneOrDeleted(t *testing.T) {
	b := loaded(t, "AK1", "AK2", "AK3")
	for _, id := range []string{"AK1", "AK2", "AK3"} {
		check.Must(t, b.vault.Put(t.Context(), id, apptest.SecretOf(id), secrets.Entry{}, apptest.Always))
	}
	b.backend.Set("AK2", client.StateDeleted)
	b.backend.Keys = b.backend.Keys[:2]
	check.Must(t, b.keys.Load(t.Context()))
	check.EqualSlices(t, "vault", secretstest.IDs(t, b.vault), "AK1")
}

// A list of yesterday prunes nothing.
func TestRestoredListForgetsNoSecret(t *testing.T) {
	b := newFixture(t, "AK1")
	check.Must(t, b.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{User: "user of AK1"}, apptest.Always))
	b.keys.Restore(b.backend.Keys, time.Now())
	b.keys.prune(t.Context())
	check.EqualSlices(t, "in the vault", secretstest.IDs(t, b.vault), "AK2")
	check.Must(t, b.keys.Load(t.Context()))
	check.EqualSlices(t, "in the vault once the list is read", secretstest.IDs(t, b.vault))
}
