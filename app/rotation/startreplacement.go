package rotation

import (
	"context"

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
	if err := g.load(ctx); err != nil {
		return err
	}
	s := Plan(g, old, order)
	if s.OldKey.State != client.StateEnabled || s.OldKey.Own && order == OrderDisableFirst {
		return &NotNowError{State: s}
	}
	s.Began = g.Now().Round(0)
	if err := g.File.add(ctx, s.Replacement); err != nil {
		return err
	}
	g.Record(history.About(s.ref(old), history.ReplaceBegin))
	return nil
}

// Starting returns a Guide whose acts begin the replacement of a key first, as Start does. An act that has not begun it
// when wanted ends fails then, and nothing is begun.
func Starting(wanted context.Context, g *Guide, order Order) *Guide {
	return &Guide{Options: g.Options, begin: func(g *Guide, ctx context.Context, old string) error {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(wanted, cancel)()
		if wanted.Err() != nil {
			return wanted.Err()
		}
		return g.Start(ctx, old, order)
	}}
}
