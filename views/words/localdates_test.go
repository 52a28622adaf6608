package words

import (
	"testing"
	"time"
)

func TestZoneIsNamedOnce(t *testing.T) {
	for want, zone := range map[string]*time.Location{
		"2026-11-29 06:31:42.000 UTC":             time.UTC,
		"2026-11-29 07:31:42.000 CET (UTC+01:00)": time.FixedZone("CET", 3600),
		"2026-11-29 03:31:42.000 UTC-03:00":       time.FixedZone("-03", -3*3600),
	} {
		if got := withZone(time.Date(2026, 11, 29, 6, 31, 42, 0, time.UTC).In(zone)); got != want {
			t.Errorf("it says %s, want %s", got, want)
		}
	}
}
