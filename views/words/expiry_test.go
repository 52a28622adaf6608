package words

import (
	"testing"
	"time"

	"accesskeys/app/expiry"
	"accesskeys/app/keys"
	"accesskeys/client"
)

func TestExpiryIsSaidWithItsDate(t *testing.T) {
	now := time.Date(2026, 5, 9, 13, 0, 0, 0, time.Local)
	for _, c := range []struct {
		until time.Time
		level expiry.Level
		asked bool
		says  ExpiryTexts
	}{
		{time.Date(2026, 5, 12, 14, 0, 0, 0, time.Local), expiry.Near, true, ExpiryTexts{"Expires in 3 days, 2026-05-12 14:00:00", "Expires in 3 days", "3 days left", "3 d"}},
		{time.Date(2027, 1, 2, 3, 4, 0, 0, time.Local), expiry.Soon, true, ExpiryTexts{"Expires in 237 days, 2027-01-02 03:04:00", "Expires in 237 days", "237 days left", "237 d"}},
		{time.Date(2026, 5, 9, 14, 1, 0, 0, time.Local), expiry.Near, true, ExpiryTexts{"Expires in 1 hour, 2026-05-09 14:01:00", "Expires in 1 hour", "1 h left", "1 h"}},
		{time.Date(2026, 5, 9, 13, 4, 1, 0, time.Local), expiry.Near, true, ExpiryTexts{"Expires in 4 min, 2026-05-09 13:04:01", "Expires in 4 min", "4 min left", "4 min"}},
		{time.Date(2026, 5, 9, 13, 0, 1, 0, time.Local), expiry.Near, true, ExpiryTexts{"Expires in <1 min, 2026-05-09 13:00:01", "Expires in <1 min", "<1 min left", "<1 min"}},
		{time.Date(2026, 5, 9, 12, 0, 0, 0, time.Local), expiry.Over, true, ExpiryTexts{"Expired 2026-05-09 12:00:00, but the server still says “Enabled”", "Expiry passed 2026-05-09 12:00:00", "Expiry passed", "Overdue"}},
		{time.Date(2026, 5, 9, 12, 0, 0, 0, time.Local), expiry.Over, false, ExpiryTexts{"Expiry passed 2026-05-09 12:00:00; reload to see the state", "Expiry passed 2026-05-09 12:00:00", "Expiry passed", "Overdue"}},
		{time.Date(2027, 1, 2, 3, 4, 0, 0, time.Local), expiry.None, true, ExpiryTexts{}},
	} {
		k := keys.Key{AccessKey: client.AccessKey{State: client.StateEnabled, ValidUntil: c.until.UTC()}}
		if says := Expiry(k, c.level, now, c.asked); says != c.says {
			t.Errorf("%v: %q", c.until, says)
		}
	}
}

func TestTimeLeftIsSaidInAFewCharacters(t *testing.T) {
	for left, want := range map[time.Duration]string{30 * time.Second: "<1 min", 59 * time.Minute: "59 min", 23*time.Hour + time.Minute: "23 h", 49 * time.Hour: "2 d"} {
		if got := HowLongBrief(left); got != want {
			t.Errorf("%v: %q, not %q", left, got, want)
		}
	}
}
