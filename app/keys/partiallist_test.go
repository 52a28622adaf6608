package keys

import (
	"context"
	"errors"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/secrets/secretstest"
	"accesskeys/client"
)

// TestPartialListForgetsNothing has lists that lack keys follow a whole one: nothing counts as deleted.
func TestPartialListForgetsNothing(t *testing.T) {
	for name, cut := range map[string]func(b *apptest.Backend){
		"fewer than the total": func(b *apptest.Backend) { b.Total = 31 },
		"one not understood":   func(b *apptest.Backend) { b.Unreadable = 1 },
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, "AK1", "AK2", "AK3")
			check.Must(t, f.keys.Load(t.Context()))
			r, err := f.keys.Reveal(t.Context(), "AK3")
			check.Must(t, err)
			f.keys.Keep(t.Context(), "AK3", r)
			pend(f.keys, "AK3")
			resolved := 0
			f.keys.Resolved.Subscribe(func(Resolved) { resolved++ })

			f.backend.Keys = f.backend.Keys[1:2] // the session's own is missing, too
			cut(f.backend)
			check.Must(t, f.keys.Load(t.Context()))
			check.EqualSlices(t, "kept", secretstest.IDs(t, f.vault), "AK3")
			check.Equal(t, "resolved", resolved, 0)
			check.Equal(t, "partial", f.keys.Partial(), true)
			if err := f.keys.Do(t.Context(), OpDisable, "AK1"); !errors.Is(err, ErrUnseen) {
				t.Errorf("disabling what is not shown: %v", err)
			}

			f.backend.Total, f.backend.Unreadable = 0, 0
			f.backend.Keys = []client.AccessKey{{ID: "AK1", State: client.StateEnabled}, {ID: "AK2", State: client.StateEnabled}}
			check.Must(t, f.keys.Load(t.Context()))
			check.EqualSlices(t, "kept after a whole list", secretstest.IDs(t, f.vault))
			check.Equal(t, "resolved by a whole list", resolved, 1)
		})
	}
}

func TestUnreadableKeyIsLeftAlone(t *testing.T) {
	f := newFixture(t, "AK1", "AK2")
	f.backend.Keys[1].State = client.StateUnreadable
	f.backend.Unreadable = 1
	check.Must(t, f.keys.Load(t.Context()))
	_, revealed := f.keys.Reveal(t.Context(), "AK2")
	for _, err := range []error{f.keys.Do(t.Context(), OpDelete, "AK2"), f.keys.Do(t.Context(), OpDisable, "AK2"), revealed} {
		if !errors.Is(err, ErrUnreadable) {
			t.Errorf("got %v", err)
		}
	}
	k, _ := f.keys.Find("AK2")
	check.Equal(t, "skip", SkipOf(OpDelete, k, true), SkipUnreadable)
}

// TestPartialListResolvesWhatItShows has changes whose answers were lost be followed by a list that lacks keys: only
// what is in it as it should be is known then.
func TestPartialListResolvesWhatItShows(t *testing.T) {
	f, told := resolving(t, "AK1", "AK2", "AK3", "AK4")
	f.keys.mu.Lock()
	for _, id := range []string{"AK2", "AK3", "AK4"} {
		f.keys.pending[id] = pending{op: OpDisable, at: f.keys.clock.tick()}
	}
	f.keys.mu.Unlock()
	f.backend.Set("AK2", client.StateDisabled)
	f.backend.Keys = f.backend.Keys[:3] // AK3 is as it was, and AK4 is not shown
	f.backend.Total = 4
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told", *told, "AK2 disable done disabled")
	f.backend.Keys = append(f.backend.Keys, client.AccessKey{ID: "AK4", State: client.StateEnabled})
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told by the whole list", (*told)[1:], "AK3 disable not-done enabled", "AK4 disable not-done enabled")
}

// TestPartialListsDoNotBlockNew has the answer to a create be lost where the server always cuts its list.
func TestPartialListsDoNotBlockNew(t *testing.T) {
	f, b, told := losingCreates(t, false)
	f.backend.Total = 31
	b.made = nil
	check.Equal(t, "uncertain", Uncertain(f.create()), true)
	if err := f.create(); !errors.Is(err, ErrPending) {
		t.Errorf("before any list: %v, want ErrPending", err)
	}
	check.Must(t, f.keys.Load(t.Context()))
	b.next, b.listed, b.made = nil, true, []string{"NEW2"}
	check.Must(t, f.create())
	check.Equal(t, "told", len(*told), 0)
	f.backend.Total = 0
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told by a whole list", *told, " create not-done ")
}

// TestKeyFromBeyondTheCutIsNotTheLostOne has the list before a create lack keys that a list after it has.
func TestKeyFromBeyondTheCutIsNotTheLostOne(t *testing.T) {
	f, told := resolving(t, "AK1")
	b := &cutCreate{Backend: f.backend, since: time.Now()}
	f.keys.backend = b
	check.Equal(t, "uncertain", Uncertain(f.create()), true)
	f.backend.Keys = append(f.backend.Keys,
		client.AccessKey{ID: "OLD", State: client.StateEnabled, CreatedAt: b.since.Add(-time.Hour)},
		client.AccessKey{ID: "NEW", State: client.StateEnabled, CreatedAt: b.since.Add(time.Second)})
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told", *told, "NEW create done enabled")
}

// cutCreate is a back end whose list lacks keys, and which loses the answer to a create.
type cutCreate struct {
	*apptest.Backend
	since time.Time
}

func (b *cutCreate) Create(context.Context, map[string]bool) (client.Creation, error) {
	return client.Creation{Before: b.Keys[:1], Since: b.since}, kind(client.KindUnconfirmed)
}

func TestShortfall(t *testing.T) {
	for name, tt := range map[string]struct {
		total, unreadable int
		torn              bool
		want              Shortfall
	}{
		"whole":              {2, 0, false, Shortfall{}},
		"no total":           {0, 0, false, Shortfall{}},
		"cut":                {31, 0, false, Shortfall{Shown: 2, Total: 31}},
		"not understood":     {2, 1, false, Shortfall{Unreadable: 1}},
		"both":               {31, 1, false, Shortfall{Shown: 2, Total: 31, Unreadable: 1}},
		"changed on the way": {2, 0, true, Shortfall{Torn: true}},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, "AK1", "AK2")
			f.backend.Total, f.backend.Unreadable, f.backend.Torn = tt.total, tt.unreadable, tt.torn
			check.Must(t, f.keys.Load(t.Context()))
			check.Equal(t, "lacks", f.keys.Shortfall(), tt.want)
			check.Equal(t, "partial", f.keys.Partial(), tt.want != Shortfall{})
		})
	}
}
