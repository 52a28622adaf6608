package secrets

import (
	"testing"
	"time"

	"accesskeys/app/apptest/check"
)

var (
	Early = time.Date(2026, 3, 1, 12, 0, 0, 5, time.FixedZone("", 3600))
	Late  = Early.Add(time.Nanosecond)
)

func TestStampOf(t *testing.T) {
	check.Equal(t, "none", StampOf(time.Time{}), "")
	check.Equal(t, "one", StampOf(time.Time{}, Early), "2026-03-01T11:00:00.000000005Z")
	check.Equal(t, "two", StampOf(Late, Early), StampOf(Early))
}

func TestStampCovers(t *testing.T) {
	tests := []struct {
		stamp   Stamp
		changed time.Time
		want    bool
	}{
		{StampOf(Early), Early, true},
		{StampOf(Late), Early, true},
		{StampOf(Early), Late, false},
		{StampOf(Early), time.Time{}, true},
		{"", time.Time{}, true},
		{"", Early, false},
		{"yesterday", Early, false},
	}
	for _, test := range tests {
		check.Equal(t, string(test.stamp)+" covers "+test.changed.String(), test.stamp.Covers(test.changed), test.want)
	}
}

func TestEarlierStamp(t *testing.T) {
	for _, test := range []struct{ a, b, want Stamp }{
		{StampOf(Early), StampOf(Late), StampOf(Early)},
		{StampOf(Early), StampOf(Early), StampOf(Early)},
		{"", StampOf(Early), ""},
		{"", "", ""},
	} {
		check.Equal(t, "earlier", test.a.earlier(test.b), test.want)
		check.Equal(t, "the other way round", test.b.earlier(test.a), test.want)
	}
}
