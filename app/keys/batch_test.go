package keys

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/client"
	"accesskeys/client/route"
)

// scriptedBackend is a server that treats each change of a key as script says.
type scriptedBackend struct {
	*apptest.Backend
	did    []string
	script func(ctx context.Context, call string, act func()) error
}

func (b *scriptedBackend) Enable(ctx context.Context, id string) error {
	return b.change(ctx, "enable "+id, id, client.StateEnabled)
}
func (b *scriptedBackend) Disable(ctx context.Context, id string) error {
	return b.change(ctx, "disable "+id, id, client.StateDisabled)
}
func (b *scriptedBackend) Delete(ctx context.Context, id string) error {
	return b.change(ctx, "delete "+id, id, client.StateDeleted)
}

func (b *scriptedBackend) change(ctx context.Context, call, id string, to client.State) error {
	b.did = append(b.did, call)
	if b.IsLocked() {
		return &client.Error{Kind: client.KindLocked}
	}
	act := func() {
		b.Mu.Lock()
		defer b.Mu.Unlock()
		b.Set(id, to)
	}
	return b.script(ctx, call, act)
}

func (b *scriptedBackend) Read(ctx context.Context, id string) (client.AccessKey, error) {
	if b.IsLocked() {
		return client.AccessKey{}, &client.Error{Kind: client.KindLocked}
	}
	return b.Backend.Read(ctx, id)
}

func (b *scriptedBackend) List(ctx context.Context) (client.Listing, error) {
	if b.IsLocked() {
		return client.Listing{}, &client.Error{Kind: client.KindLocked}
	}
	return b.Backend.List(ctx)
}

// batchFixture is a fixture whose list is read, and whose server obeys except as fail says.
func batchFixture(t *testing.T, fail map[string]error, ids ...string) (*fixture, *scriptedBackend) {
	f := loaded(t, ids...)
	s := &scriptedBackend{Backend: f.backend}
	s.script = func(_ context.Context, call string, act func()) error {
		if err := fail[call]; err != nil {
			return err
		}
		act()
		return nil
	}
	f.keys.backend = s
	return f, s
}

// seen is keys as the list shows them now.
func (f *fixture) seen(ids ...string) []Key {
	var all []Key
	for _, id := range ids {
		k, _ := f.keys.Find(id)
		k.ID = id
		all = append(all, k)
	}
	return all
}

// kind is an error of the client, for a request that was sent.
func kind(k client.Kind) error {
	lost := k == client.KindTimeout || k == client.KindUnreachable || k == client.KindServer
	return &client.Error{Kind: k, Unacknowledged: lost}
}

func quiet(Step) {}

// results is a batch's outcomes in short.
func results(b Batch) []string {
	var all []string
	for _, o := range b.Outcomes {
		text := o.ID + " " + string(o.Result)
		if o.Skip != "" {
			text += " " + string(o.Skip)
		}
		all = append(all, text)
	}
	return all
}

func TestBatchDoesEachKeyOnceOwnKeyLast(t *testing.T) {
	f, s := batchFixture(t, nil, "AK1", "AK2", "AK3")
	var steps []string
	b := f.keys.Batch(t.Context(), OpDisable, f.seen("AK1", "AK3", "AK3", "AK2", "AK1"), func(step Step) {
		steps = append(steps, fmt.Sprintf("%d/%d %s", step.Number, step.Count, step.ID))
	})
	check.EqualSlices(t, "calls", s.did, "disable AK3", "disable AK2", "disable AK1")
	check.EqualSlices(t, "steps", steps, "1/3 AK3", "2/3 AK2", "3/3 AK1")
	check.EqualSlices(t, "outcomes", results(b), "AK1 done", "AK3 done", "AK2 done")
	check.Equal(t, "all done", b.AllDone(), true)
	check.Equal(t, "state", f.state("AK1"), client.StateDisabled)
}

func TestBatchEnablesTheOwnKeyInItsPlace(t *testing.T) {
	f, s := batchFixture(t, nil, "AK1", "AK2")
	f.backend.Set("AK1", client.StateDisabled)
	f.backend.Set("AK2", client.StateDisabled)
	check.Must(t, f.keys.Load(t.Context()))
	f.keys.Batch(t.Context(), OpEnable, f.seen("AK1", "AK2"), quiet)
	check.EqualSlices(t, "calls", s.did, "enable AK1", "enable AK2")
}

func TestBatchLeavesBeWhatIsSoOrCannotBe(t *testing.T) {
	for _, test := range []struct {
		op   Operation
		want []string
	}{
		{OpEnable, []string{"ON skipped already", "OFF done", "OLD skipped expired", "DEL skipped deleted", "ODD skipped state", "NO skipped not-listed"}},
		{OpDisable, []string{"ON done", "OFF skipped already", "OLD skipped expired", "DEL skipped deleted", "ODD skipped state", "NO skipped not-listed"}},
		{OpDelete, []string{"ON done", "OFF done", "OLD done", "DEL skipped deleted", "ODD done", "NO skipped not-listed"}},
	} {
		t.Run(string(test.op), func(t *testing.T) {
			f, _ := batchFixture(t, nil, "ON", "OFF", "OLD", "DEL", "ODD")
			f.backend.Set("OFF", client.StateDisabled)
			f.backend.Set("OLD", client.StateExpired)
			f.backend.Set("DEL", client.StateDeleted)
			f.backend.Set("ODD", "suspended")
			check.Must(t, f.keys.Load(t.Context()))
			b := f.keys.Batch(t.Context(), test.op, f.seen("ON", "OFF", "OLD", "DEL", "ODD", "NO"), quiet)
			check.EqualSlices(t, "outcomes", results(b), test.want...)
			check.Equal(t, "left", len(b.Left()), 0)
		})
	}
}

func TestBatchGoesOnAfterARefusal(t *testing.T) {
	for _, refusal := range []client.Kind{client.KindRefused, client.KindForbidden, client.KindKeyID} {
		f, _ := batchFixture(t, map[string]error{"disable AK2": kind(refusal), "disable AK3": kind(refusal)}, "AK2", "AK3", "AK4")
		b := f.keys.Batch(t.Context(), OpDisable, f.seen("AK2", "AK3", "AK4"), quiet)
		check.EqualSlices(t, "outcomes", results(b), "AK2 not-done", "AK3 not-done", "AK4 done")
		check.Equal(t, "kind", client.KindOf(b.Outcomes[0].Err), refusal)
		check.Equal(t, "ending", b.Ending, "")
		check.EqualSlices(t, "left", b.Left(), "AK2", "AK3")
	}
}

func TestBatchEndsWhereTheNextKeyWouldFareNoBetter(t *testing.T) {
	for _, failure := range []client.Kind{client.KindUnauthorized, client.KindClock, client.KindThrottled, client.KindCertificate, client.KindRedirect} {
		f, s := batchFixture(t, map[string]error{"disable AK3": kind(failure)}, "AK2", "AK3", "AK4", "AK5")
		b := f.keys.Batch(t.Context(), OpDisable, f.seen("AK2", "AK3", "AK4", "AK5"), quiet)
		check.EqualSlices(t, "outcomes", results(b), "AK2 done", "AK3 not-done", "AK4 not-tried", "AK5 not-tried")
		check.Equal(t, "ending", b.Ending, EndFailed)
		check.Equal(t, "why", client.KindOf(b.Err), failure)
		check.Equal(t, "calls", len(s.did), 2)
		check.EqualSlices(t, "left", b.Left(), "AK3", "AK4", "AK5")
	}
}

func TestBatchEndsWhenTheServerIsOutOfReach(t *testing.T) {
	f, s := batchFixture(t, map[string]error{"delete AK3": kind(client.KindTimeout)}, "AK2", "AK3", "AK4")
	f.backend.Fail["read"] = kind(client.KindUnreachable)
	b := f.keys.Batch(t.Context(), OpDelete, f.seen("AK2", "AK3", "AK4"), quiet)
	check.EqualSlices(t, "outcomes", results(b), "AK2 done", "AK3 unknown", "AK4 not-tried")
	check.Equal(t, "ending", b.Ending, EndFailed)
	check.Equal(t, "calls", len(s.did), 2)
}

func TestBatchLooksWhatBecameOfAKeyWhoseAnswerWasLost(t *testing.T) {
	f, s := batchFixture(t, nil, "AK2", "AK3", "AK4")
	s.script = func(_ context.Context, call string, act func()) error {
		if call != "disable AK3" { // the first of them is not carried out
			act()
		}
		if call != "disable AK4" {
			return kind(client.KindServer)
		}
		return nil
	}
	b := f.keys.Batch(t.Context(), OpDisable, f.seen("AK3", "AK2", "AK4"), quiet)
	check.EqualSlices(t, "outcomes", results(b), "AK3 not-done", "AK2 done", "AK4 done")
	check.Equal(t, "ending", b.Ending, "")
	check.Equal(t, "state", f.state("AK2"), client.StateDisabled)
}

func TestBatchEndsAfterTwoSenselessAnswersInARow(t *testing.T) {
	bad := kind(client.KindServer)
	f, s := batchFixture(t, map[string]error{"disable AK2": bad, "disable AK4": bad, "disable AK5": bad}, "AK2", "AK3", "AK4", "AK5", "AK6")
	b := f.keys.Batch(t.Context(), OpDisable, f.seen("AK2", "AK3", "AK4", "AK5", "AK6"), quiet)
	check.EqualSlices(t, "outcomes", results(b), "AK2 not-done", "AK3 done", "AK4 not-done", "AK5 not-done", "AK6 not-tried")
	check.Equal(t, "ending", b.Ending, EndFailed)
	check.Equal(t, "calls", len(s.did), 4)
}

func TestBatchKeepsTheOwnKeyWhileSomethingIsLeft(t *testing.T) {
	f, s := batchFixture(t, map[string]error{"delete AK2": kind(client.KindRefused)}, "AK1", "AK2", "AK3")
	b := f.keys.Batch(t.Context(), OpDelete, f.seen("AK1", "AK2", "AK3"), quiet)
	check.EqualSlices(t, "outcomes", results(b), "AK1 not-tried", "AK2 not-done", "AK3 done")
	check.Equal(t, "ending", b.Ending, EndOwnKept)
	check.EqualSlices(t, "calls", s.did, "delete AK2", "delete AK3")
	check.Equal(t, "own key", f.state("AK1"), client.StateEnabled)
}

func TestBatchKnowsThatTheOwnKeyLockedItselfOut(t *testing.T) {
	f, s := batchFixture(t, nil, "AK1", "AK2")
	s.script = func(_ context.Context, call string, act func()) error {
		act()
		if call == "disable AK1" {
			f.backend.Fail["read"] = kind(client.KindUnauthorized)
			return kind(client.KindTimeout)
		}
		return nil
	}
	b := f.keys.Batch(t.Context(), OpDisable, f.seen("AK1", "AK2"), quiet)
	check.EqualSlices(t, "outcomes", results(b), "AK1 done", "AK2 done")
	check.Equal(t, "own key", f.state("AK1"), client.StateDisabled)
}

func TestBatchMeetsKeysThatSomebodyElseDeleted(t *testing.T) {
	t.Run("and is told by the server", func(t *testing.T) {
		gone := kind(client.KindNotFound)
		f, s := batchFixture(t, nil, "AK2", "AK3", "AK4")
		s.script = func(_ context.Context, call string, act func()) error {
			if call == "disable AK2" || call == "delete AK3" {
				f.drop(call[len(call)-3:])
				return gone
			}
			act()
			return nil
		}
		b := f.keys.Batch(t.Context(), OpDisable, f.seen("AK2", "AK4"), quiet)
		check.EqualSlices(t, "outcomes", results(b), "AK2 skipped deleted", "AK4 done")
		check.Equal(t, "left", len(b.Left()), 0)
		b = f.keys.Batch(t.Context(), OpDelete, f.seen("AK3", "AK4"), quiet)
		check.EqualSlices(t, "outcomes", results(b), "AK3 done", "AK4 done")
	})
	t.Run("and is told by a list", func(t *testing.T) {
		f, s := batchFixture(t, nil, "AK2", "AK3")
		s.script = func(_ context.Context, call string, act func()) error {
			act()
			f.backend.Mu.Lock()
			f.backend.Keys = f.backend.Keys[:1]
			f.backend.Mu.Unlock()
			return f.keys.Load(t.Context())
		}
		b := f.keys.Batch(t.Context(), OpDisable, f.seen("AK2", "AK3"), quiet)
		check.EqualSlices(t, "outcomes", results(b), "AK2 done", "AK3 skipped not-listed")
		check.Equal(t, "calls", len(s.did), 1)
	})
}

func TestBatchLeavesAKeyBeThatIsBeingWorkedOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := loaded(t, "AK2", "AK3")
		release := f.backend.Hold("delete")
		wait := check.Background(func() error { return f.keys.Do(t.Context(), OpDelete, "AK2") })
		b := f.keys.Batch(t.Context(), OpDisable, f.seen("AK2", "AK3"), quiet)
		check.EqualSlices(t, "outcomes", results(b), "AK2 skipped busy", "AK3 done")
		check.EqualSlices(t, "left", b.Left(), "AK2")
		release()
		check.Must(t, wait())
	})
}

func TestStoppedBatchFinishesTheKeyItIsAt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := loaded(t, "AK2", "AK3", "AK4")
		ctx, stop := context.WithCancel(t.Context())
		f.backend.Fail = map[string]error{}
		release := f.backend.Hold("disable")
		var b Batch
		wait := check.Background(func() error {
			b = f.keys.Batch(ctx, OpDisable, f.seen("AK2", "AK3", "AK4"), quiet)
			return nil
		})
		stop()
		synctest.Wait()
		k, _ := f.keys.Find("AK2")
		check.Equal(t, "being worked on after the stop", k.Busy, OpDisable)
		release()
		check.Must(t, wait())
		check.EqualSlices(t, "outcomes", results(b), "AK2 done", "AK3 not-tried", "AK4 not-tried")
		check.Equal(t, "ending", b.Ending, EndStopped)
		check.Equal(t, "calls", f.backend.Calls("disable"), 1)
	})
}

func TestStopWhileTheLastKeyIsDoneStopsNothing(t *testing.T) {
	f, s := batchFixture(t, nil, "AK2")
	ctx, stop := context.WithCancel(t.Context())
	s.script = func(_ context.Context, _ string, act func()) error {
		stop()
		act()
		return nil
	}
	b := f.keys.Batch(ctx, OpDisable, f.seen("AK2"), quiet)
	check.Equal(t, "all done", b.AllDone(), true)
	check.Equal(t, "ending", b.Ending, "")
}

func TestEachKeyOfABatchHasItsOwnTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, s := batchFixture(t, nil, "AK2", "AK3", "AK4", "AK5")
		batchLimit := route.Network{}.WaitLimit()
		s.script = func(ctx context.Context, call string, act func()) error {
			if call == "disable AK4" {
				<-ctx.Done()
				return ctx.Err()
			}
			time.Sleep(batchLimit - time.Second)
			act()
			return nil
		}
		start := time.Now()
		b := f.keys.Batch(t.Context(), OpDisable, f.seen("AK2", "AK3", "AK4", "AK5"), quiet)
		check.EqualSlices(t, "outcomes", results(b), "AK2 done", "AK3 done", "AK4 not-done", "AK5 done")
		check.Equal(t, "time", time.Since(start), 4*batchLimit-3*time.Second)
	})
}

func TestWindowLockedInTheMiddleEndsTheBatch(t *testing.T) {
	f, s := batchFixture(t, nil, "AK2", "AK3", "AK4")
	s.script = func(_ context.Context, call string, act func()) error {
		if call == "disable AK2" {
			act()
			return nil
		}
		s.Lock()
		return &client.Error{Kind: client.KindLocked, Unacknowledged: true}
	}
	b := f.keys.Batch(t.Context(), OpDisable, f.seen("AK2", "AK3", "AK4"), quiet)
	check.EqualSlices(t, "outcomes", results(b), "AK2 done", "AK3 unknown", "AK4 not-tried")
	check.Equal(t, "why", client.KindOf(b.Err), client.KindLocked)

	k, _ := f.keys.Find("AK3")
	check.Equal(t, "pending while locked", k.Pending, OpDisable)
	s.Unlock(client.Secret{})
	f.keys.Resolved.Subscribe(func(resolved Resolved) { check.Equal(t, "resolves the batch", b.Resolve(resolved), true) })
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "outcomes after unlocking", results(b), "AK2 done", "AK3 not-done", "AK4 not-tried")
}
