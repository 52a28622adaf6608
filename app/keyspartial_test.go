package app

import (
	"errors"
	"testing"

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
			f.keys.OnDoubt(func(Doubt) { t.Error("the list is doubted") })

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
