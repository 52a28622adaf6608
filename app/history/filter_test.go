package history

import (
	"context"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
)

func nameless(Event) string { return "" }

// found returns the keys of the events that contain a text.
func found(text string, events ...Event) (ids string) {
	all, _ := Filter{Text: text}.Find(context.Background(), events, nameless, nameless)
	for _, e := range all {
		ids += e.KeyID
	}
	return ids
}

func at(id string, moment time.Time) Event {
	e := About(keys.Ref{KeyID: id}, Show)
	e.At = moment.UTC()
	return e
}

func TestDatesAreFoundAsTheyAreTyped(t *testing.T) {
	day := func(month time.Month, day, hour int) time.Time {
		return time.Date(2026, month, day, hour, 5, 0, 0, time.Local)
	}
	events := []Event{at("a", day(11, 28, 14)), at("b", day(11, 2, 9)), at("c", day(1, 8, 14))}
	for text, want := range map[string]string{
		"2026-11-28": "a", "2026-11": "ab", "11-28 14:": "a", "14:05": "ac", "2026-11-28 15": "",
		"2026/11/28": "a", "2026/11/2": "ab", "2026/1/8": "c", "11.02": "b", "2026-11-2 9:05": "b",
		"2026年": "abc", "11月": "ab", "1月": "c", "28日": "a", "8日": "c", "2号": "b", "11月2日": "b", "2026年11月28日": "a", "2026年1月8日 14:": "c", "11月2": "a",
		"11 月": "ab", "28 日": "a", "11 月 2 日": "b", "2026 年 11 月 28 日 14:": "a", "11 月 2": "a",
		"２０２６－１１－２８": "a", "１１月２８日": "a", "１４：０５": "ac", "2026/11/28　14": "a",
		"年": "", "月28": "",
		"2026-11 a": "a", "b 11月2日": "b", "b 11 月 2 日": "b", "c 2026/1/8 14:": "c", "a 14:06": "",
	} {
		check.Equal(t, text, found(text, events...), want)
	}
}

func TestEachWordMayBeInAnotherPartOfAnEvent(t *testing.T) {
	made := at("AKfirst", time.Now())
	made.Action = Create
	shown := at("AKfirst", time.Now())
	events := []Event{made, shown}
	label := func(Event) string { return "CI billing" }
	says := func(e Event) string { return string(e.Action) + " done" }
	for text, want := range map[string]int{"create billing": 1, "Billing create first": 1, "ci billing": 2, "done billing": 2, "create other": 0} {
		got, _ := Filter{Text: text}.Find(t.Context(), events, label, says)
		check.Equal(t, text, len(got), want)
	}
}

// inZone sets the local time zone until the test ends.
func inZone(t *testing.T, name string) {
	t.Helper()
	zone, err := time.LoadLocation(name)
	check.Must(t, err)
	before := time.Local
	time.Local = zone
	t.Cleanup(func() { time.Local = before })
}

// Dates are those of the user's time zone, including days of 23 and 25 hours.
func TestADayIsTheUsersOwn(t *testing.T) {
	inZone(t, "Asia/Shanghai")
	late := at("a", time.Date(2026, 11, 27, 16, 30, 0, 0, time.UTC)) // half past midnight there
	check.Equal(t, "Shanghai", found("2026-11-28", late), "a")
	inZone(t, "America/Santiago") // where the clocks change at midnight
	first := at("a", time.Date(2026, 9, 6, 4, 0, 0, 0, time.UTC))
	last := at("b", time.Date(2026, 9, 7, 2, 59, 59, 0, time.UTC))
	next := at("c", time.Date(2026, 9, 7, 3, 0, 0, 0, time.UTC))
	check.Equal(t, "a day of 23 hours", found("2026-09-06", first, last, next), "ab")
	inZone(t, "Europe/Berlin")
	twice := []Event{at("a", time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC)), at("b", time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC))}
	check.Equal(t, "an hour that comes twice", found("10-25 02:30", twice...), "ab")
}

func TestAFilterThatIsNoLongerWantedEnds(t *testing.T) {
	events := make([]Event, 10*checkEvery)
	ctx, stop := context.WithCancel(t.Context())
	looked := 0
	f := Filter{Text: "x", Mine: func(Event) bool {
		if looked++; looked == checkEvery/2 {
			stop()
		}
		return true
	}}
	f.Find(ctx, events, nameless, nameless)
	check.Equal(t, "looked at", looked, checkEvery)
}
