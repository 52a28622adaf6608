package listcache

import (
	"fmt"
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// BenchmarkCache writes and reads the list of a user with very many keys.
func BenchmarkCache(b *testing.B) {
	list := make([]client.AccessKey, 10_000)
	for i := range list {
		created := time.Date(2024, 1, 1, 0, i, 0, i, time.UTC)
		list[i] = client.AccessKey{ID: fmt.Sprintf("AK%030d", i), UserID: "demo", State: client.StateEnabled, CreatedAt: created, UpdatedAt: created}
	}
	c := OpenCache(filepath.Join(b.TempDir(), "list.json"), time.Now, slog.New(slog.DiscardHandler))
	b.Run("write", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			check.Must(b, c.Write(settings.SavedSession{}, list, time.Now(), func() bool { return true }))
		}
	})
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if got, _, ok := c.Read(settings.SavedSession{}); !ok || len(got) != len(list) {
				b.Fatal(len(got), ok)
			}
		}
	})
}
