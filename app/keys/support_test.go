package keys

import (
	"context"
	"maps"
	"slices"
	"testing"
	"time"

	"accesskeys/app/check"
	"accesskeys/app/secrets"
)

// stored returns the IDs that a vault lists for its base.
func stored(t testing.TB, v *secrets.Vault) []string {
	t.Helper()
	return slices.Sorted(maps.Keys(listedIn(t, v)))
}

// listedIn returns what a vault lists for its base, by key ID.
func listedIn(t testing.TB, v *secrets.Vault) map[string]secrets.Entry {
	t.Helper()
	all, err := v.Listed()
	check.Must(t, err)
	of := map[string]secrets.Entry{}
	for _, e := range all {
		if e.Base == v.Base() {
			of[e.KeyID] = e.Entry
		}
	}
	return of
}

var (
	early = time.Date(2026, 3, 1, 12, 0, 0, 5, time.FixedZone("", 3600))
	late  = early.Add(time.Nanosecond)
)

func doAsSeen(ctx context.Context, k *Keys, op Operation, seen Key) error {
	w, err := k.Begin(op, seen.ID)
	if err != nil {
		return err
	}
	return w.DoAsSeen(ctx, seen)
}
