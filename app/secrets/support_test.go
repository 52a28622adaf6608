package secrets

import (
	"maps"
	"slices"
	"testing"

	"accesskeys/app/apptest/check"
)

// stored returns the IDs that a vault lists for its base.
func stored(t testing.TB, v *Vault) []string {
	t.Helper()
	return slices.Sorted(maps.Keys(listedIn(t, v)))
}

// listedIn returns the entries that a vault lists for its base, by key ID.
func listedIn(t testing.TB, v *Vault) map[string]Entry {
	t.Helper()
	all, err := v.Listed()
	check.Must(t, err)
	of := map[string]Entry{}
	for _, e := range all {
		if e.Base == v.Base() {
			of[e.KeyID] = e.Entry
		}
	}
	return of
}

// anyStamp accepts any stamp in Vault.Get.
func anyStamp(Stamp) bool { return true }
