package rotation

import (
	"context"
	"errors"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/history"
	"accesskeys/app/keycheck"
)

func TestCheckThatWasStoppedIsRecordedAsCancelled(t *testing.T) {
	for name, kind := range map[string]keycheck.Kind{"under way": keycheck.Unanswered, "before another try": keycheck.Refused} {
		t.Run(name, func(t *testing.T) {
			w := begun(t, OrderSafe)
			w.clicks(ActCreate, ActPlaced)
			ctx, stop := context.WithCancel(t.Context())
			w.guide.Pause = Pause
			w.guide.Check = func(context.Context, string) keycheck.Result {
				stop()
				if kind == keycheck.Refused {
					return keycheck.Result{Kind: kind}
				}
				return keycheck.Result{Kind: kind, Err: ctx.Err()}
			}
			var recorded []history.Event
			w.guide.Record = func(e history.Event) { recorded = append(recorded, e) }
			check.Equal(t, "stopped", errors.Is(w.guide.CheckNew(ctx, w.old), context.Canceled), true)
			if len(recorded) != 1 || recorded[0].Action != history.Check || recorded[0].Outcome != history.Failed || recorded[0].Kind != history.Cancelled {
				t.Errorf("recorded %+v", recorded)
			}
		})
	}
}
