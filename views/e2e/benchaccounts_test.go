package e2e

import (
	"fmt"
	"log/slog"
	"path/filepath"
	"testing"

	"accesskeys/app/settings"
	"accesskeys/client"
)

const twentyAccounts = "2 keys, 20 accounts"

// withAccounts returns the program with as many accounts, of which the one with two keys is open.
func withAccounts(b *testing.B, name string, count int) *contender {
	b.Helper()
	c := remembered(b, name, 2)
	kept := settings.Open(filepath.Join(c.desk.home, "config", "access-keys", "settings.json"), slog.New(slog.DiscardHandler))
	_, err := kept.Update(func(v *settings.Settings) {
		open := v.Current
		for i := range count - 1 {
			base := fmt.Sprintf("https://optimizer-%d.example.com/api/v1", i)
			v.Remember(settings.SavedSession{Server: base, Endpoint: client.Endpoint{Base: base}, KeyID: fmt.Sprint("AK", i)}, "")
		}
		v.Open(open)
	})
	must(b, err)
	if got := len(kept.Get().Accounts); got != count {
		b.Fatalf("there are %d accounts", got)
	}
	return c
}

// measureStartOnly is measureStart without the memory.
func (c *contender) measureStartOnly(b *testing.B, results samples) {
	cmd, _, took, used := c.desk.timed(b, c.measured)
	results.add(c.name, startTime, millis(took))
	results.add(c.name, startCPU, millis(used))
	end(b, cmd)
}
