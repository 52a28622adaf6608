//go:build linux

package app

import (
	"strconv"
	"testing"

	"accesskeys/client"
)

func TestProcessesThatChangeTheSettingsAtOnceLoseNothing(t *testing.T) {
	dir := subdir(t, 0)
	n := number(roundsEnv, 30)
	together(
		startHelper(t, "change settings", dir, numberEnv+"=one", countEnv+"="+strconv.Itoa(n)),
		startHelper(t, "change settings", dir, numberEnv+"=two", countEnv+"="+strconv.Itoa(n)))
	equal(t, "changes kept", len(New(Config{Dir: dir}).Settings().Servers), 2*n)
}

func TestProcessesThatStoreSecretsAtOnceLoseNone(t *testing.T) {
	d := newKeyringDesk(t)
	dir := subdir(t, 0)
	n := number(roundsEnv, 15)
	together(
		startHelper(t, "store secrets", dir, numberEnv+"=one", countEnv+"="+strconv.Itoa(n)),
		startHelper(t, "store secrets", dir, numberEnv+"=two", countEnv+"="+strconv.Itoa(n)))
	v := d.open(dir).newVault("http://server/v1")
	equal(t, "listed", len(stored(t, v)), 2*n)
	equal(t, "in the keyring", len(d.entries(vaultService)), 2*n)
	must(t, v.clear(t.Context()))
	equalSlices(t, "in the keyring once forgotten", d.entries(vaultService))
}

func TestWrongPINsInManyProcessesAreAllCounted(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir := subdir(t, 0)
	a := New(Config{Dir: dir})
	must(t, a.SetPIN(&Session{}, client.Secret{}, client.NewSecret("1234")))
	var all []*helper
	for range 8 {
		all = append(all, startHelper(t, "wrong PIN", dir))
	}
	together(all...)
	equal(t, "counted", New(Config{Dir: dir}).Settings().PIN.Failed, 8)
}
