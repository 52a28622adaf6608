package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/client"
)

// operate does one operation, whichever chance has come up with.
func (w *faultWorld) operate() {
	operations := []struct {
		weight int
		do     func()
	}{
		{12, w.load}, {8, w.create}, {34, w.changeOne}, {12, w.reveal}, {9, w.batch}, {6, w.loadMeanwhile},
		{3, w.lockedOut}, {3, w.startAgain}, {3, w.signInAgain}, {6, w.somebodyElse},
	}
	at := w.rng.IntN(96)
	for _, o := range operations {
		if at -= o.weight; at < 0 {
			o.do()
			return
		}
	}
}

func (w *faultWorld) load() {
	ctx, _, end := w.begin("load")
	defer end()
	err := w.session.Keys().Load(ctx)
	w.judge("load", err)
	if err == nil {
		w.checkList()
	}
}

// pick is one of the keys that are shown, seldom the one that is signed in with or one that is deleted.
func (w *faultWorld) pick() (keys.Key, bool) {
	all := w.session.Keys().All()
	all = slices.DeleteFunc(all, func(k keys.Key) bool {
		return k.Own && w.rng.IntN(20) > 0 || k.State == client.StateDeleted && w.rng.IntN(20) > 0
	})
	if len(all) == 0 {
		w.load()
		return keys.Key{}, false
	}
	return all[w.rng.IntN(len(all))], true
}

// pickOperation is what to do to a key.
func (w *faultWorld) pickOperation(k keys.Key) keys.Operation {
	switch n := w.rng.IntN(20); {
	case n < 3:
		return keys.OpDelete
	case (n < 18) == (k.State == client.StateEnabled): // seldom what is so already
		return keys.OpDisable
	}
	return keys.OpEnable
}

func (w *faultWorld) changeOne() {
	k, ok := w.pick()
	if !ok {
		return
	}
	op := w.pickOperation(k)
	ctx, since, end := w.begin(fmt.Sprintf("%s %s", op, k.ID), k.ID)
	err := w.do(ctx, op, k)
	end()
	w.judgeChange(since, op, k.ID, err)
	w.isShown(since, op, k.ID, err)
}

// do does an operation to a key, by half of the times as it was seen.
func (w *faultWorld) do(ctx context.Context, op keys.Operation, k keys.Key) error {
	list := w.session.Keys()
	switch {
	case w.rng.IntN(2) == 0:
		w.asSeen(k)
		return doAsSeen(ctx, list, op, k)
	case op == keys.OpEnable:
		return list.Do(ctx, keys.OpEnable, k.ID)
	case op == keys.OpDisable:
		return list.Do(ctx, keys.OpDisable, k.ID)
	}
	return list.Do(ctx, keys.OpDelete, k.ID)
}

// asSeen has a key be left alone that is not as it was seen.
func (w *faultWorld) asSeen(k keys.Key) {
	w.proxy.mu.Lock()
	defer w.proxy.mu.Unlock()
	if w.model.states[k.ID] != k.State && !w.proxy.mayTurn(k.ID, k.State) {
		delete(w.proxy.op.may, k.ID)
	}
}

func (w *faultWorld) create() {
	ctx, since, end := w.begin("create", "")
	ids, err := w.session.Keys().Create(ctx)
	end()
	w.mu.Lock()
	w.proxy.mu.Lock()
	own := w.model.made(since, w.step)
	underWay := w.proxy.underWay(w.step, "")
	var wrong []string
	for _, id := range ids {
		wrong = append(wrong, w.tellOf(id))
	}
	w.proxy.mu.Unlock()
	w.surprises = append(w.surprises, slices.DeleteFunc(wrong, func(s string) bool { return s == "" })...)
	var lost *keys.UnacknowledgedError
	if errors.As(err, &lost) || len(own) == 0 && underWay {
		w.lost = append(w.lost, w.step)
	}
	w.mu.Unlock()
	switch {
	case err == nil && len(ids) == 0:
		w.fail("a key is told to be created, and which is not")
	case err == nil:
		w.judge("created", nil)
		if len(own) > 0 && !slices.Contains(ids, own[0]) {
			w.fail("%v is told to be created, and not %v", ids, own)
		}
	case keys.Uncertain(err):
		w.judge("create unknown", err)
	case lost != nil:
		w.judge("not created so far", err)
		if len(own) > 0 {
			w.fail("no key is told to be there so far (%v), but %v is", err, own)
		}
	default:
		w.judge("not created", err)
		if len(own) > 0 || underWay {
			w.fail("no key is told to be created (%v), but %v is, or may be yet: %v", err, own, underWay)
		}
	}
}

func (w *faultWorld) reveal() {
	k, ok := w.pick()
	if !ok {
		return
	}
	ctx, _, end := w.begin("reveal " + k.ID)
	defer end()
	w.revealKey(ctx, k)
}

func (w *faultWorld) revealKey(ctx context.Context, k keys.Key) {
	r, err := w.session.Keys().Reveal(ctx, k.ID)
	w.judge("reveal", err)
	if err != nil {
		if !r.Secret.IsZero() {
			w.fail("a secret came with the error %v", err)
		}
		return
	}
	w.outcomes["revealed"]++
	if !r.Secret.Equal(w.model.secrets[k.ID]) {
		w.fail("another secret is shown for %s", k.ID)
	}
	if w.rng.IntN(3) > 0 {
		w.session.Keys().Keep(ctx, k.ID, r)
	}
}

func (w *faultWorld) batch() {
	var seen []keys.Key
	var may []string
	for range 2 + w.rng.IntN(4) {
		k, ok := w.pick()
		if !ok {
			return
		}
		if slices.Contains(may, k.ID) {
			continue
		}
		seen, may = append(seen, k), append(may, k.ID)
	}
	op := w.pickOperation(seen[0])
	ctx, since, end := w.begin(fmt.Sprintf("batch %s of %v", op, may), may...)
	for _, k := range seen {
		w.asSeen(k)
	}
	b := w.session.Keys().Batch(ctx, op, seen, func(keys.Step) {})
	end()
	for _, o := range b.Outcomes {
		w.judgeOutcome(since, op, o)
	}
}

// loadMeanwhile reads the list while a key is changed, and again afterwards.
func (w *faultWorld) loadMeanwhile() {
	k, ok := w.pick()
	if !ok {
		return
	}
	op := w.pickOperation(k)
	ctx, since, end := w.begin(fmt.Sprintf("load while %s %s", op, k.ID), k.ID)
	var loading sync.WaitGroup
	loading.Go(func() { w.judge("load", w.session.Keys().Load(ctx)) })
	err := w.do(ctx, op, k)
	w.judge("load", w.session.Keys().Load(ctx))
	loading.Wait()
	end()
	w.judgeChange(since, op, k.ID, err)
	w.isShown(since, op, k.ID, err)
}

// lockedOut does something in a locked window, from which nothing may leave.
func (w *faultWorld) lockedOut() {
	k, ok := w.pick()
	if !ok {
		return
	}
	ctx, since, end := w.begin("locked")
	defer end()
	w.session.Lock()
	w.locked.Store(true)
	switch w.rng.IntN(3) {
	case 0:
		w.judgeChange(since, keys.OpDisable, k.ID, w.session.Keys().Do(ctx, keys.OpDisable, k.ID))
	case 1:
		w.revealKey(ctx, k)
	default:
		err := w.session.Keys().Load(ctx)
		w.judge("load", err)
		if err == nil {
			w.fail("a locked window reads the list")
		}
	}
	w.proxy.mu.Lock()
	came := w.proxy.op.nth
	w.proxy.mu.Unlock()
	if came > 0 {
		w.fail("%d requests left a locked window", came)
	}
}

// startAgain ends the program and starts it again.
func (w *faultWorld) startAgain() {
	ctx, _, end := w.begin("start again")
	defer end()
	check.Must(w.t, w.app.Close(w.t.Context()))
	a := New(w.config)
	s, err := a.Sessions.Resume(ctx)
	if err != nil {
		w.fail("the remembered session is not opened: %v", err)
		return
	}
	w.app = a
	w.open(s)
	err = s.Keys().Load(ctx)
	w.judge("load", err)
	if err == nil {
		w.checkList()
	}
}

// signInAgain signs in with the same key.
func (w *faultWorld) signInAgain() {
	ctx, _, end := w.begin("sign in")
	defer end()
	id := w.session.KeyID()
	s, err := w.app.Sessions.SignIn(ctx, w.proxy.url(), client.Credentials{KeyID: id, Secret: w.model.secrets[id]})
	w.judge("sign in", err)
	if err == nil {
		w.open(s)
		w.remember()
	}
}

// somebodyElse changes a key, in another window or the web console.
func (w *faultWorld) somebodyElse() {
	_, _, end := w.begin("somebody else")
	defer end()
	w.proxy.mu.Lock()
	defer w.proxy.mu.Unlock()
	by := w.session.KeyID()
	var ids []string
	for _, id := range w.model.order {
		made := slices.ContainsFunc(w.model.effects, func(e effect) bool { return e.created && e.id == id })
		live := w.model.states[id] == client.StateEnabled || w.model.states[id] == client.StateDisabled
		if live && (!made || w.told[id]) && (id != by || w.rng.IntN(20) == 0) {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return
	}
	id := ids[w.rng.IntN(len(ids))]
	op := w.pickOperation(keys.Key{AccessKey: client.AccessKey{State: w.model.states[id]}})
	c, err := client.Resume(client.Endpoint{Base: w.server.Base(), TokenFormat: client.FormatSlash},
		client.Credentials{KeyID: by, Secret: w.model.secrets[by]}, client.Options{Now: func() time.Time { return w.clock(0) }})
	check.Must(w.t, err)
	defer c.CloseIdleConnections()
	ask := map[keys.Operation]func(context.Context, string) error{keys.OpEnable: c.Enable, keys.OpDisable: c.Disable, keys.OpDelete: c.Delete}[op]
	check.Must(w.t, ask(w.t.Context(), id))
	w.model.changed(elsewhere, id, wanted(op))
	w.proxy.note("somebody else: %s %s", op, id)
}
