package app

import (
	"context"
	"errors"
	"testing"
	"time"

	"accesskeys/client"
)

// TestPartialListForgetsNothing has lists that lack keys follow a whole one: nothing counts as deleted.
func TestPartialListForgetsNothing(t *testing.T) {
	for name, cut := range map[string]func(b *fakeBackend){
		"fewer than the total": func(b *fakeBackend) { b.total = 31 },
		"one not understood":   func(b *fakeBackend) { b.unreadable = 1 },
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, "AK1", "AK2", "AK3")
			must(t, f.keys.Load(t.Context()))
			r, err := f.keys.Reveal(t.Context(), "AK3")
			must(t, err)
			f.keys.Keep(t.Context(), "AK3", r)
			f.keys.mu.Lock()
			f.keys.pending["AK3"] = pending{op: OpDelete, at: f.keys.clock}
			f.keys.mu.Unlock()
			settled := 0
			f.keys.OnSettled(func(Settled) { settled++ })

			f.backend.keys = f.backend.keys[1:2] // the session's own is missing, too
			cut(f.backend)
			must(t, f.keys.Load(t.Context()))
			equalSlices(t, "kept", stored(t, f.keys.vault), "AK3")
			equal(t, "settled", settled, 0)
			equal(t, "partial", f.keys.Partial(), true)
			if err := f.keys.Disable(t.Context(), "AK1"); !errors.Is(err, ErrUnseen) {
				t.Errorf("disabling what is not shown: %v", err)
			}

			f.backend.total, f.backend.unreadable = 0, 0
			f.backend.keys = []client.AccessKey{{ID: "AK1", State: client.StateEnabled}, {ID: "AK2", State: client.StateEnabled}}
			must(t, f.keys.Load(t.Context()))
			equalSlices(t, "kept after a whole list", stored(t, f.keys.vault))
			equal(t, "settled by a whole list", settled, 1)
		})
	}
}

func TestUnreadableKeyIsLeftAlone(t *testing.T) {
	f := newFixture(t, "AK1", "AK2")
	f.backend.keys[1].State = client.StateUnreadable
	f.backend.unreadable = 1
	must(t, f.keys.Load(t.Context()))
	_, revealed := f.keys.Reveal(t.Context(), "AK2")
	for _, err := range []error{f.keys.Delete(t.Context(), "AK2"), f.keys.Disable(t.Context(), "AK2"), revealed} {
		if !errors.Is(err, ErrUnreadable) {
			t.Errorf("got %v", err)
		}
	}
	k, _ := f.keys.Find("AK2")
	equal(t, "skip", SkipOf(OpDelete, k, true), SkipUnreadable)
}

// TestPartialListSettlesWhatItShows has changes whose answers were lost be followed by a list that lacks keys: only
// what is in it as it should be is known then.
func TestPartialListSettlesWhatItShows(t *testing.T) {
	f, told := settling(t, "AK1", "AK2", "AK3", "AK4")
	f.keys.mu.Lock()
	for _, id := range []string{"AK2", "AK3", "AK4"} {
		f.keys.pending[id] = pending{op: OpDisable, at: f.keys.clock}
	}
	f.keys.mu.Unlock()
	f.backend.set("AK2", client.StateDisabled)
	f.backend.keys = f.backend.keys[:3] // AK3 is as it was, and AK4 is not shown
	f.backend.total = 4
	must(t, f.keys.Load(t.Context()))
	equalSlices(t, "told", *told, "AK2 disable done disabled")
	f.backend.keys = append(f.backend.keys, client.AccessKey{ID: "AK4", State: client.StateEnabled})
	must(t, f.keys.Load(t.Context()))
	equalSlices(t, "told by the whole list", (*told)[1:], "AK3 disable not-done enabled", "AK4 disable not-done enabled")
}

// TestPartialListsDoNotBlockNew has the answer to a create be lost where the server always cuts its list.
func TestPartialListsDoNotBlockNew(t *testing.T) {
	f, b, told := losingCreates(t, false)
	f.backend.total = 31
	b.made = nil
	equal(t, "uncertain", Uncertain(f.create()), true)
	if err := f.create(); !errors.Is(err, ErrPending) {
		t.Errorf("before any list: %v, want ErrPending", err)
	}
	must(t, f.keys.Load(t.Context()))
	b.next, b.listed, b.made = nil, true, []string{"NEW2"}
	must(t, f.create())
	equal(t, "told", len(*told), 0)
	f.backend.total = 0
	must(t, f.keys.Load(t.Context()))
	equalSlices(t, "told by a whole list", *told, " create not-done ")
}

// TestKeyFromBeyondTheCutIsNotTheLostOne has the list before a create lack keys that a list after it has.
func TestKeyFromBeyondTheCutIsNotTheLostOne(t *testing.T) {
	f, told := settling(t, "AK1")
	b := &cutCreate{fakeBackend: f.backend, since: time.Now()}
	f.keys.backend = b
	equal(t, "uncertain", Uncertain(f.create()), true)
	f.backend.keys = append(f.backend.keys,
		client.AccessKey{ID: "OLD", State: client.StateEnabled, CreatedAt: b.since.Add(-time.Hour)},
		client.AccessKey{ID: "NEW", State: client.StateEnabled, CreatedAt: b.since.Add(time.Second)})
	must(t, f.keys.Load(t.Context()))
	equalSlices(t, "told", *told, "NEW create done enabled")
}

// cutCreate is a back end whose list lacks keys, and which loses the answer to a create.
type cutCreate struct {
	*fakeBackend
	since time.Time
}

func (b *cutCreate) Create(context.Context) (client.Creation, error) {
	return client.Creation{Before: b.keys[:1], Since: b.since}, kind(client.KindUnconfirmed)
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
			f.backend.total, f.backend.unreadable, f.backend.torn = tt.total, tt.unreadable, tt.torn
			must(t, f.keys.Load(t.Context()))
			equal(t, "lacks", f.keys.Shortfall(), tt.want)
			equal(t, "partial", f.keys.Partial(), tt.want != Shortfall{})
		})
	}
}
