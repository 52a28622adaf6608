package app

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
)

func TestTheStartDeletesTemporaryFilesOlderThanADay(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, age time.Duration) string {
		path := filepath.Join(dir, name)
		check.Must(t, os.WriteFile(path, []byte("{"), 0o600))
		at := time.Now().Add(-age)
		check.Must(t, os.Chtimes(path, at, at))
		return path
	}
	left := write(".access-keys-1.tmp", 25*time.Hour)
	beingWritten := write(".access-keys-2.tmp", time.Minute)
	others := write("notes.tmp", 25*time.Hour)

	New(Config{Dir: dir, Store: apptest.NewStore()})

	if _, err := os.Stat(left); err == nil {
		t.Error("what a killed process left is still there")
	}
	for _, path := range []string{beingWritten, others} {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
}
