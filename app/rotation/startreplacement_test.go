package rotation

import (
	"context"
	"errors"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

func TestFirstActBeginsAReplacement(t *testing.T) {
	w := newWalker(t, 1)
	planned := Plan(w.guide, w.old, OrderSafe)
	check.Equal(t, "first", planned.Primary(), ActCreate)
	check.EqualSlices(t, "others", planned.Others(), ActUse)
	check.Must(t, Starting(t.Context(), w.guide, OrderSafe).Create(t.Context(), w.old, false))
	check.Equal(t, "step", w.seen().Step, StepPlace)
	check.EqualSlices(t, "recorded", w.recorded, "replace-begin "+w.old)
	err := Starting(t.Context(), w.guide, OrderSafe).Create(t.Context(), w.old, false)
	check.Equal(t, "once more", err, ErrOpen)
}

func TestLeakedKeyIsDisabledAsItsReplacementBegins(t *testing.T) {
	w := newWalker(t, 1)
	check.Must(t, Starting(t.Context(), w.guide, OrderDisableFirst).Disable(t.Context(), w.old))
	check.Equal(t, "old", w.state(w.old), client.StateDisabled)
	check.Equal(t, "step", w.seen().Step, StepCreate)
}

func TestReplacementThatIsNotWantedAnyMoreDoesNotBegin(t *testing.T) {
	w := newWalker(t, 1)
	wanted, leave := context.WithCancel(t.Context())
	leave()
	err := Starting(wanted, w.guide, OrderSafe).Create(t.Context(), w.old, false)
	check.Equal(t, "stopped", errors.Is(err, context.Canceled), true)
	check.Equal(t, "open", w.open(), false)
	check.Equal(t, "requests", len(w.asked), 0)
}
