package keys

import (
	"errors"
	"testing"
	"testing/synctest"

	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

// leftChanged leaves keys disabled, of which one is changed elsewhere before it is known when they were left.
func leftChanged(t *testing.T, call, changed string, ids ...string) (b *fixture, left *Left, answer func()) {
	b = loaded(t, append(ids, "AK1")...)
	var keys []Key
	for _, id := range ids {
		check.Must(t, b.keys.Do(t.Context(), OpDisable, id))
		b.backend.Change(id, early, client.Secret{})
		k, _ := b.keys.Find(id)
		keys = append(keys, k)
	}
	left = NewLeft(b.keys, keys)
	release := b.backend.Hold(call)
	wait := check.Background(func() error {
		left.Read(t.Context())
		return nil
	})
	b.backend.Change(changed, late, client.Secret{})
	return b, left, func() {
		release()
		check.Must(t, wait())
	}
}

func TestUndoWaitsUntilItIsKnownHowTheKeyWasLeft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, left, answer := leftChanged(t, "read", "AK2", "AK2")
		work, err := b.keys.Begin(OpEnable, "AK2")
		check.Must(t, err)
		wait := check.Background(func() error { return work.DoUntouched(t.Context(), left, left.Keys[0]) })
		k, _ := b.keys.Find("AK2")
		check.Equal(t, "busy", k.Busy, OpEnable)
		answer()
		var changed *ChangedError
		if err := wait(); !errors.As(err, &changed) || !changed.Again {
			t.Errorf("got %v", err)
		}
		check.Equal(t, "keys enabled", b.backend.Calls("enable"), 0)
	})
}

func TestUndoOfSeveralWaitsUntilItIsKnownHowTheyWereLeft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, left, answer := leftChanged(t, "list", "AK2", "AK2", "AK3")
		var batch Batch
		wait := check.Background(func() error {
			batch = BatchUntouched(t.Context(), OpEnable, left, func(Step) {})
			return nil
		})
		answer()
		check.Must(t, wait())
		check.EqualSlices(t, "outcomes", batch.Outcomes, skipped("AK2", SkipTouched), Outcome{ID: "AK3", Result: ResultDone})
		check.Equal(t, "keys enabled", b.backend.Calls("enable"), 1)
	})
}
