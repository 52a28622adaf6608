package rotation

import (
	"context"
	"time"

	"accesskeys/app/history"
	"accesskeys/app/keycheck"
)

const (
	checkLimit = 20 * time.Second // how long a new key may take to spread among servers
	checkPause = 2 * time.Second
)

// CheckError means that the new key did not pass the check.
type CheckError struct{ Result keycheck.Result }

// Error implements error, for logs.
func (e *CheckError) Error() string { return "check: " + string(e.Result.Kind) }

// Unwrap returns why. It returns nil if the server accepts the key although it is not enabled.
func (e *CheckError) Unwrap() error { return e.Result.Err }

// CheckNew asks the server whether it accepts the new key. If the server refuses it, CheckNew tries again for a while, since
// a new key takes a moment to spread. Its errors are those of Look, a *NotNowError, and a *CheckError.
func (g *Guide) CheckNew(ctx context.Context, old string) error {
	s, err := g.Look(ctx, old)
	if err != nil {
		return err
	}
	if !s.May(ActCheck) {
		return &NotNowError{State: s}
	}
	r, err := g.checkPatiently(ctx, s.New)
	if err != nil {
		r.Err = err
	}
	g.Record(history.OfCheck(s.ref(s.New), r))
	if err != nil {
		return err
	}
	if r.Kind != keycheck.Accepted {
		return &CheckError{Result: r}
	}
	return g.updateIf(ctx, old, ActCheck, func(r *Replacement) {
		r.CheckedAt = g.Now().Round(0)
		r.advance()
	})
}

// checkPatiently checks a key until the server does not refuse it, or checkLimit has passed.
func (g *Guide) checkPatiently(ctx context.Context, id string) (keycheck.Result, error) {
	for waited := time.Duration(0); ; waited += checkPause {
		r := g.Check(ctx, id)
		if r.Kind != keycheck.Refused || waited >= checkLimit {
			return r, nil
		}
		if err := g.Pause(ctx, checkPause); err != nil {
			return r, err
		}
	}
}

// Pause waits for d, or until ctx ends.
func Pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// SkipCheck goes on without a check.
func (g *Guide) SkipCheck(ctx context.Context, old string) error {
	return g.updateIf(ctx, old, ActSkipCheck, (*Replacement).advance)
}
