package views

import (
	"slices"
	"testing"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestRowsAreUsedAgain(t *testing.T) {
	r := newRig(t, demo.Options{})
	l := r.list()
	all := l.keys
	use := func() {
		l.SetKeys(all[:1])
		l.SetKeys(nil)
		l.SetKeys(all)
		l.Reveal(all[0].ID, r.server.SecretOf(all[0].ID))
		l.HideAll()
	}
	use()
	made := len(l.pool.rows)
	for range 50 {
		use()
	}
	if now := len(l.pool.rows); now > made+len(all) {
		t.Errorf("%d rows were made for %d keys, %d of them by what was done before", now, len(all), made)
	}
}

func TestRowLetGoOfForgetsItsSecret(t *testing.T) {
	r := newRig(t, demo.Options{})
	l := r.list()
	all := l.keys
	id := r.idInState(client.StateEnabled, false)
	l.Reveal(id, r.server.SecretOf(id))
	l.SetKeys(slices.DeleteFunc(slices.Clone(all), func(k app.Key) bool { return k.ID == id }))
	for _, row := range l.pool.rows {
		if !row.data.Secret.IsZero() && !l.shows(row.data.ID) {
			t.Errorf("a spare row holds the secret of %s", row.data.ID)
		}
	}
}
