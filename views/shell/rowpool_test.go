package shell

import (
	"slices"
	"testing"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestRowsAreUsedAgain(t *testing.T) {
	r := newRig(t, demo.Options{})
	l := r.list()
	all := l.Keys
	use := func() {
		l.SetKeys(all[:1])
		l.SetKeys(nil)
		l.SetKeys(all)
		l.Secrets.Show(all[0].ID, r.server.SecretOf(all[0].ID))
		l.Secrets.HideAll()
	}
	use()
	made := len(l.Pool.Rows)
	for range 50 {
		use()
	}
	if now := len(l.Pool.Rows); now > made+len(all) {
		t.Errorf("%d rows were made for %d keys, %d of them by what was done before", now, len(all), made)
	}
}

func TestReleasedRowForgetsItsSecret(t *testing.T) {
	r := newRig(t, demo.Options{})
	l := r.list()
	all := l.Keys
	id := r.idInState(client.StateEnabled, false)
	key, _ := l.Key(id)
	others := slices.DeleteFunc(slices.Clone(all), func(k keys.Key) bool { return k.ID == id })
	l.SetKeys(append(slices.Clone(others), key))
	l.Secrets.Show(id, r.server.SecretOf(id))
	l.SetKeys(others)
	if len(l.Pool.Spare) == 0 {
		t.Error("no row was let go of")
	}
	for row := range l.Pool.Spare {
		if !row.Data.Secret.IsZero() {
			t.Errorf("a spare row holds the secret of %s", row.Data.ID)
		}
	}
}
