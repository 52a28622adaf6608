package secrets

import (
	"testing"
	"time"

	"accesskeys/app/apptest/check"
)

var (
	early = time.Date(2026, 3, 1, 12, 0, 0, 5, time.FixedZone("", 3600))
	late  = early.Add(time.Nanosecond)
)

func TestStampOf(t *testing.T) {
	check.Equal(t, "none", StampOf(time.Time{}), "")
	check.Equal(t, "one", StampOf(time.Time{}, early), "2026-03-01T11:00:00.000000005Z")
	check.Equal(t, "two", StampOf(late, early), StampOf(early))
}

func TestStampCovers(t *testing.T) {
	tests := []struct {
		stamp   Stamp
		changed time.Time
		want    bool
	}{
		{StampOf(early), early, true},
		{StampOf(late), early, true},
		{StampOf(early), late, false},
		{StampOf(early), time.Time{}, true},
		{"", time.Time{}, true},
		{"", early, false},
		{"yesterday", early, false},
	}
	for _, test := range tests {
		check.Equal(t, string(test.stamp)+" covers "+test.changed.String(), test.stamp.Covers(test.changed), test.want)
	}
}

func TestEarlierStamp(t *testing.T) {
	for _, test := range []struct{ a, b, want Stamp }{
		{StampOf(early), StampOf(late), StampOf(early)},
		{StampOf(early), StampOf(early), StampOf(early)},
		{"", StampOf(early), ""},
		{"", "", ""},
	} {
		check.Equal(t, "earlier", test.a.earlier(test.b), test.want)
		check.Equal(t, "the other way round", test.b.earlier(test.a), test.want)
	}
}
