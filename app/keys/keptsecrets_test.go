package keys

import (
	"testing"
	"testing/synctest"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/secrets"
	"accesskeys/app/secrets/secretstest"
)

func TestKeepDoesNotStoreADeletedKey(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	check.Must(t, b.keys.Do(t.Context(), OpDelete, "AK2"))
	b.keys.Keep(t.Context(), "AK2", Revealed{Secret: apptest.SecretOf("AK2")})
	check.EqualSlices(t, "keyring", b.store.Names())
}

// However Keep and Delete fall, the secret of the deleted key does not stay.
func TestKeepThatEndsAfterDeleteLeavesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		gate := make(chan struct{})
		b.store.Before = func(op, _ string) {
			if op == "set" {
				<-gate
			}
		}
		kept := check.Background(func() error { b.keys.Keep(t.Context(), "AK2", Revealed{Secret: apptest.SecretOf("AK2")}); return nil })
		check.Must(t, b.keys.Do(t.Context(), OpDelete, "AK2")) // gives the vault up after its patience
		close(gate)
		check.Must(t, kept())
		check.EqualSlices(t, "keyring", b.store.Names())
		check.Equal(t, "index", len(secretstest.IDs(t, b.vault)), 0)
	})
}

func TestKeepBeforeTheListForgetsNothing(t *testing.T) {
	b := newFixture(t, "AK1")
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
	b.keys.Keep(t.Context(), "AK2", Revealed{Secret: apptest.SecretOf("AK2")})
	check.EqualSlices(t, "vault", secretstest.IDs(t, b.vault), "AK1")
}
