package rotation

import (
	"context"
	"errors"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/client"
)

// Plan returns the state of a replacement that has not begun, as far as is known without asking the server.
func Plan(g *Guide, old string, order Order) State {
	ref := keys.RefOf(g.Keys, old)
	r := Replacement{Base: ref.Base, User: ref.User, Old: old, Order: order, WaitDays: defaultWait}
	if order.leaked() {
		r.WaitDays = 0
	}
	r.Step = r.Steps()[0]
	return g.state(r)
}

// Start begins to replace a key. It returns ErrOpen if the key is part of a replacement, and a *NotNowError if the key
// cannot be replaced: it is not enabled, or it is to be disabled first and the app is signed in with it.
func (g *Guide) Start(ctx context.Context, old string, order Order) error {
	r, err := add(ctx, g, old, order)
	if err == nil {
		recordBegin(g, r)
	}
	return err
}

// add is Start without the event in the history.
func add(ctx context.Context, g *Guide, old string, order Order) (Replacement, error) {
	if err := g.load(ctx); err != nil {
		return Replacement{}, err
	}
	s := Plan(g, old, order)
	if s.OldKey.State != client.StateEnabled || s.OldKey.Own && order == OrderDisableFirst {
		return Replacement{}, &NotNowError{State: s}
	}
	s.Began = g.Now().Round(0)
	return s.Replacement, g.File.add(ctx, s.Replacement)
}

func recordBegin(g *Guide, r Replacement) {
	g.Record(history.About(r.ref(r.Old), history.ReplaceBegin))
}

// beginning is how a replacement begins with its first act.
type beginning struct {
	wanted context.Context
	order  Order
	began  Replacement // as it has begun, which it has not while Began is zero
}

// Starting returns a Guide whose next act begins the replacement of a key first, as Start does. If the act fails for sure,
// nothing has begun. An act that has not begun it when wanted ends fails then.
func Starting(wanted context.Context, g *Guide, order Order) *Guide {
	return &Guide{Options: g.Options, begin: &beginning{wanted: wanted, order: order}}
}

func (b *beginning) do(g *Guide, ctx context.Context, old string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(b.wanted, cancel)()
	if b.wanted.Err() != nil {
		return b.wanted.Err()
	}
	r, err := add(ctx, g, old, b.order)
	if err == nil {
		b.began = r
	}
	return err
}

// first ends an act that may have begun the replacement: it takes the beginning back if the act has failed and nothing may
// have come of it, and records it otherwise. It returns failed, which is how the act ended.
func first(ctx context.Context, g *Guide, failed error) error {
	if g.begin == nil || g.begin.began.Began.IsZero() {
		return failed
	}
	var unacknowledged *keys.UnacknowledgedError
	if failed == nil || errors.As(failed, &unacknowledged) || !g.File.takeBack(context.WithoutCancel(ctx), g.begin.began) {
		recordBegin(g, g.begin.began)
	}
	return failed
}
