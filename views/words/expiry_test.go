package words

import (
	"testing"
	"time"

	"accesskeys/app/expiry"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
)

func TestExpiryIsSaidWithItsDate(t *testing.T) {
	now := time.Date(2026, 5, 9, 13, 0, 0, 0, time.Local)
	for _, c := range []struct {
		until              time.Time
		level              expiry.Level
		whole, text, short string
	}{
		{time.Date(2026, 5, 12, 14, 0, 0, 0, time.Local), expiry.Near, "Expires in 3 days, 12 May 14:00", "Expires in 3 days", "3 days left"},
		{time.Date(2027, 1, 2, 3, 4, 0, 0, time.Local), expiry.Soon, "Expires in 237 days, 2 January 2027 03:04", "Expires in 237 days", "237 days left"},
		{time.Date(2026, 5, 9, 14, 1, 0, 0, time.Local), expiry.Near, "Expires in 1 hour, 9 May 14:01", "Expires in 1 hour", "1 hour left"},
		{time.Date(2026, 5, 9, 12, 0, 0, 0, time.Local), expiry.Over, "Expired 9 May 12:00, but the server still says “Enabled”", "Expired 9 May 12:00", "Past date"},
		{time.Date(2027, 1, 2, 3, 4, 0, 0, time.Local), expiry.None, "", "", ""},
	} {
		k := keys.Key{AccessKey: client.AccessKey{State: client.StateEnabled, ValidUntil: c.until.UTC()}}
		if whole, text, short := Expiry(k, c.level, now); whole != c.whole || text != c.text || short != c.short {
			t.Errorf("%v: %q, %q, %q", c.until, whole, text, short)
		}
	}
}

func TestTimeLeftIsSaidInAFewCharacters(t *testing.T) {
	for left, want := range map[time.Duration]string{30 * time.Second: "0 min", 59 * time.Minute: "59 min", 23*time.Hour + time.Minute: "23 h", 49 * time.Hour: "2 d"} {
		if got := HowLongBrief(left); got != want {
			t.Errorf("%v: %q, not %q", left, got, want)
		}
	}
}

func TestNoticeCountsTheKeysBesideTheAppsOwn(t *testing.T) {
	now := time.Date(2026, 5, 9, 13, 0, 0, 0, time.Local)
	own := expiry.End{ID: "AK", At: time.Date(2026, 5, 12, 14, 0, 0, 0, time.Local)}
	const locked = "The key that this app is signed in with expires in 3 days, 12 May 14:00: this app will be locked out."
	for want, n := range map[string]expiry.Notice{
		"1 key expires within 90 days.": {Others: make([]expiry.End, 1)},
		"2 keys expire within 90 days.": {Others: make([]expiry.End, 2)},
		locked:                          {Own: own},
		locked + " 1 other key expires within 90 days.":  {Own: own, Others: make([]expiry.End, 1)},
		locked + " 12 other keys expire within 90 days.": {Own: own, Others: make([]expiry.End, 12)},
	} {
		if got := ExpiryNotice(n, settings.Warnings{ExpiryDays: 90}, now); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
