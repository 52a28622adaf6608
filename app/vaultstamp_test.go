package app

import (
	"testing"
	"time"
)

var (
	early = time.Date(2026, 3, 1, 12, 0, 0, 5, time.FixedZone("", 3600))
	late  = early.Add(time.Nanosecond)
)

func TestStampOf(t *testing.T) {
	equal(t, "none", stampOf(time.Time{}), "")
	equal(t, "one", stampOf(time.Time{}, early), "2026-03-01T11:00:00.000000005Z")
	equal(t, "two", stampOf(late, early), stampOf(early))
}

func TestStampCovers(t *testing.T) {
	tests := []struct {
		stamp   stamp
		changed time.Time
		want    bool
	}{
		{stampOf(early), early, true},
		{stampOf(late), early, true},
		{stampOf(early), late, false},
		{stampOf(early), time.Time{}, true},
		{"", time.Time{}, true},
		{"", early, false},
		{"yesterday", early, false},
	}
	for _, test := range tests {
		equal(t, string(test.stamp)+" covers "+test.changed.String(), test.stamp.covers(test.changed), test.want)
	}
}

func TestEarlierStamp(t *testing.T) {
	for _, test := range []struct{ a, b, want stamp }{
		{stampOf(early), stampOf(late), stampOf(early)},
		{stampOf(early), stampOf(early), stampOf(early)},
		{"", stampOf(early), ""},
		{"", "", ""},
	} {
		equal(t, "earlier", test.a.earlier(test.b), test.want)
		equal(t, "the other way round", test.b.earlier(test.a), test.want)
	}
}
