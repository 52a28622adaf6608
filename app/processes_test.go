//go:build linux

package app

import (
	"strconv"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/client"
)

func TestProcessesThatChangeTheSettingsAtOnceLoseNothing(t *testing.T) {
	dir := subdir(t, 0)
	n := number(roundsEnv, 30)
	together(
		startHelper(t, "change settings", dir, numberEnv+"=one", countEnv+"="+strconv.Itoa(n)),
		startHelper(t, "change settings", dir, numberEnv+"=two", countEnv+"="+strconv.Itoa(n)))
	check.Equal(t, "changes kept", len(New(Config{Dir: dir}).Settings.Get().Servers), 2*n)
}

func TestProcessesThatStoreSecretsAtOnceLoseNone(t *testing.T) {
	d := newKeyringDesk(t)
	dir := subdir(t, 0)
	n := number(roundsEnv, 15)
	together(
		startHelper(t, "store secrets", dir, numberEnv+"=one", countEnv+"="+strconv.Itoa(n)),
		startHelper(t, "store secrets", dir, numberEnv+"=two", countEnv+"="+strconv.Itoa(n)))
	v := d.open(dir).Sessions.NewVault("http://server/v1")
	listed, err := v.Listed()
	check.Must(t, err)
	check.Equal(t, "listed", len(listed), 2*n)
	check.Equal(t, "in the keyring", len(d.entries(keyring.ServiceVault)), 2*n)
	check.Must(t, v.Clear(t.Context()))
	check.EqualSlices(t, "in the keyring once forgotten", d.entries(keyring.ServiceVault))
}

func TestWrongPINsInManyProcessesAreAllCounted(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir := subdir(t, 0)
	a := New(Config{Dir: dir})
	check.Must(t, a.PIN.Set(client.Secret{}, client.NewSecret("1234"), func() error { return nil }))
	var all []*helper
	for range 8 {
		all = append(all, startHelper(t, "wrong PIN", dir))
	}
	together(all...)
	check.Equal(t, "counted", New(Config{Dir: dir}).Settings.Get().PIN.Failed, 8)
}
