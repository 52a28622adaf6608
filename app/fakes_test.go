package app

import (
	"maps"
	"slices"
	"testing"
)

// stored returns the IDs that a vault lists for its base.
func stored(t testing.TB, v *vault) []string {
	t.Helper()
	return slices.Sorted(maps.Keys(listedIn(t, v)))
}

// listedIn returns what a vault lists for its base, by key ID.
func listedIn(t testing.TB, v *vault) map[string]entry {
	t.Helper()
	all, err := v.Listed()
	must(t, err)
	of := map[string]entry{}
	for _, e := range all {
		if e.base == v.Base() {
			of[e.keyID] = e.entry
		}
	}
	return of
}

// anyStamp is for a vault's get.
func anyStamp(stamp) bool { return true }

// update changes settings.
func update(t testing.TB, s *SettingsFile, apply func(*Settings)) {
	t.Helper()
	_, err := s.Update(apply)
	must(t, err)
}
