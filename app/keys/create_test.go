package keys

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

// lostCreate is a back end whose answer to a create is lost.
type lostCreate struct {
	*apptest.Backend
	made   []string // what is listed at once
	listed bool     // whether the list can be read afterwards
	next   error
}

func (b *lostCreate) Create(ctx context.Context, _ map[string]bool) (client.Creation, error) {
	var c client.Creation
	err := b.Do(ctx, "create", func() {
		c.Before = slices.Clone(b.Keys)
		b.add(b.made...)
		if b.listed {
			c.After = client.Listing{Keys: slices.Clone(b.Keys), Total: b.Total}
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
		b.Keys = append(b.Keys, client.AccessKey{ID: id, State: client.StateEnabled})
	}
}

func losingCreates(t *testing.T, listed bool) (*fixture, *lostCreate, *[]string) {
	f, told := resolving(t, "AK1")
	b := &lostCreate{Backend: f.backend, listed: listed, next: kind(client.KindUnconfirmed)}
	f.keys.backend = b
	return f, b, told
}

func TestLostCreateIsFoundInTheNextList(t *testing.T) {
	f, b, told := losingCreates(t, false)
	b.made = []string{"NEW"}
	_, err := f.keys.Create(t.Context())
	check.Equal(t, "uncertain", Uncertain(err), true)
	if _, err := f.keys.Create(t.Context()); !errors.Is(err, ErrPending) {
		t.Errorf("a second one before a list was read: %v, want ErrPending", err)
	}
	check.Equal(t, "creates", f.backend.Calls("create"), 1)
	check.Must(t, f.keys.Load(t.Context()))
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told", *told, "NEW create done enabled")
	b.next, b.listed, b.made = nil, true, []string{"NEW2"}
	check.Must(t, check.Second(f.keys.Create(t.Context())))
	check.Equal(t, "told in the end", len(*told), 1)
}

func TestLostCreateThatIsNotListedIsToldOnceAndFoundLater(t *testing.T) {
	f, b, told := losingCreates(t, false)
	_, err := f.keys.Create(t.Context())
	check.Equal(t, "uncertain", Uncertain(err), true)
	f.backend.Fail["list"] = kind(client.KindServer)
	check.Equal(t, "list", client.KindOf(f.keys.Load(t.Context())), client.KindServer)
	check.Equal(t, "told by no list", len(*told), 0)
	delete(f.backend.Fail, "list")
	check.Must(t, f.keys.Load(t.Context()))
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told", *told, " create not-done ")

	b.next, b.listed, b.made = nil, true, []string{"NEW2"}
	check.Must(t, check.Second(f.keys.Create(t.Context()))) // which is its own
	check.Equal(t, "told", len(*told), 1)
	b.add("NEW")
	check.Must(t, f.keys.Load(t.Context()))
	b.add("OTHER") // somebody else's
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told in the end", *told, " create not-done ", "NEW create done enabled")
}

func TestLostCreateAfterWhichTheListWasReadIsNotUncertain(t *testing.T) {
	f, b, told := losingCreates(t, true)
	_, err := f.keys.Create(t.Context())
	var lost *UnacknowledgedError
	if !errors.As(err, &lost) || !lost.Read || Uncertain(err) {
		t.Errorf("got %#v", err)
	}
	check.Must(t, f.keys.Load(t.Context()))
	check.Equal(t, "told", len(*told), 0)
	b.add("NEW")
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told", *told, "NEW create done enabled")
}

func TestCreatedKeyThatIsListedLateIsFound(t *testing.T) {
	f, b, told := losingCreates(t, true)
	b.next = nil
	ids, err := f.keys.Create(t.Context())
	check.Must(t, err)
	check.Equal(t, "new", len(ids), 0)
	b.add("NEW")
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told", *told, "NEW create done enabled")
}

func TestListDuringCreateTellsNothingOfItsKey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, b, told := losingCreates(t, true)
		check.Equal(t, "failed", f.create() != nil, true)
		b.next, b.made = nil, []string{"NEW2"}
		release := f.backend.Hold("create")
		wait := check.Background(f.create)
		check.Must(t, f.keys.Load(t.Context()))
		release()
		check.Must(t, wait())
		check.Equal(t, "told", len(*told), 0)
	})
}

func TestCreateThatBringsTwoKeysEndsTheLooking(t *testing.T) {
	f, b, told := losingCreates(t, true)
	check.Equal(t, "failed", f.create() != nil, true)
	b.next, b.made = nil, []string{"NEW1", "NEW2"}
	check.Must(t, f.create())
	b.add("OTHER")
	check.Must(t, f.keys.Load(t.Context()))
	check.Equal(t, "told", len(*told), 0)
}

func (f *fixture) create() error { return check.Second(f.keys.Create(f.Context())) }
