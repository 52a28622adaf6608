package history

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// other returns another client of a server, such as that of another window.
func other(t *testing.T, s *demo.Server) *client.Client {
	t.Helper()
	c, err := client.Resume(client.Endpoint{Base: s.Base(), TokenFormat: client.FormatSlash}, s.Credentials(), client.Options{})
	check.Must(t, err)
	t.Cleanup(c.CloseIdleConnections)
	return c
}

// follow returns the keys of a server and lets a desk record their history.
func follow(t *testing.T, d *desk) (*keys.Keys, *demo.Server) {
	t.Helper()
	s, err := demo.Start("", demo.Options{Keys: 4})
	check.Must(t, err)
	t.Cleanup(func() { _ = s.Close() })
	log := slog.New(slog.DiscardHandler)
	k := keys.New(other(t, s), secrets.NewVault(keyring.NewMemory(), secrets.OpenIndex("", log), s.Base()), log, time.Now)
	d.Follow(k)
	return k, s
}

func TestChangesOfKeysAreRecorded(t *testing.T) {
	d := newDesk(t, "")
	k, s := follow(t, d)
	ctx := t.Context()
	check.Must(t, k.Load(ctx))
	id := k.All()[1].ID
	check.Must(t, k.Do(ctx, keys.OpDisable, id))
	made, err := k.Create(ctx)
	check.Must(t, err)
	seen, _ := k.Find(id)
	check.Must(t, other(t, s).Enable(ctx, id))
	w, err := k.Begin(keys.OpDelete, id)
	check.Must(t, err)
	if w.DoAsSeen(ctx, seen) == nil {
		t.Error("a key that was changed elsewhere is deleted")
	}
	b := k.Batch(ctx, keys.OpDisable, []keys.Key{k.All()[1]}, func(keys.Step) {})
	check.Equal(t, "batch", b.AllDone(), true)
	d.flush()
	check.EqualSlices(t, "events", d.brief(), "disable "+id+" done", "create "+made[0]+" done",
		"delete "+id+" failed changed", "elsewhere "+id+" done", "disable "+id+" done")
	check.Equal(t, "user", d.all()[0].User, k.All()[0].UserID)
	check.Equal(t, "base", d.all()[0].Base, s.Base())
}

func TestWhatWasChangedElsewhereIsRecordedOnce(t *testing.T) {
	d := newDesk(t, "")
	k, s := follow(t, d)
	ctx := t.Context()
	check.Must(t, k.Load(ctx))
	all := k.All()
	made, err := other(t, s).Create(ctx, nil)
	check.Must(t, err)
	check.Must(t, other(t, s).Disable(ctx, all[1].ID))
	check.Must(t, other(t, s).Delete(ctx, all[2].ID))
	for range 2 {
		check.Must(t, k.Load(ctx))
	}
	d.flush()
	got := map[string]client.State{}
	for _, e := range d.all() {
		check.Equal(t, "action", e.Action, Elsewhere)
		got[e.KeyID] = e.State
	}
	check.Equal(t, "events", len(d.all()), 3)
	check.Equal(t, "created", got[made.NewIDs[0]], client.StateEnabled)
	check.Equal(t, "disabled", got[all[1].ID], client.StateDisabled)
	check.Equal(t, "deleted", got[all[2].ID], client.StateDeleted)
}

// The list that is stored for the next start may be older than the last change.
func TestWhatWasDoneHereIsNotSomebodyElsesAtTheNextStart(t *testing.T) {
	d := newDesk(t, "")
	k, s := follow(t, d)
	ctx := t.Context()
	check.Must(t, k.Load(ctx))
	d.now = time.Now() // of what is done below
	stale, edition, _ := k.Snapshot(func(keys.Edition) bool { return true })
	check.Must(t, k.Do(ctx, keys.OpDisable, stale[1].ID))
	check.Must(t, other(t, s).Disable(ctx, stale[2].ID))
	d.flush()

	log := slog.New(slog.DiscardHandler)
	next := keys.New(other(t, s), secrets.NewVault(keyring.NewMemory(), secrets.OpenIndex("", log), s.Base()), log, time.Now)
	d.Follow(next)
	next.Restore(stale, edition.ReadAt)
	check.Must(t, next.Load(ctx))
	d.flush()
	check.EqualSlices(t, "events", d.brief(), "disable "+stale[1].ID+" done", "elsewhere "+stale[2].ID+" done")
}

func TestALateAnswerIsRecorded(t *testing.T) {
	d := newDesk(t, "")
	k, s := follow(t, d)
	ctx := t.Context()
	check.Must(t, k.Load(ctx))
	id := k.All()[1].ID
	s.SetFaults(demo.Faults{Match: demo.On("PUT", "/disable"), Drop: true})
	err := k.Do(ctx, keys.OpDisable, id)
	s.SetFaults()
	if err == nil || keys.Uncertain(err) {
		t.Fatalf("the change ended with %v", err)
	}
	check.Must(t, other(t, s).Disable(ctx, id)) // as the request may have that was lost
	check.Must(t, k.Load(ctx))
	d.flush()
	check.EqualSlices(t, "events", d.brief(), "disable "+id+" failed unconfirmed", "disable "+id+" resolved")
}

// another returns the keys of a server as another process has them.
func another(d *desk, b keys.Backend, base string) *keys.Keys {
	log := slog.New(slog.DiscardHandler)
	k := keys.New(b, secrets.NewVault(keyring.NewMemory(), secrets.OpenIndex("", log), base), log, func() time.Time { return d.now })
	d.Follow(k)
	return k
}

func TestTheSameChangeElsewhereAMomentLaterIsRecorded(t *testing.T) {
	d := newDesk(t, "")
	k, s := follow(t, d)
	ctx := t.Context()
	check.Must(t, k.Load(ctx))
	id := k.All()[1].ID
	check.Must(t, k.Do(ctx, keys.OpDisable, id))
	check.Must(t, other(t, s).Enable(ctx, id))
	d.now = d.now.Add(100 * time.Millisecond)
	next := another(d, other(t, s), s.Base())
	check.Must(t, next.Load(ctx))
	check.Must(t, other(t, s).Disable(ctx, id))
	check.Must(t, next.Load(ctx))
	d.flush()
	check.EqualSlices(t, "events", d.brief(), "disable "+id+" done", "elsewhere "+id+" done")
}

// slowly is a server whose lists take a while to come.
type slowly struct {
	keys.Backend
	meanwhile func()
}

func (s *slowly) List(ctx context.Context) (client.Listing, error) {
	list, err := s.Backend.List(ctx)
	s.meanwhile()
	return list, err
}

func TestAChangeHereWhileAListIsUnderWayIsNotSomebodyElses(t *testing.T) {
	d := newDesk(t, "")
	k, s := follow(t, d)
	ctx := t.Context()
	check.Must(t, k.Load(ctx))
	id := k.All()[1].ID
	b := &slowly{Backend: other(t, s), meanwhile: func() {
		check.Must(t, k.Do(ctx, keys.OpDisable, id))
		d.now = d.now.Add(10 * time.Second)
	}}
	next := another(d, b, s.Base())
	check.Must(t, next.Load(ctx))
	b.meanwhile = func() {}
	check.Must(t, next.Load(ctx))
	d.flush()
	check.EqualSlices(t, "events", d.brief(), "disable "+id+" done")
}
