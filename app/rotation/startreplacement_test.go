package rotation

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
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

// The list is read once before the key is created, or not at all if that was done a moment ago, and once after.
func TestCreateReadsTheListNoMoreThanNeeded(t *testing.T) {
	for name, tt := range map[string]struct {
		later time.Duration // after the last list
		want  string
	}{
		"a moment later": {time.Second, "create list "},
		"an hour later":  {time.Hour, "list create list "},
	} {
		for _, begun := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, begun: %v", name, begun), func(t *testing.T) {
				w := newWalker(t, 1)
				w.meddling = 0
				if begun {
					check.Must(t, w.guide.Start(t.Context(), w.old, OrderSafe))
				}
				b := &counted{backend: &backend{world: w.world, keyID: w.signs}}
				w.guide.Keys = keys.New(b, noVault{}, slog.New(slog.DiscardHandler), func() time.Time { return w.now })
				check.Must(t, w.guide.Keys.Load(t.Context()))
				w.now = w.now.Add(tt.later)
				b.asked = ""
				g := w.guide
				if !begun {
					g = Starting(t.Context(), g, OrderSafe)
				}
				check.Must(t, g.Create(t.Context(), w.old, false))
				check.Equal(t, "asked", b.asked, tt.want)
				check.Equal(t, "step", w.seen().Step, StepPlace)
			})
		}
	}
}

// counted is a server that notes what it is asked.
type counted struct {
	*backend
	asked string
}

func (b *counted) List(ctx context.Context) (client.Listing, error) {
	b.asked += "list "
	return b.backend.List(ctx)
}

func (b *counted) Create(ctx context.Context, known map[string]bool) (client.Creation, error) {
	if known == nil {
		b.asked += "list "
	}
	b.asked += "create list "
	return b.backend.Create(ctx, known)
}
