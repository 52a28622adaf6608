package app

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"

	"accesskeys/client"
)

// lostCreate is a back end whose answer to a create is lost.
type lostCreate struct {
	*fakeBackend
	made   []string // what is listed at once
	listed bool     // whether the list can be read afterwards
	next   error
}

func (b *lostCreate) Create(ctx context.Context) (client.Creation, error) {
	var c client.Creation
	err := b.do(ctx, "create", func() {
		c.Before = slices.Clone(b.keys)
		b.add(b.made...)
		if b.listed {
			c.After = client.Listing{Keys: slices.Clone(b.keys), Total: b.total}
			c.NewIDs = b.made
		}
	})
	if err == nil {
		err = b.next
	}
	return c, err
}

// add has the server list keys. b.mu is held.
func (b *lostCreate) add(ids ...string) {
	for _, id := range ids {
		b.keys = append(b.keys, client.AccessKey{ID: id, State: client.StateEnabled})
	}
}

func losingCreates(t *testing.T, listed bool) (*fixture, *lostCreate, *[]string) {
	f, told := settling(t, "AK1")
	b := &lostCreate{fakeBackend: f.backend, listed: listed, next: kind(client.KindUnconfirmed)}
	f.keys.backend = b
	return f, b, told
}

func TestLostCreateIsFoundInTheNextList(t *testing.T) {
	f, b, told := losingCreates(t, false)
	b.made = []string{"NEW"}
	_, err := f.keys.Create(t.Context())
	equal(t, "uncertain", Uncertain(err), true)
	if _, err := f.keys.Create(t.Context()); !errors.Is(err, ErrPending) {
		t.Errorf("a second one before a list was read: %v, want ErrPending", err)
	}
	equal(t, "creates", f.backend.calls("create"), 1)
	must(t, f.keys.Load(t.Context()))
	must(t, f.keys.Load(t.Context()))
	equalSlices(t, "told", *told, "NEW create done enabled")
	b.next, b.listed, b.made = nil, true, []string{"NEW2"}
	must(t, second(f.keys.Create(t.Context())))
	equal(t, "told in the end", len(*told), 1)
}

func TestLostCreateThatIsNotListedIsToldOnceAndFoundLater(t *testing.T) {
	f, b, told := losingCreates(t, false)
	_, err := f.keys.Create(t.Context())
	equal(t, "uncertain", Uncertain(err), true)
	f.backend.fail["list"] = kind(client.KindServer)
	equal(t, "list", client.KindOf(f.keys.Load(t.Context())), client.KindServer)
	equal(t, "told by no list", len(*told), 0)
	delete(f.backend.fail, "list")
	must(t, f.keys.Load(t.Context()))
	must(t, f.keys.Load(t.Context()))
	equalSlices(t, "told", *told, " create not-done ")

	b.next, b.listed, b.made = nil, true, []string{"NEW2"}
	must(t, second(f.keys.Create(t.Context()))) // which is its own
	equal(t, "told", len(*told), 1)
	b.add("NEW")
	must(t, f.keys.Load(t.Context()))
	b.add("OTHER") // somebody else's
	must(t, f.keys.Load(t.Context()))
	equalSlices(t, "told in the end", *told, " create not-done ", "NEW create done enabled")
}

func TestLostCreateAfterWhichTheListWasReadIsNotUncertain(t *testing.T) {
	f, b, told := losingCreates(t, true)
	_, err := f.keys.Create(t.Context())
	var lost *LostError
	if !errors.As(err, &lost) || !lost.Read || Uncertain(err) {
		t.Errorf("got %#v", err)
	}
	must(t, f.keys.Load(t.Context()))
	equal(t, "told", len(*told), 0)
	b.add("NEW")
	must(t, f.keys.Load(t.Context()))
	equalSlices(t, "told", *told, "NEW create done enabled")
}

func TestCreatedKeyThatIsListedLateIsFound(t *testing.T) {
	f, b, told := losingCreates(t, true)
	b.next = nil
	ids, err := f.keys.Create(t.Context())
	must(t, err)
	equal(t, "new", len(ids), 0)
	b.add("NEW")
	must(t, f.keys.Load(t.Context()))
	equalSlices(t, "told", *told, "NEW create done enabled")
}

func TestListDuringCreateTellsNothingOfItsKey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, b, told := losingCreates(t, true)
		equal(t, "failed", f.create() != nil, true)
		b.next, b.made = nil, []string{"NEW2"}
		release := f.backend.hold("create")
		wait := background(f.create)
		must(t, f.keys.Load(t.Context()))
		release()
		must(t, wait())
		equal(t, "told", len(*told), 0)
	})
}

func TestCreateThatBringsTwoKeysEndsTheLooking(t *testing.T) {
	f, b, told := losingCreates(t, true)
	equal(t, "failed", f.create() != nil, true)
	b.next, b.made = nil, []string{"NEW1", "NEW2"}
	must(t, f.create())
	b.add("OTHER")
	must(t, f.keys.Load(t.Context()))
	equal(t, "told", len(*told), 0)
}

func (f *fixture) create() error { return second(f.keys.Create(f.Context())) }
