package app

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/client"
)

// fixture is a list of keys over a fake server and a fake keyring.
type fixture struct {
	*testing.T
	backend *fakeBackend
	store   *fakeStore
	vault   *vault
	keys    *Keys
}

func newFixture(t *testing.T, ids ...string) *fixture {
	log := slog.New(slog.DiscardHandler)
	b := &fixture{T: t, backend: newFakeBackend(ids...), store: newFakeStore()}
	b.vault = newVault(b.store, newIndex(filepath.Join(t.TempDir(), "vault.json"), log), b.backend.Endpoint().Base)
	b.keys = newKeys(b.backend, b.vault, log, time.Now)
	return b
}

// loaded is a fixture whose list is read.
func loaded(t *testing.T, ids ...string) *fixture {
	b := newFixture(t, ids...)
	must(t, b.keys.Load(t.Context()))
	return b
}

func (b *fixture) state(id string) client.State {
	k, ok := b.keys.Find(id)
	if !ok {
		return "not listed"
	}
	return k.State
}

func TestLoadListsInTheServersOrder(t *testing.T) {
	b := newFixture(t, "AK2", "AK1", "AK3")
	equal(t, "loaded before", b.keys.Loaded(), false)
	must(t, b.keys.Load(t.Context()))
	equal(t, "loaded after", b.keys.Loaded(), true)
	var ids, own []string
	for _, k := range b.keys.All() {
		ids = append(ids, k.ID)
		if k.Own {
			own = append(own, k.ID)
		}
	}
	equalSlices(t, "IDs", ids, "AK2", "AK1", "AK3")
	equalSlices(t, "own", own, "AK1")
}

func TestFailedLoadKeepsTheList(t *testing.T) {
	b := loaded(t, "AK1")
	b.backend.fail["list"] = &client.Error{Kind: client.KindServer}
	equal(t, "kind", client.KindOf(b.keys.Load(t.Context())), client.KindServer)
	equal(t, "keys", len(b.keys.All()), 1)
}

func TestChangesShowAtOnce(t *testing.T) {
	tests := []struct {
		name string
		act  func(*fixture) error
		want client.State
	}{
		{"disable", func(b *fixture) error { return b.keys.Do(b.Context(), OpDisable, "AK2") }, client.StateDisabled},
		{"enable", func(b *fixture) error { return b.keys.Do(b.Context(), OpEnable, "AK2") }, client.StateEnabled},
		{"delete", func(b *fixture) error { return b.keys.Do(b.Context(), OpDelete, "AK2") }, client.StateDeleted},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := loaded(t, "AK1", "AK2")
			must(t, test.act(b))
			equal(t, "state", b.state("AK2"), test.want)
			equal(t, "the other's state", b.state("AK1"), client.StateEnabled)
			equal(t, "lists", b.backend.calls("list"), 1)
		})
	}
}

func TestFailedChangeChangesNothing(t *testing.T) {
	b := loaded(t, "AK1")
	b.backend.fail["disable"] = &client.Error{Kind: client.KindRefused}
	equal(t, "kind", client.KindOf(b.keys.Do(t.Context(), OpDisable, "AK1")), client.KindRefused)
	k, _ := b.keys.Find("AK1")
	equal(t, "state", k.State, client.StateEnabled)
	equal(t, "busy", k.Busy, "")
}

func TestKeyBeingWorkedOnIsLeftAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		release := b.backend.hold("disable")
		wait := background(func() error { return b.keys.Do(t.Context(), OpDisable, "AK1") })
		k, _ := b.keys.Find("AK1")
		equal(t, "busy", k.Busy, OpDisable)
		for name, err := range map[string]error{
			"enable": b.keys.Do(t.Context(), OpEnable, "AK1"),
			"delete": b.keys.Do(t.Context(), OpDelete, "AK1"),
			"reveal": second(b.keys.Reveal(t.Context(), "AK1")),
		} {
			if !errors.Is(err, ErrBusy) {
				t.Errorf("%s: %v, want ErrBusy", name, err)
			}
		}
		must(t, b.keys.Do(t.Context(), OpDisable, "AK2"))
		release()
		must(t, wait())
		k, _ = b.keys.Find("AK1")
		equal(t, "busy afterwards", k.Busy, "")
	})
}

func TestOnlyOneCreateAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1")
		release := b.backend.hold("create")
		wait := background(func() error { return second(b.keys.Create(t.Context())) })
		if _, err := b.keys.Create(t.Context()); !errors.Is(err, ErrBusy) {
			t.Errorf("got %v, want ErrBusy", err)
		}
		release()
		must(t, wait())
		equal(t, "keys made", b.backend.calls("create"), 1)
		must(t, second(b.keys.Create(t.Context())))
	})
}

// A list that was asked for before a change ended must not bring the old state back.
func TestListUnderWayDoesNotUndoAChange(t *testing.T) {
	tests := []struct {
		name  string
		act   func(*fixture) error
		id    string
		state client.State
	}{
		{"disable", func(b *fixture) error { return b.keys.Do(b.Context(), OpDisable, "AK1") }, "AK1", client.StateDisabled},
		{"delete", func(b *fixture) error { return b.keys.Do(b.Context(), OpDelete, "AK1") }, "AK1", client.StateDeleted},
		{"delete what is gone", func(b *fixture) error {
			b.backend.fail["delete"] = &client.Error{Kind: client.KindNotFound}
			b.drop("AK1")
			return b.keys.Do(b.Context(), OpDelete, "AK1")
		}, "AK1", "not listed"},
		{"create", func(b *fixture) error { return second(b.keys.Create(b.Context())) }, "NEW", client.StateEnabled},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b := loaded(t, "AK1")
				release := b.backend.hold("list")
				wait := background(func() error { return b.keys.Load(t.Context()) })
				must(t, test.act(b))
				release()
				must(t, wait())
				equal(t, "state", b.state(test.id), test.state)
			})
		})
	}
}

// slowCreate is a back end that takes its time before it makes a key.
type slowCreate struct {
	*fakeBackend
	gate chan struct{}
}

func (b slowCreate) Create(ctx context.Context) (client.Creation, error) {
	<-b.gate
	return b.fakeBackend.Create(ctx)
}

// A list that was asked for during Create may have been made before the key was.
func TestListDuringCreateDoesNotHideTheNewKey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1")
		slow := slowCreate{b.backend, make(chan struct{})}
		b.keys.backend = slow
		create := background(func() error { return second(b.keys.Create(t.Context())) })
		release := b.backend.hold("list")
		list := background(func() error { return b.keys.Load(t.Context()) })
		close(slow.gate)
		must(t, create())
		release()
		must(t, list())
		equal(t, "new key", b.state("NEW"), client.StateEnabled)
	})
}

// The list that Create brings is as old as Create, which another change may have overtaken.
func TestCreateDoesNotUndoAChange(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1")
		release := b.backend.hold("create")
		wait := background(func() error { return second(b.keys.Create(t.Context())) })
		must(t, b.keys.Do(t.Context(), OpDisable, "AK1"))
		release()
		must(t, wait())
		equal(t, "old key", b.state("AK1"), client.StateDisabled)
		equal(t, "new key", b.state("NEW"), client.StateEnabled)
	})
}

func TestLaterListTellsWhatOthersDid(t *testing.T) {
	b := loaded(t, "AK1")
	must(t, b.keys.Do(t.Context(), OpDisable, "AK1"))
	b.backend.set("AK1", client.StateEnabled) // from another machine
	must(t, b.keys.Load(t.Context()))
	equal(t, "state", b.state("AK1"), client.StateEnabled)
}

func TestOfTwoListsTheYoungerStays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1")
		release := b.backend.hold("list")
		wait := background(func() error { return b.keys.Load(t.Context()) })
		b.backend.set("AK1", client.StateExpired)
		must(t, b.keys.Load(t.Context()))
		release()
		must(t, wait())
		equal(t, "state", b.state("AK1"), client.StateExpired)
	})
}

func TestKeyNoLongerListed(t *testing.T) {
	b := loaded(t, "AK1")
	for name, err := range map[string]error{
		"disable": b.keys.Do(t.Context(), OpDisable, "AK9"),
		"delete":  b.keys.Do(t.Context(), OpDelete, "AK9"),
		"reveal":  second(b.keys.Reveal(t.Context(), "AK9")),
	} {
		if !errors.Is(err, ErrNotListed) || client.KindOf(err) != client.KindNotFound {
			t.Errorf("%s: %v, want ErrNotListed of KindNotFound", name, err)
		}
	}
	equal(t, "requests", b.backend.calls("disable")+b.backend.calls("delete")+b.backend.calls("get"), 0)
}

// A key that vanishes from the list while it is worked on must not come back.
func TestKeyGoneWhileWorkedOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		release := b.backend.hold("disable")
		wait := background(func() error { return b.keys.Do(t.Context(), OpDisable, "AK2") })
		b.backend.keys = b.backend.keys[:1]
		must(t, b.keys.Load(t.Context()))
		release()
		must(t, wait())
		equal(t, "state", b.state("AK2"), "not listed")
		equal(t, "keys", len(b.keys.All()), 1)
	})
}

func TestDeleteOfWhatIsGoneDropsIt(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	must(t, b.vault.Put(t.Context(), "AK2", secretOf("AK2"), entry{}, always))
	b.backend.fail["delete"] = &client.Error{Kind: client.KindNotFound}
	b.drop("AK2")
	must(t, b.keys.Do(t.Context(), OpDelete, "AK2"))
	equal(t, "state", b.state("AK2"), "not listed")
	equalSlices(t, "keyring", b.store.names())
}

func TestOnChangeTellsOfEveryStep(t *testing.T) {
	b := newFixture(t, "AK1")
	var seen []string
	b.keys.OnChange(func() {
		k, ok := b.keys.Find("AK1")
		if !ok {
			t.Fatal("told before the key was listed")
		}
		seen = append(seen, string(k.State)+" "+string(k.Busy))
	})
	must(t, b.keys.Load(t.Context()))
	must(t, b.keys.Do(t.Context(), OpDisable, "AK1"))
	equalSlices(t, "seen", seen, "enabled ", "enabled disable", "disabled ")
}

func TestAllIsACopy(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	all := b.keys.All()
	slices.Reverse(all)
	all[0].State = client.StateDeleted
	equal(t, "first", b.keys.All()[0].ID, "AK1")
	equal(t, "state", b.state("AK2"), client.StateEnabled)
}
