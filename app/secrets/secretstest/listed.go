// Package secretstest lets the tests of other packages inspect a vault.
package secretstest

import (
	"maps"
	"slices"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/secrets"
)

// IDs returns the sorted IDs of the keys that a vault lists for its base.
func IDs(t testing.TB, v *secrets.Vault) []string {
	t.Helper()
	return slices.Sorted(maps.Keys(Listed(t, v)))
}

// Listed returns the entries that a vault lists for its base, by key ID.
func Listed(t testing.TB, v *secrets.Vault) map[string]secrets.Entry {
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
