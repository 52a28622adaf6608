package keys

import (
	"testing"
	"testing/synctest"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
	"accesskeys/app/secrets/secretstest"
	"accesskeys/client"
)

func TestALockedKeyringIsNotAskedWhileTheServerAnswers(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
	b.store.Locked = true
	b.store.Before = func(op, account string) { t.Errorf("the keyring was asked to %s %s", op, account) }
	var told []error
	b.keys.VaultTrouble.Subscribe(func(err error) { told = append(told, err) })
	for _, id := range []string{"AK1", "AK2"} {
		r, err := b.keys.Reveal(t.Context(), id)
		check.Must(t, err)
		check.Equal(t, "secret", r.Secret.Equal(apptest.SecretOf(id)), true)
		b.keys.Keep(t.Context(), id, r)
	}
	b.backend.Set("AK1", client.StateDeleted)
	check.Must(t, b.keys.Load(t.Context()))
	check.EqualSlices(t, "in the vault", secretstest.IDs(t, b.vault), "AK1") // until it is unlocked
	check.Equal(t, "times told", len(told), 1)
	check.Equal(t, "kind", keyring.KindOf(told[0]), keyring.Locked)

	b.store.Locked, b.store.Before = false, nil
	check.Must(t, b.keys.Load(t.Context()))
	check.EqualSlices(t, "in the vault, unlocked", secretstest.IDs(t, b.vault))
}

func TestALockedKeyringIsAskedWhereTheServerGivesNoSecret(t *testing.T) {
	for name, fail := range map[string]map[string]error{
		"offline":             {"list": &client.Error{Kind: client.KindUnreachable}, "get": &client.Error{Kind: client.KindUnreachable}},
		"a masked secret":     {"get": &client.Error{Kind: client.KindMasked}},
		"a broken connection": {"get": &client.Error{Kind: client.KindUnreachable}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b := loaded(t, "AK1")
				check.Must(t, b.vault.Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
				b.store.Locked = true
				b.backend.Fail = fail
				_ = b.keys.Load(t.Context())
				r, err := b.keys.Reveal(t.Context(), "AK1")
				check.Must(t, err)
				check.Equal(t, "from the vault", r.FromVault && r.Secret.Equal(apptest.SecretOf("AK1")), true)
			})
		})
	}
}
