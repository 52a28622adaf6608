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

// beginning is how a replacement begins with its first act.
type beginning struct {
	wanted context.Context
	order  Order
}

// Starting returns a Guide whose next act begins the replacement of a key. If the act fails for sure, nothing has begun. An
// act that has not begun it when wanted ends fails then. Besides its own errors, the act returns ErrOpen if the key is part
// of a replacement, and a *NotNowError if the key cannot be replaced: it is not enabled, or it is to be disabled first and
// the app is signed in with it.
func Starting(wanted context.Context, g *Guide, order Order) *Guide {
	return &Guide{Options: g.Options, begin: &beginning{wanted: wanted, order: order}}
}

// plan is Guide.Look for a replacement that has not begun.
func (b *beginning) plan(ctx context.Context, g *Guide, old string) (State, error) {
	ctx, cancel := b.whileWanted(ctx)
	defer cancel()
	if err := g.load(ctx); err != nil {
		return State{}, err
	}
	s := Plan(g, old, b.order)
	if s.OldKey.State != client.StateEnabled || s.OldKey.Own && b.order == OrderDisableFirst {
		return State{}, &NotNowError{State: s}
	}
	return s, nil
}

// write is Guide.update for a replacement that begins with that. It is recorded at once, and so before what is asked of the
// server then.
func (b *beginning) write(ctx context.Context, g *Guide, planned Replacement, apply func(*Replacement)) (State, error) {
	ctx, cancel := b.whileWanted(ctx)
	defer cancel()
	if err := ctx.Err(); err != nil {
		return State{}, err
	}
	planned.Began = g.Now().Round(0)
	apply(&planned)
	s := g.state(planned)
	if err := g.File.add(ctx, s.Replacement.clone()); err != nil {
		return State{}, err
	}
	g.Record(history.About(planned.ref(planned.Old), history.ReplaceBegin))
	return s, nil
}

// takeBack takes back the beginning of a replacement with an act that has failed for sure. It reports whether it did.
func (g *Guide) takeBack(ctx context.Context, begun Replacement) bool {
	if g.begin == nil || !g.File.takeBack(ctx, begun) {
		return false
	}
	g.Record(history.About(begun.ref(begun.Old), history.ReplaceAbandon))
	return true
}

// whileWanted returns a context that ends also with b.wanted.
func (b *beginning) whileWanted(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	if b.wanted.Err() != nil {
		cancel() // or else it would end a moment later
	}
	context.AfterFunc(b.wanted, cancel)
	return ctx, cancel
}
