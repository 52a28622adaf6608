package rotation

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
)

// begun is a walker who has begun to replace a key that is not the app's own.
func begun(t *testing.T, order Order) *walker {
	t.Helper()
	w := newWalker(t, 1)
	w.old = "AK2"
	check.Must(t, start(t.Context(), w.guide, w.old, order))
	return w
}

// clicks has the user do one thing after another, each of which is what comes next.
func (w *walker) clicks(acts ...Act) {
	w.Helper()
	for _, a := range acts {
		check.Equal(w, "next", w.seen().Primary(), a)
		check.Must(w, w.do(a))
	}
}

func (w *walker) seen() *State {
	w.Helper()
	s, ok := w.guide.State(w.old)
	check.Equal(w, "open", ok, true)
	return &s
}

func TestReplacementStepByStep(t *testing.T) {
	w := begun(t, OrderSafe)
	w.clicks(ActCreate)
	check.Equal(t, "new", w.seen().New, "AK4")
	check.Must(t, w.guide.Tick(t.Context(), w.old, "CI", true))
	check.Must(t, w.guide.Tick(t.Context(), w.old, "laptop", true))
	check.Must(t, w.guide.Tick(t.Context(), w.old, "laptop", false))
	check.EqualSlices(t, "ticked", w.seen().Ticked, "CI")
	w.clicks(ActPlaced, ActCheck, ActDisable)
	check.Equal(t, "old", w.state("AK2"), client.StateDisabled)
	s := w.seen()
	check.Equal(t, "step", s.Step, StepWait)
	check.Equal(t, "delete from", s.DeleteFrom(), w.now.AddDate(0, 0, 7))
	w.clicks(ActLeave)
	check.Must(t, w.do(ActSetWait))
	w.now = w.now.AddDate(0, 0, 30)
	w.start()
	w.clicks(ActDelete, ActFinish)
	check.Equal(t, "open", w.open(), false)
	check.Equal(t, "notes moved", w.moved, 1)
	check.Equal(t, "old", w.state("AK2"), client.StateDeleted)
	check.Equal(t, "new", w.state("AK4"), client.StateEnabled)
	check.EqualSlices(t, "recorded", w.recorded, "replace-begin AK2", "check AK4", "replace-finish AK2")
}

func TestAbandoningAReplacementIsRecorded(t *testing.T) {
	w := begun(t, OrderSafe)
	check.Equal(t, "a second", start(t.Context(), w.guide, w.old, OrderSafe), ErrOpen)
	check.Must(t, w.guide.Abandon(t.Context(), w.old, ""))
	check.Equal(t, "once more", w.guide.Abandon(t.Context(), w.old, ""), ErrElsewhere)
	check.EqualSlices(t, "recorded", w.recorded, "replace-begin AK2", "replace-abandon AK2")
}

func TestLeakedKeyIsDisabledSoonAndNotWaitedFor(t *testing.T) {
	w := begun(t, OrderDisableSecond)
	w.clicks(ActCreate, ActDisable, ActPlaced, ActCheck, ActDelete, ActFinish)
	w = begun(t, OrderDisableFirst)
	w.clicks(ActDisable, ActCreate, ActPlaced, ActCheck, ActDelete, ActFinish)
}

func TestOwnKeyIsNotDisabledBeforeTheAppIsSignedInWithAnother(t *testing.T) {
	for _, order := range []Order{OrderSafe, OrderDisableSecond} {
		w := newWalker(t, 1)
		w.old = w.signs
		check.Must(t, start(t.Context(), w.guide, w.old, order))
		w.clicks(ActCreate)
		if order == OrderSafe {
			w.clicks(ActPlaced, ActCheck)
		}
		var no *NotNowError
		check.Equal(t, "refused", errors.As(w.do(ActDisable), &no), true)
		w.clicks(ActSignIn, ActDisable)
		check.Equal(t, "signed by", w.asked[0].signer, w.seen().New)
	}
	w := newWalker(t, 1)
	var no *NotNowError
	check.Equal(t, "refused", errors.As(start(t.Context(), w.guide, w.signs, OrderDisableFirst), &no), true)
}

func TestSomethingBrokeLeadsBackToPuttingInPlace(t *testing.T) {
	w := begun(t, OrderSafe)
	w.clicks(ActCreate, ActPlaced, ActCheck, ActDisable)
	check.Must(t, w.do(ActEnableOld))
	check.Equal(t, "old", w.state("AK2"), client.StateEnabled)
	check.Equal(t, "step", w.seen().Step, StepPlace)
	check.Equal(t, "checked", w.seen().CheckedAt.IsZero(), true)

	w = begun(t, OrderDisableSecond)
	w.clicks(ActCreate, ActDisable)
	check.Must(t, w.do(ActEnableOld))
	w.clicks(ActPlaced, ActCheck, ActDisable, ActDelete, ActFinish)
}

// leftOff is a key that was left disabled.
func leftOff(g *Guide, id string) *keys.Left {
	return keys.NewLeft(g.Keys, []keys.Key{{AccessKey: client.AccessKey{ID: id, State: client.StateDisabled}}})
}

func TestUndoLeadsBackToDisabling(t *testing.T) {
	w := begun(t, OrderSafe)
	w.clicks(ActCreate, ActPlaced, ActCheck, ActDisable)
	check.Must(t, w.do(ActUndo))
	check.Equal(t, "old", w.state("AK2"), client.StateEnabled)
	check.Equal(t, "checked", w.seen().CheckedAt.IsZero(), false)
	var no *NotNowError
	check.Equal(t, "twice", errors.As(w.do(ActUndo), &no), true)
	w.clicks(ActDisable)

	w = begun(t, OrderDisableSecond)
	w.clicks(ActCreate, ActDisable, ActPlaced)
	check.Must(t, w.do(ActUndo))
	w.clicks(ActDisable, ActPlaced, ActCheck, ActDelete, ActFinish)

	w = begun(t, OrderDisableFirst)
	w.clicks(ActDisable)
	check.Must(t, w.do(ActUndo))
	w.clicks(ActDisable, ActCreate)
	check.Must(t, w.do(ActUndo))
	w.clicks(ActDisable, ActPlaced) // and creates no second key
	check.Equal(t, "keys", w.made, 4)

	w = begun(t, OrderDisableFirst)
	w.clicks(ActDisable)
	w.diesAfter = "create"
	check.Equal(t, "killed", w.do(ActCreate), errKilled)
	check.Must(t, w.do(ActUndo))
	check.Equal(t, "next", w.seen().Primary(), ActUse)
}

// The answer to enabling the old key is lost, and it was carried out.
func TestEnablingThatIsNoticedLateIsNobodyElses(t *testing.T) {
	w := begun(t, OrderSafe)
	w.clicks(ActCreate, ActPlaced, ActCheck, ActDisable)
	w.diesAfter = "enable"
	check.Equal(t, "killed", w.do(ActEnableOld), errKilled)
	check.Equal(t, "noted step", w.stored().Step, StepWait)
	check.Must(t, w.do(ActLook))
	check.Equal(t, "halt", w.seen().Halt(), "")
	check.Equal(t, "step", w.seen().Step, StepPlace)
}

func TestOldKeyThatSomebodyEnabledStopsIt(t *testing.T) {
	w := begun(t, OrderSafe)
	w.clicks(ActCreate, ActPlaced, ActCheck, ActDisable)
	w.set("AK2", client.StateEnabled)
	w.now = w.now.AddDate(0, 0, 8)
	var no *NotNowError
	check.Equal(t, "refused", errors.As(w.do(ActDelete), &no), true)
	check.Equal(t, "halt", no.State.Halt(), HaltOldOn)
	w.clicks(ActBackToPlace, ActPlaced)
}

func TestKeysThatAreGoneOrExpired(t *testing.T) {
	for _, c := range []struct {
		key     string
		state   client.State
		halt    Halt
		primary Act
	}{
		{"AK2", client.StateDeleted, HaltOldGone, ActFinish},
		{"AK2", client.StateExpired, HaltOldExpired, ActFinish},
		{"AK4", client.StateDeleted, HaltNewGone, ActAbandon},
		{"AK4", client.StateExpired, HaltNewExpired, ActAbandon},
		{"AK4", client.StateDisabled, HaltNewOff, ActEnableNew},
	} {
		w := begun(t, OrderSafe)
		w.clicks(ActCreate)
		w.set(c.key, c.state)
		check.Must(t, w.do(ActLook))
		s := w.seen()
		check.Equal(t, "halt", s.Halt(), c.halt)
		check.Equal(t, "next", s.Primary(), c.primary)
		check.Equal(t, "may be finished", s.May(ActFinish), c.primary == ActFinish)
		check.Equal(t, "may be abandoned", s.May(ActAbandon), true)
		check.Must(t, w.do(ActAbandon))
		check.Equal(t, "changes", len(w.asked), 0)
	}
}

// Nothing has taken the place of the old key then, so that was no replacement.
func TestReplacementWhoseKeysAreBothGoneIsNotFinished(t *testing.T) {
	for name, acts := range map[string][]Act{"deleted elsewhere": {ActCreate}, "deleted here": {ActCreate, ActPlaced, ActCheck, ActDisable, ActDelete}} {
		w := begun(t, OrderSafe)
		for _, a := range acts {
			check.Must(t, w.do(a))
		}
		w.set("AK2", client.StateDeleted)
		w.set("AK4", client.StateDeleted)
		check.Must(t, w.do(ActLook))
		s := w.seen()
		check.Equal(t, name+": halt", s.Halt(), HaltOldGone)
		check.Equal(t, name+": may be finished", s.May(ActFinish), false)
		check.Must(t, w.do(ActAbandon))
	}
}

func TestUnsureCreateAsksWhichAndCreatesNoOther(t *testing.T) {
	w := begun(t, OrderSafe)
	w.diesAfter = "create"
	check.Equal(t, "killed", w.do(ActCreate), errKilled)
	check.Must(t, w.do(ActLook))
	s := w.seen()
	check.Equal(t, "candidates", len(s.Candidates), 1)
	check.Equal(t, "next", s.Primary(), ActUse)
	var no *NotNowError
	check.Equal(t, "refused", errors.As(w.do(ActCreate), &no), true)
	check.Must(t, w.guide.Use(t.Context(), w.old, "AK4"))
	check.Equal(t, "step", w.seen().Step, StepPlace)
	check.Equal(t, "not created", w.seen().Skips.Create, false)
}

func TestCreateThatMadeSeveralAsksWhich(t *testing.T) {
	w := begun(t, OrderSafe)
	w.meddling = 0
	b := &alsoMade{backend: &backend{world: w.world, keyID: w.signs}}
	w.guide.Keys = keys.New(b, noVault{}, slog.New(slog.DiscardHandler), func() time.Time { return w.now })
	check.Must(t, w.guide.Create(t.Context(), w.old, false))
	check.Equal(t, "candidates", len(w.seen().Candidates), 2)
	check.Equal(t, "next", w.seen().Primary(), ActUse)
}

// alsoMade is a server at which somebody else makes a key at the same time.
type alsoMade struct{ *backend }

func (b *alsoMade) Create(ctx context.Context, known map[string]bool) (client.Creation, error) {
	made, err := b.backend.Create(ctx, known)
	id := b.world.create()
	made.After.Keys, made.NewIDs = b.world.keys, append(made.NewIDs, id)
	return made, err
}

func TestKeyIsPartOfOneReplacement(t *testing.T) {
	w := begun(t, OrderSafe)
	check.Must(t, w.guide.Use(t.Context(), w.old, "AK3"))
	for _, id := range []string{"AK2", "AK3"} {
		check.Equal(t, id, start(t.Context(), w.guide, id, OrderSafe), ErrOpen)
	}
	check.Must(t, start(t.Context(), w.guide, "AK1", OrderSafe))
	for _, id := range []string{"AK2", "AK3"} {
		check.Equal(t, "use "+id, w.guide.Use(t.Context(), "AK1", id), ErrOpen)
	}
}

func TestCheckIsTriedAgainForAWhile(t *testing.T) {
	w := begun(t, OrderSafe)
	w.clicks(ActCreate, ActPlaced)
	tries, accept := 0, 4
	w.guide.Check = func(context.Context, string) keycheck.Result {
		if tries++; tries < accept {
			return keycheck.Result{Kind: keycheck.Refused}
		}
		return keycheck.Result{Kind: keycheck.Accepted}
	}
	began := w.now
	accept = 1000
	var failed *CheckError
	check.Equal(t, "refused", errors.As(w.do(ActCheck), &failed), true)
	check.Equal(t, "waited", w.now.Sub(began), checkLimit)
	check.Equal(t, "step", w.seen().Step, StepCheck)
	tries, accept = 0, 4
	check.Must(t, w.do(ActCheck))
	check.Equal(t, "tries", tries, 4)
	check.Equal(t, "checked", w.seen().CheckedAt, w.now)
}

func TestClockThatWasWrongDoesNotPutDeletingOffForYears(t *testing.T) {
	w := begun(t, OrderSafe)
	w.now = w.now.AddDate(30, 0, 0)
	w.clicks(ActCreate, ActPlaced, ActCheck, ActDisable)
	w.now = w.now.AddDate(-30, 0, 0)
	check.Must(t, w.do(ActLook))
	check.Equal(t, "delete from", w.seen().DeleteFrom(), w.now.AddDate(0, 0, 7))
}

func TestTwoWindows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "access-keys", "rotations.json")
	w := newWalker(t, 1)
	w.old = "AK2"
	log := slog.New(slog.DiscardHandler)
	one, other := *w.guide, *w.guide
	one.File, other.File = Open(path, log), Open(path, log)
	check.Must(t, start(t.Context(), &one, "AK2", OrderSafe))
	check.Equal(t, "the same key", start(t.Context(), &other, "AK2", OrderSafe), ErrOpen)
	told := 0
	other.File.Changed.Subscribe(func(struct{}) { told++ })
	check.Must(t, one.Create(t.Context(), "AK2", false))
	var no *NotNowError
	check.Equal(t, "a second key", errors.As(other.Create(t.Context(), "AK2", false), &no), true)
	check.Equal(t, "keys", w.made, 4)
	check.Equal(t, "told", told > 0, true)
	check.Must(t, one.Placed(t.Context(), "AK2"))
	check.Equal(t, "at an old step", other.Placed(t.Context(), "AK2"), ErrElsewhere)
	check.Must(t, other.Abandon(t.Context(), "AK2", ""))
	check.Equal(t, "ended elsewhere", one.Disable(t.Context(), "AK2"), ErrElsewhere)
	check.Private(t, filepath.Dir(path), "rotations.json")
}

func TestFileThatIsDamagedCountsAsNone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rotations.json")
	for _, content := range []string{"{", `{"version":9}`, `{"version":1,"replacements":[{"old":"A","new":"A","order":"safe","step":"create"},{"old":"A","order":"safe","step":"place"},{"old":"A","order":"odd","step":"create"}]}`} {
		check.Must(t, os.WriteFile(path, []byte(content), 0o600))
		f := Open(path, slog.New(slog.DiscardHandler))
		check.Equal(t, "replacements of "+content, len(f.all), 0)
	}
}

func TestWhatAnotherVersionWroteStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rotations.json")
	w := newWalker(t, 1)
	w.old = "AK2"
	newer := `{"version":9,"replacements":[{"old":"A"}]}`
	check.Must(t, os.WriteFile(path, []byte(newer), 0o600))
	w.guide.File = Open(path, slog.New(slog.DiscardHandler))
	check.Equal(t, "refused", errors.Is(start(t.Context(), w.guide, w.old, OrderSafe), ErrNewer), true)
	check.Equal(t, "file", compact(t, path), newer)

	odd := `{"old":"A","order":"odd","step":"create","more":true}`
	check.Must(t, os.WriteFile(path, []byte(`{"version":1,"replacements":[`+odd+`]}`), 0o600))
	check.Must(t, start(t.Context(), w.guide, w.old, OrderSafe))
	check.Equal(t, "kept", strings.Contains(compact(t, path), odd), true)

	check.Must(t, os.WriteFile(path, []byte("{"), 0o600))
	check.Must(t, w.guide.File.Reread(t.Context()))
	check.Equal(t, "open", w.seen().Old, w.old)
	check.Equal(t, "written again", strings.Contains(compact(t, path), `"old":"AK2"`), true)
}

// compact is a JSON file without blanks.
func compact(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	check.Must(t, err)
	var b bytes.Buffer
	check.Must(t, json.Compact(&b, content))
	return b.String()
}

func TestReplacementIsFoundWhenTheAPIMovesOrNamesUsers(t *testing.T) {
	f := Open("", slog.New(slog.DiscardHandler))
	r := Replacement{Base: "https://server/api/v1", Old: "AK1", Order: OrderSafe, Step: StepCreate}
	check.Must(t, f.add(t.Context(), r))
	for ref, want := range map[keys.Ref]bool{
		{Base: "https://server/other/v1", KeyID: "AK1"}:            true,
		{Base: "https://server/api/v1", User: "ann", KeyID: "AK1"}: true,
		{Base: "https://elsewhere/api/v1", KeyID: "AK1"}:           false,
		{Base: "https://server/api/v1", KeyID: "AK2"}:              false,
	} {
		_, found := f.Of(ref)
		check.Equal(t, ref.Base+ref.User+ref.KeyID, found, want)
	}
	ann := r
	ann.User = "ann"
	check.Equal(t, "opened twice", f.add(t.Context(), ann), ErrOpen)
}
