package keys

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/secrets"
	"accesskeys/client"
)

// fixture is a list of keys over a fake server and a fake keyring.
type fixture struct {
	*testing.T
	backend *apptest.Backend
	store   *apptest.Store
	index   *secrets.Index
	vault   *secrets.Vault
	keys    *Keys
}

func newFixture(t *testing.T, ids ...string) *fixture {
	log := slog.New(slog.DiscardHandler)
	b := &fixture{T: t, backend: apptest.NewBackend(ids...), store: apptest.NewStore(),
		index: secrets.OpenIndex(filepath.Join(t.TempDir(), "vault.json"), log)}
	b.vault = secrets.NewVault(b.store, b.index, b.backend.Endpoint().Base)
	b.keys = New(b.backend, b.vault, log, time.Now)
	return b
}

// loaded is a fixture whose list is read.
func loaded(t *testing.T, ids ...string) *fixture {
	b := newFixture(t, ids...)
	check.Must(t, b.keys.Load(t.Context()))
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
	check.Equal(t, "loaded before", b.keys.Loaded(), false)
	check.Must(t, b.keys.Load(t.Context()))
	check.Equal(t, "loaded after", b.keys.Loaded(), true)
	var ids, own []string
	for _, k := range b.keys.All() {
		ids = append(ids, k.ID)
		if k.Own {
			own = append(own, k.ID)
		}
	}
	check.EqualSlices(t, "IDs", ids, "AK2", "AK1", "AK3")
	check.EqualSlices(t, "own", own, "AK1")
}

func TestFailedLoadKeepsTheList(t *testing.T) {
	b := loaded(t, "AK1")
	b.backend.Fail["list"] = &client.Error{Kind: client.KindServer}
	check.Equal(t, "kind", client.KindOf(b.keys.Load(t.Context())), client.KindServer)
	check.Equal(t, "keys", len(b.keys.All()), 1)
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
			check.Must(t, test.act(b))
			check.Equal(t, "state", b.state("AK2"), test.want)
			check.Equal(t, "the other's state", b.state("AK1"), client.StateEnabled)
			check.Equal(t, "lists", b.backend.Calls("list"), 1)
		})
	}
}

func TestFailedChangeChangesNothing(t *testing.T) {
	b := loaded(t, "AK1")
	b.backend.Fail["disable"] = &client.Error{Kind: client.KindRefused}
	check.Equal(t, "kind", client.KindOf(b.keys.Do(t.Context(), OpDisable, "AK1")), client.KindRefused)
	k, _ := b.keys.Find("AK1")
	check.Equal(t, "state", k.State, client.StateEnabled)
	check.Equal(t, "busy", k.Busy, "")
}

func TestKeyBeingWorkedOnIsLeftAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		release := b.backend.Hold("disable")
		wait := check.Background(func() error { return b.keys.Do(t.Context(), OpDisable, "AK1") })
		k, _ := b.keys.Find("AK1")
		check.Equal(t, "busy", k.Busy, OpDisable)
		for name, err := range map[string]error{
			"enable": b.keys.Do(t.Context(), OpEnable, "AK1"),
			"delete": b.keys.Do(t.Context(), OpDelete, "AK1"),
			"reveal": check.Second(b.keys.Reveal(t.Context(), "AK1")),
		} {
			if !errors.Is(err, ErrBusy) {
				t.Errorf("%s: %v, want ErrBusy", name, err)
			}
		}
		check.Must(t, b.keys.Do(t.Context(), OpDisable, "AK2"))
		release()
		check.Must(t, wait())
		k, _ = b.keys.Find("AK1")
		check.Equal(t, "busy afterwards", k.Busy, "")
	})
}

func TestOnlyOneCreateAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1")
		release := b.backend.Hold("create")
		wait := check.Background(func() error { return check.Second(b.keys.Create(t.Context())) })
		if _, err := b.keys.Create(t.Context()); !errors.Is(err, ErrBusy) {
			t.Errorf("got %v, want ErrBusy", err)
		}
		release()
		check.Must(t, wait())
		check.Equal(t, "keys made", b.backend.Calls("create"), 1)
		check.Must(t, check.Second(b.keys.Create(t.Context())))
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
			b.backend.Fail["delete"] = &client.Error{Kind: client.KindNotFound}
			b.drop("AK1")
			return b.keys.Do(b.Context(), OpDelete, "AK1")
		}, "AK1", "not listed"},
		{"create", func(b *fixture) error { return check.Second(b.keys.Create(b.Context())) }, "NEW", client.StateEnabled},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b := loaded(t, "AK1")
				release := b.backend.Hold("list")
				wait := check.Background(func() error { return b.keys.Load(t.Context()) })
				check.Must(t, test.act(b))
				release()
				check.Must(t, wait())
				check.Equal(t, "state", b.state(test.id), test.state)
			})
		})
	}
}

// slowCreate is a back end that takes its time before it makes a key.
type slowCreate struct {
	*apptest.Backend
	gate chan struct{}
}

func (b slowCreate) Create(ctx context.Context, known map[string]bool) (client.Creation, error) {
	<-b.gate
	return b.Backend.Create(ctx, known)
}

// A list that was asked for during Create may have been made before the key was.
func TestListDuringCreateDoesNotHideTheNewKey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1")
		slow := slowCreate{b.backend, make(chan struct{})}
		b.keys.backend = slow
		create := check.Background(func() error { return check.Second(b.keys.Create(t.Context())) })
		release := b.backend.Hold("list")
		list := check.Background(func() error { return b.keys.Load(t.Context()) })
		close(slow.gate)
		check.Must(t, create())
		release()
		check.Must(t, list())
		check.Equal(t, "new key", b.state("NEW"), client.StateEnabled)
	})
}

// The list that Create brings is as old as Create, which another change may have overtaken.
func TestCreateDoesNotUndoAChange(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1")
		release := b.backend.Hold("create")
		wait := check.Background(func() error { return check.Second(b.keys.Create(t.Context())) })
		check.Must(t, b.keys.Do(t.Context(), OpDisable, "AK1"))
		release()
		check.Must(t, wait())
		check.Equal(t, "old key", b.state("AK1"), client.StateDisabled)
		check.Equal(t, "new key", b.state("NEW"), client.StateEnabled)
	})
}

func TestLaterListTellsWhatOthersDid(t *testing.T) {
	b := loaded(t, "AK1")
	check.Must(t, b.keys.Do(t.Context(), OpDisable, "AK1"))
	b.backend.Set("AK1", client.StateEnabled) // from another machine
	check.Must(t, b.keys.Load(t.Context()))
	check.Equal(t, "state", b.state("AK1"), client.StateEnabled)
}

func TestOfTwoListsTheYoungerStays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1")
		release := b.backend.Hold("list")
		wait := check.Background(func() error { return b.keys.Load(t.Context()) })
		b.backend.Set("AK1", client.StateExpired)
		check.Must(t, b.keys.Load(t.Context()))
		release()
		check.Must(t, wait())
		check.Equal(t, "state", b.state("AK1"), client.StateExpired)
	})
}

func TestKeyNoLongerListed(t *testing.T) {
	b := loaded(t, "AK1")
	for name, err := range map[string]error{
		"disable": b.keys.Do(t.Context(), OpDisable, "AK9"),
		"delete":  b.keys.Do(t.Context(), OpDelete, "AK9"),
		"reveal":  check.Second(b.keys.Reveal(t.Context(), "AK9")),
	} {
		if !errors.Is(err, ErrNotListed) || client.KindOf(err) != client.KindNotFound {
			t.Errorf("%s: %v, want ErrNotListed of KindNotFound", name, err)
		}
	}
	check.Equal(t, "requests", b.backend.Calls("disable")+b.backend.Calls("delete")+b.backend.Calls("get"), 0)
}

// A key that vanishes from the list while it is worked on must not come back.
func TestKeyGoneWhileWorkedOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		release := b.backend.Hold("disable")
		wait := check.Background(func() error { return b.keys.Do(t.Context(), OpDisable, "AK2") })
		b.backend.Keys = b.backend.Keys[:1]
		check.Must(t, b.keys.Load(t.Context()))
		release()
		check.Must(t, wait())
		check.Equal(t, "state", b.state("AK2"), "not listed")
		check.Equal(t, "keys", len(b.keys.All()), 1)
	})
}

func TestDeleteOfWhatIsGoneDropsIt(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	check.Must(t, b.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{}, apptest.Always))
	b.backend.Fail["delete"] = &client.Error{Kind: client.KindNotFound}
	b.drop("AK2")
	check.Must(t, b.keys.Do(t.Context(), OpDelete, "AK2"))
	check.Equal(t, "state", b.state("AK2"), "not listed")
	check.EqualSlices(t, "keyring", b.store.Names())
}

func TestOnChangeTellsOfEveryStep(t *testing.T) {
	b := newFixture(t, "AK1")
	var seen []string
	look := func() {
		k, ok := b.keys.Find("AK1")
		if !ok {
			t.Fatal("told before the key was listed")
		}
		seen = append(seen, string(k.State)+" "+string(k.Busy))
	}
	b.keys.Changed.Subscribe(func(struct{}) { look() })
	b.keys.Busied.Subscribe(func(string) { look() })
	check.Must(t, b.keys.Load(t.Context()))
	check.Must(t, b.keys.Do(t.Context(), OpDisable, "AK1"))
	check.EqualSlices(t, "seen", seen, "enabled ", "enabled disable", "disabled ")
}

// The window arranges the whole list when that has changed, which takes a while with many keys.
func TestRevealingTellsOnlyThatTheKeyIsBusy(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	var told []string
	b.keys.Changed.Subscribe(func(struct{}) { told = append(told, "the list has changed") })
	b.keys.Busied.Subscribe(func(id string) {
		k, _ := b.keys.Find(id)
		told = append(told, id+" "+string(k.Busy))
	})
	_, err := b.keys.Reveal(t.Context(), "AK2")
	check.Must(t, err)
	check.EqualSlices(t, "told", told, "AK2 reveal", "AK2 ")
}

func TestAllIsACopy(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	all := b.keys.All()
	slices.Reverse(all)
	all[0].State = client.StateDeleted
	check.Equal(t, "first", b.keys.All()[0].ID, "AK1")
	check.Equal(t, "state", b.state("AK2"), client.StateEnabled)
}

func TestBegunKeyIsBusyUntilItsWorkIsDone(t *testing.T) {
	f := loaded(t, "AK2")
	w, err := f.keys.Begin(OpDisable, "AK2")
	check.Must(t, err)
	k, _ := f.keys.Find("AK2")
	check.Equal(t, "busy", k.Busy, OpDisable)
	if _, err := f.keys.Begin(OpDelete, "AK2"); !errors.Is(err, ErrBusy) {
		t.Errorf("another operation begins: %v", err)
	}
	check.Must(t, w.Do(t.Context()))
	k, _ = f.keys.Find("AK2")
	check.Equal(t, "busy", k.Busy, "")
	check.Equal(t, "state", k.State, client.StateDisabled)
}

func TestAChangeTakesOverFromAFetch(t *testing.T) {
	f := loaded(t, "AK2")
	reveal, err := f.keys.Begin(OpReveal, "AK2")
	check.Must(t, err)
	disable, err := f.keys.Begin(OpDisable, "AK2")
	check.Must(t, err)
	_, err = reveal.Reveal(t.Context())
	check.Must(t, err)
	if _, err := f.keys.Begin(OpReveal, "AK2"); !errors.Is(err, ErrBusy) {
		t.Errorf("a fetch begins during the change: %v", err)
	}
	check.Must(t, disable.Do(t.Context()))
	k, _ := f.keys.Find("AK2")
	check.Equal(t, "busy", k.Busy, "")
	check.Equal(t, "state", k.State, client.StateDisabled)
}

func TestBegunWorkDoesNothingOnceTheSessionIsLeft(t *testing.T) {
	f := loaded(t, "AK2", "AK3")
	disable, err := f.keys.Begin(OpDisable, "AK2")
	check.Must(t, err)
	reveal, err := f.keys.Begin(OpReveal, "AK3")
	check.Must(t, err)
	locked := 0
	f.keys.Retire(func() { locked++ })
	if err := disable.Do(t.Context()); !errors.Is(err, ErrSignedOut) {
		t.Errorf("disable: %v", err)
	}
	if _, err := reveal.Reveal(t.Context()); !errors.Is(err, ErrSignedOut) {
		t.Errorf("reveal: %v", err)
	}
	check.Equal(t, "calls", f.backend.Calls("disable")+f.backend.Calls("get"), 0)
	if locked == 0 {
		t.Error("what was retired does not end")
	}
}
