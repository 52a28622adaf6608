package expiry

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"accesskeys/app/expiry"
	"accesskeys/app/keys"
	"accesskeys/client"
)

// A column of the table may show the date.
func TestOnlyTheExactTextOfAChipHasTheDate(t *testing.T) {
	test.NewTempApp(t)
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	k := keys.Key{AccessKey: client.AccessKey{State: client.StateEnabled, ValidUntil: now.Add(16 * 24 * time.Hour)}}
	for _, level := range []expiry.Level{expiry.Soon, expiry.Near, expiry.Over} {
		c := chip(k, level, now, true)
		if !strings.Contains(c.Exact, "2026-12-16") || strings.Contains(c.Text+c.Short+c.Brief, "2026") {
			t.Errorf("it says %q, or else %q, %q, %q", c.Exact, c.Text, c.Short, c.Brief)
		}
	}
}
