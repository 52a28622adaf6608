package rotation

import (
	"context"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/client"
)

// Start begins to replace a key. It returns ErrOpen if the key is part of a replacement, and a *NotNowError if the key
// cannot be replaced: it is not enabled, or it is to be disabled first and the app is signed in with it.
func (g *Guide) Start(ctx context.Context, old string, order Order) error {
	if err := g.load(ctx); err != nil {
		return err
	}
	ref := keys.RefOf(g.Keys, old)
	r := Replacement{Base: ref.Base, User: ref.User, Old: old, Order: order, Began: g.Now().Round(0), WaitDays: defaultWait}
	if order.Leaked() {
		r.WaitDays = 0
	}
	r.Step = r.Steps()[0]
	s := g.state(r)
	if s.OldKey.State != client.StateEnabled || s.OldKey.Own && order == OrderDisableFirst {
		return &NotNowError{State: s}
	}
	if err := g.File.add(ctx, r); err != nil {
		return err
	}
	g.Record(history.About(ref, history.ReplaceBegin))
	return nil
}
