package session

import (
	"maps"
	"slices"
	"testing"

	"accesskeys/app/check"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
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

// anyStamp is for a vault's get.
func anyStamp(secrets.Stamp) bool { return true }

// update changes settings.
func update(t testing.TB, s *settings.File, apply func(*settings.Settings)) {
	t.Helper()
	_, err := s.Update(apply)
	check.Must(t, err)
}
