package keycheck_test

import (
	"context"
	"errors"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// all are the IDs of the keys, in the list's order.
func (f *fixture) all() (ids []string) {
	for _, k := range f.keys.All() {
		ids = append(ids, k.ID)
	}
	return ids
}

func TestCheckAllGoesThroughTheKeysInOrder(t *testing.T) {
	f := start(t)
	ids := f.all()
	var steps []keys.Step
	got := f.checker.CheckAll(t.Context(), ids, func(s keys.Step) { steps = append(steps, s) })
	var checked, told []string
	var kinds []keycheck.Kind
	for i, r := range got.Results {
		checked, told, kinds = append(checked, r.KeyID), append(told, steps[i].ID), append(kinds, r.Kind)
		check.Equal(t, "number", steps[i].Number, i+1)
		check.Equal(t, "count", steps[i].Count, len(ids))
	}
	check.EqualSlices(t, "checked", checked, ids...)
	check.EqualSlices(t, "told", told, ids...)
	check.EqualSlices(t, "kinds", kinds, keycheck.NoSecret, keycheck.RefusedInactive, keycheck.Accepted,
		keycheck.RefusedInactive, keycheck.Accepted, keycheck.Accepted)
	check.EqualSlices(t, "left", got.Left)
	check.Must(t, got.Err)
}

func TestCheckAllStopsAtOnce(t *testing.T) {
	f := start(t)
	ids := f.all()
	ctx, stop := context.WithCancel(t.Context())
	got := f.checker.CheckAll(ctx, ids, func(s keys.Step) {
		if s.Number == 3 {
			stop()
		}
	})
	check.Equal(t, "results", len(got.Results), 2)
	check.EqualSlices(t, "left", got.Left, ids[2:]...)
	check.Equal(t, "stopped", errors.Is(got.Err, context.Canceled), true)
	_, checked := f.checker.Last(ids[2])
	check.Equal(t, "result of the one that was stopped", checked, false)
}

func TestCheckAllEndsWhereTheNextWouldFailToo(t *testing.T) {
	f := start(t)
	ids := f.all()[2:]
	for name, tt := range map[string]struct {
		fault demo.Faults
		want  int
	}{
		"page for one key":  {demo.Faults{HTML: true, Match: demo.On("GET", ids[0])}, len(ids)},
		"page for each key": {demo.Faults{HTML: true}, 2},
		"own key refused":   {demo.Faults{Status: 401}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			f.server.SetFaults(tt.fault)
			got := f.checker.CheckAll(t.Context(), ids, func(keys.Step) {})
			check.Equal(t, "results", len(got.Results), tt.want)
			check.Equal(t, "left", len(got.Left), len(ids)-tt.want)
			check.Equal(t, "without error", got.Err == nil, tt.want == len(ids))
		})
	}
}

func TestCheckAllEndsWhenTheSessionIsLocked(t *testing.T) {
	f := start(t)
	f.client.Lock()
	got := f.checker.CheckAll(t.Context(), f.all()[1:], func(keys.Step) {})
	check.Equal(t, "results", len(got.Results), 1)
	check.Equal(t, "kind", client.KindOf(got.Err), client.KindLocked)
}

func TestLastCheckIsRemembered(t *testing.T) {
	f := start(t)
	id := f.other(client.StateEnabled)
	_, checked := f.checker.Last(id)
	check.Equal(t, "checked before", checked, false)
	f.checker.Check(t.Context(), id)
	check.Must(t, f.client.Disable(t.Context(), id))
	f.checker.Check(t.Context(), id)
	last, _ := f.checker.Last(id)
	check.Equal(t, "last", last.Kind, keycheck.RefusedInactive)
}
