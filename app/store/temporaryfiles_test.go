package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestLeftTemporaryFilesAreDeletedAfterADay(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, age time.Duration) string {
		path := filepath.Join(dir, name)
		must(t, os.WriteFile(path, []byte("{"), 0o600))
		at := time.Now().Add(-age)
		must(t, os.Chtimes(path, at, at))
		return path
	}
	left := write(".access-keys-1.tmp", 25*time.Hour)
	beingWritten := write(".access-keys-2.tmp", time.Minute)
	others := write("notes.tmp", 25*time.Hour)

	must(t, fileAt(filepath.Join(dir, "settings.json")).Write(content{"new"}))

	if _, err := os.Stat(left); err == nil {
		t.Error("what a killed process left is still there")
	}
	for _, path := range []string{beingWritten, others} {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
}
