package rotation

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/client"
)

// start begins a replacement with nothing else.
func start(ctx context.Context, g *Guide, old string, order Order) error {
	g = Starting(ctx, g, order)
	s, err := g.Look(ctx, old)
	if err != nil {
		return err
	}
	return check.Second(g.update(ctx, s.Replacement, func(*Replacement) {}))
}

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

func TestReplacementBeginsAtTheStepThatItsFirstActLeadsTo(t *testing.T) {
	w := newWalker(t, 1)
	check.Must(t, Starting(t.Context(), w.guide, OrderSafe).Use(t.Context(), w.old, "AK3"))
	stored, _ := w.guide.stored(w.old)
	check.Equal(t, "stored", stored.Step, w.seen().Step)
	check.Equal(t, "step", stored.Step, StepPlace)
}

func TestPlannedReplacementIsNotChanged(t *testing.T) {
	w := newWalker(t, 1)
	_, err := w.guide.update(t.Context(), Plan(w.guide, w.old, OrderSafe).Replacement, func(*Replacement) {})
	check.Equal(t, "error", err, ErrElsewhere)
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

func TestReplacementWhoseFirstActFailsHasNotBegun(t *testing.T) {
	const takenBack = "replace-begin AK2, replace-abandon AK2"
	for name, tt := range map[string]struct {
		order Order
		fail  func(w *walker, b *refusing)
		act   func(g *Guide, ctx context.Context, old string) error
		begun bool

		recorded string
	}{
		"create":                   {OrderSafe, func(_ *walker, b *refusing) { b.err = unreachable }, created, false, takenBack},
		"leaked":                   {OrderDisableSecond, func(_ *walker, b *refusing) { b.err = unreachable }, created, false, takenBack},
		"disable":                  {OrderDisableFirst, func(_ *walker, b *refusing) { b.err = unreachable }, (*Guide).Disable, false, takenBack},
		"no answer to the create":  {OrderSafe, func(_ *walker, b *refusing) { b.err = unanswered }, created, true, "replace-begin AK2"},
		"no answer to the disable": {OrderDisableFirst, func(_ *walker, b *refusing) { b.err = unanswered }, (*Guide).Disable, true, "replace-begin AK2"},
		"the key to use is disabled": {OrderSafe, func(w *walker, _ *refusing) { w.set("AK3", client.StateDisabled) },
			func(g *Guide, ctx context.Context, old string) error { return g.Use(ctx, old, "AK3") }, false, ""},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWalker(t, 1)
			w.meddling = 0
			b := &refusing{backend: &backend{world: w.world, keyID: w.signs}}
			w.guide.Keys = keys.New(b, noVault{}, slog.New(slog.DiscardHandler), func() time.Time { return w.now })
			check.Must(t, w.guide.Keys.Load(t.Context()))
			tt.fail(w, b)
			err := tt.act(Starting(t.Context(), w.guide, tt.order), t.Context(), w.old)
			check.Equal(t, "failed", err != nil, true)
			check.Equal(t, "begun", w.open(), tt.begun)
			if got := strings.Join(w.recorded, ", "); got != tt.recorded {
				t.Errorf("recorded is %q", got)
			}
			b.err = nil
			if !tt.begun {
				check.Must(t, Starting(t.Context(), w.guide, OrderSafe).Create(t.Context(), w.old, false))
				check.Equal(t, "step of the next try", w.seen().Step, StepPlace)
			}
		})
	}
}

func TestBeginningIsRecordedBeforeWhatItBeginsWith(t *testing.T) {
	w := newWalker(t, 1)
	w.guide.Keys.Acted.Subscribe(func(a keys.Act) { w.recorded = append(w.recorded, string(a.Op)+" "+a.ID) })
	check.Must(t, Starting(t.Context(), w.guide, OrderSafe).Create(t.Context(), w.old, false))
	check.EqualSlices(t, "recorded", w.recorded, "replace-begin "+w.old, "create AK4")
}

func TestBeginningIsRecordedThoughTheProgramIsKilledThen(t *testing.T) {
	w := newWalker(t, 1)
	w.diesAfter = "create"
	func() {
		defer func() { check.Equal(t, "killed", recover(), any(crash{})) }()
		_ = Starting(t.Context(), w.guide, OrderSafe).Create(t.Context(), w.old, false)
	}()
	check.Equal(t, "begun", w.open(), true)
	check.EqualSlices(t, "recorded", w.recorded, "replace-begin "+w.old)
}

func TestReplacementDoesNotBeginWithTheNewKeyOfAnother(t *testing.T) {
	w := begun(t, OrderSafe)
	w.clicks(ActCreate)
	check.Equal(t, "refused", Starting(t.Context(), w.guide, OrderSafe).Use(t.Context(), "AK3", "AK4"), ErrOpen)
}

// The first window's request fails while the second, which has read of the replacement, goes on with it.
func TestReplacementThatWentOnElsewhereIsNotTakenBack(t *testing.T) {
	w := begun(t, OrderSafe)
	r, _ := w.guide.stored(w.old)
	w.clicks(ActCreate)
	check.Equal(t, "taken back", w.guide.File.takeBack(t.Context(), r), false)
	check.Equal(t, "step", w.seen().Step, StepPlace)
}

var (
	unreachable = &client.Error{Kind: client.KindUnreachable}
	unanswered  = &client.Error{Kind: client.KindTimeout, Unacknowledged: true}
)

func created(g *Guide, ctx context.Context, old string) error { return g.Create(ctx, old, false) }

// refusing is a server that fails changes with err, if that is set, and answers what is read.
type refusing struct {
	*backend
	err error
}

func (b *refusing) Create(ctx context.Context, known map[string]bool) (client.Creation, error) {
	if errors.Is(b.err, unanswered) {
		return client.Creation{}, &client.Error{Kind: client.KindUnconfirmed, Err: b.err}
	}
	if b.err != nil {
		return client.Creation{}, b.err
	}
	return b.backend.Create(ctx, known)
}

func (b *refusing) Disable(ctx context.Context, id string) error {
	if b.err != nil {
		return b.err
	}
	return b.backend.Disable(ctx, id)
}

func (b *refusing) Read(ctx context.Context, id string) (client.AccessKey, error) {
	if errors.Is(b.err, unanswered) && len(b.asked) > 0 {
		return client.AccessKey{}, b.err
	}
	return b.backend.Read(ctx, id)
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
					check.Must(t, start(t.Context(), w.guide, w.old, OrderSafe))
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
