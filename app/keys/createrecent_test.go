package keys

import (
	"context"
	"errors"
	"maps"
	"slices"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

// knowing is a back end that notes what Create knows.
type knowing struct {
	*apptest.Backend
	known map[string]bool
	err   error
}

func (b *knowing) Create(ctx context.Context, known map[string]bool) (client.Creation, error) {
	b.known = known
	if b.err != nil {
		return client.Creation{}, b.err
	}
	return b.Backend.Create(ctx, known)
}

func TestListIsReadBeforeCreateUnlessThatWasDoneRecently(t *testing.T) {
	for name, tt := range map[string]struct {
		before func(f *fixture, now *time.Time)
		recent bool
	}{
		"just read":       {func(*fixture, *time.Time) {}, true},
		"read 30 s ago":   {func(_ *fixture, now *time.Time) { *now = now.Add(recently) }, true},
		"read 31 s ago":   {func(_ *fixture, now *time.Time) { *now = now.Add(recently + time.Second) }, false},
		"clock set back":  {func(_ *fixture, now *time.Time) { *now = now.Add(-time.Second) }, false},
		"read again":      {func(f *fixture, now *time.Time) { *now = now.Add(time.Hour); check.Must(f, f.keys.Load(f.Context())) }, true},
		"partial":         {func(f *fixture, _ *time.Time) { f.backend.Total = 9; check.Must(f, f.keys.Load(f.Context())) }, false},
		"torn":            {func(f *fixture, _ *time.Time) { f.backend.Torn = true; check.Must(f, f.keys.Load(f.Context())) }, false},
		"unreadable keys": {func(f *fixture, _ *time.Time) { f.backend.Unreadable = 1; check.Must(f, f.keys.Load(f.Context())) }, false},
		"reading failed": {func(f *fixture, _ *time.Time) {
			f.backend.Fail["list"] = kind(client.KindServer)
			check.Equal(f, "failed", f.keys.Load(f.Context()) != nil, true)
		}, false},
		"a create is pending": {func(f *fixture, _ *time.Time) {
			b := f.keys.backend
			f.keys.backend = &lostCreate{Backend: f.backend, listed: true, next: kind(client.KindUnconfirmed)}
			check.Equal(f, "failed", f.create() != nil, true)
			f.keys.backend = b
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, "AK1", "AK2")
			now := time.Now()
			f.keys.now = func() time.Time { return now }
			b := &knowing{Backend: f.backend}
			f.keys.backend = b
			check.Must(t, f.keys.Load(t.Context()))
			tt.before(f, &now)
			check.Equal(t, "recently read", RecentlyRead(f.keys), tt.recent)
			check.Must(t, f.create())
			want := []string{"AK1", "AK2"}
			if !tt.recent {
				want = nil
			}
			check.EqualSlices(t, "known", slices.Sorted(maps.Keys(b.known)), want...)
		})
	}
}

func TestListThatMayBeAnotherUsersIsNoListBefore(t *testing.T) {
	f := newFixture(t, "AK1")
	f.keys.owner.user = "u1"
	check.Must(t, f.keys.Load(t.Context()))
	check.Equal(t, "recently read", RecentlyRead(f.keys), false)
}

func TestListOfAnEarlierSessionIsNoListBefore(t *testing.T) {
	f := newFixture(t, "AK1")
	f.keys.Restore(slices.Clone(f.backend.Keys), time.Now())
	check.Equal(t, "recently read", RecentlyRead(f.keys), false)
}

func TestKeyDeletedSinceIsKnownToCreate(t *testing.T) {
	f := newFixture(t, "AK1", "AK2")
	b := &knowing{Backend: f.backend}
	f.keys.backend = b
	check.Must(t, f.keys.Load(t.Context()))
	f.keys.mu.Lock()
	f.keys.list.record("AK2", f.keys.clock.tick(), change{state: client.StateDeleted, gone: true})
	f.keys.mu.Unlock()
	check.Must(t, f.create())
	check.EqualSlices(t, "known", slices.Sorted(maps.Keys(b.known)), "AK1", "AK2")
}

// The list names a key that may be anybody's. No key is named as the new one, and the next Create reads the list first.
func TestCreateThatCannotTellWhichKeyIsNew(t *testing.T) {
	f, told := resolving(t, "AK1")
	b := &knowing{Backend: f.backend}
	f.keys.backend = b
	b.err = &client.Error{Kind: client.KindUnconfirmed, Err: client.ErrWhichIsNew}
	ids, err := f.keys.Create(t.Context())
	check.Equal(t, "new", len(ids), 0)
	check.Equal(t, "uncertain", Uncertain(err), true)
	f.backend.Keys = append(f.backend.Keys, client.AccessKey{ID: "MAYBE", State: client.StateEnabled})
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told", *told, "MAYBE create done enabled")
	b.err = errors.New("asked")
	check.Equal(t, "asked", f.create(), b.err)
	check.Equal(t, "known", len(b.known), 0)
}
