package rotation

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
)

// walker is a user who replaces a key, with a program that may be killed.
type walker struct {
	*testing.T
	*world
	guide *Guide
	old   string
	signs string // the key that the session is signed in with
	moved int    // how often notes were given to the new key
	trail []string

	recorded []string // in the history
}

func newWalker(t *testing.T, seed uint64) *walker {
	w := &walker{T: t, world: newWorld(seed), old: "AK2", signs: "AK1"}
	if w.rng.IntN(3) == 0 {
		w.old = w.signs // the app's own key
	}
	w.world.old, w.world.new = func() string { return w.old }, func() string { return w.stored().New }
	w.start()
	return w
}

// start starts the program.
func (w *walker) start() {
	f := &File{disk: &worldDisk{w.world}}
	f.all, _, _ = f.read()
	for _, k := range w.keys {
		if w.state(w.signs) != client.StateEnabled && k.State == client.StateEnabled {
			w.signs = k.ID // the user signs in with another key
		}
	}
	if w.state(w.signs) != client.StateEnabled {
		w.signs = w.create() // that the web console has made
	}
	b := &backend{world: w.world, keyID: w.signs}
	w.guide = New(Options{
		File: f, Keys: keys.New(b, noVault{}, slog.New(slog.DiscardHandler), func() time.Time { return w.now }),
		Now:    func() time.Time { return w.now },
		Check:  func(_ context.Context, id string) keycheck.Result { return w.judge(b, id) },
		Pause:  func(context.Context, time.Duration) error { w.now = w.now.Add(checkPause); w.point(); return nil },
		Move:   func(context.Context, keys.Ref, keys.Ref) error { w.point(); w.moved++; w.point(); return nil },
		Label:  func(context.Context, keys.Ref, string) error { w.point(); return nil },
		Record: func(e history.Event) { w.recorded = append(w.recorded, string(e.Action)+" "+e.KeyID) },
	})
	_ = w.guide.Keys.Load(w.Context())
}

// judge is the server's word on a key.
func (w *walker) judge(b *backend, id string) keycheck.Result {
	_, _, err := b.reached("check")
	switch {
	case err != nil:
		return keycheck.Result{Kind: keycheck.Unanswered, Err: err}
	case w.state(id) != client.StateEnabled:
		return keycheck.Result{Kind: keycheck.RefusedInactive}
	case w.rng.Float64() < w.faults:
		return keycheck.Result{Kind: keycheck.Refused}
	}
	return keycheck.Result{Kind: keycheck.Accepted}
}

// stored is the replacement as it is on disk.
func (w *walker) stored() Replacement {
	f := &File{disk: &worldDisk{w.world}}
	all, _, err := f.read()
	check.Must(w, err)
	if len(all) == 0 {
		return Replacement{Old: w.old}
	}
	return all[0]
}

func (w *walker) open() bool { return !w.stored().Began.IsZero() }

// do has the user do something, and judges what the program asked of the server for that.
func (w *walker) do(a Act) (err error) {
	before, unsure := w.stored(), w.unsure
	w.asked, w.raced = nil, false
	w.trail = append(w.trail, string(a))
	died := func() (died bool) {
		defer func() {
			if v := recover(); v != nil {
				if _, died = v.(crash); !died {
					panic(v)
				}
			}
		}()
		err = w.act(a)
		return false
	}()
	w.dies = 0
	w.judgeRequests(a, before)
	if a == ActCreate && unsure > 0 && len(w.asked) > 0 {
		w.fail("a second key is asked for, with %+v", before)
	}
	if died {
		w.trail = append(w.trail, "killed")
		w.start()
		return errKilled
	}
	return err
}

var errKilled = errors.New("the program was killed")

func (w *walker) act(a Act) error {
	g, ctx := w.guide, w.Context()
	switch a {
	case ActLook:
		return check.Second(g.Look(ctx, w.old))
	case ActCreate, ActCreateAgain:
		return g.Create(ctx, w.old, a == ActCreateAgain)
	case ActUse:
		return g.Use(ctx, w.old, w.choice())
	case ActPlaced:
		check.Must(w, ignore(g.Tick(ctx, w.old, "CI", w.rng.IntN(2) == 0)))
		return g.Placed(ctx, w.old)
	case ActCheck:
		return g.CheckNew(ctx, w.old)
	case ActSkipCheck:
		return g.SkipCheck(ctx, w.old)
	case ActBackToPlace:
		return g.BackToPlace(ctx, w.old)
	case ActSignIn:
		return w.signIn()
	case ActDisable:
		return g.Disable(ctx, w.old)
	case ActEnableOld:
		return g.EnableOld(ctx, w.old)
	case ActUndo:
		return g.Undo(ctx, leftOff(g, w.old))
	case ActEnableNew:
		return g.EnableNew(ctx, w.old)
	case ActSetWait:
		return g.SetWait(ctx, w.old, waits()[w.rng.IntN(3)])
	case ActDelete:
		return g.Delete(ctx, w.old)
	case ActFinish:
		return g.Finish(ctx, w.old)
	case ActAbandon:
		return g.Abandon(ctx, w.old, "CI (new)")
	}
	return nil
}

// ignore drops what may well be.
func ignore(err error) error {
	if errors.Is(err, ErrElsewhere) || err != nil && err.Error() == "write replacements: the disk is full" {
		return nil
	}
	return err
}

// choice is a key to use: a candidate, or any.
func (w *walker) choice() string {
	s, _ := w.guide.State(w.old)
	all := s.Candidates
	if len(all) == 0 {
		all = w.guide.Usable(w.old)
	}
	if len(all) == 0 {
		return "none"
	}
	return all[w.rng.IntN(len(all))].ID
}

// signIn signs in with the new key, as the window does.
func (w *walker) signIn() error {
	s, ok := w.guide.State(w.old)
	if !ok || !s.May(ActSignIn) || w.state(s.New) != client.StateEnabled {
		return nil
	}
	w.signs = s.New
	w.start()
	return nil
}

// judgeRequests checks that nothing was asked of the server but what the user asked for, and that it leaves no user
// without a key.
func (w *walker) judgeRequests(a Act, before Replacement) {
	w.Helper()
	want := map[Act]string{ActCreate: "create", ActCreateAgain: "create", ActDisable: "disable", ActEnableOld: "enable", ActUndo: "enable", ActEnableNew: "enable", ActDelete: "delete"}[a]
	for _, r := range w.asked {
		alone := before.Order == OrderDisableFirst && before.New == ""
		switch {
		case r.op != want:
			w.fail("%s asks for %v", a, r)
		case r.op == "create":
		case r.id != before.Old && r.id != before.New:
			w.fail("%v is about a key that is not being replaced", r)
		case r.op == "enable":
		case r.signer == r.id:
			w.fail("%v has the app lock itself out", r)
		case r.id != before.Old:
			w.fail("%v is about the new key", r)
		case r.op == "delete" && !r.oldOff && !w.raced:
			w.fail("%v deletes a key that is in use", r)
		case !r.newOn && !alone && !w.raced:
			w.fail("%v leaves no key that works, with %+v", r, before)
		}
	}
	if n := len(w.asked); n > 1 {
		w.fail("%d changes are asked for with one click: %v", n, w.asked)
	}
}

func (w *walker) fail(format string, args ...any) {
	w.Helper()
	w.Fatalf("%s\nafter %v", fmt.Sprintf(format, args...), w.trail)
}

// wander lets something happen.
func (w *walker) wander() {
	switch n := w.rng.IntN(20); {
	case n < 2:
		w.somebody()
		w.trail = append(w.trail, "somebody")
	case n < 4:
		w.now = w.now.Add(time.Duration(w.rng.IntN(40)-12) * 24 * time.Hour)
		w.trail = append(w.trail, "the clock jumps")
	case n == 4:
		w.start()
		w.trail = append(w.trail, "started again")
	case n == 5 && len(w.late) > 0:
		w.late[0]()
		w.late = w.late[1:]
		w.trail = append(w.trail, "late")
	default:
		w.click()
	}
}

// click has the user do what is offered, seldom something else.
func (w *walker) click() {
	if w.rng.IntN(12) == 0 {
		w.dies = 1 + w.rng.IntN(12)
	}
	if !w.open() {
		w.pickOld()
		w.unsure = 0
		orders := []Order{OrderSafe, OrderSafe, OrderDisableSecond, OrderDisableFirst}
		order := orders[w.rng.IntN(len(orders))]
		w.trail = append(w.trail, "start "+string(order))
		func() {
			defer func() {
				if recover() != nil {
					w.start()
				}
			}()
			_ = start(w.Context(), w.guide, w.old, order)
		}()
		w.dies = 0
		return
	}
	s, _ := w.guide.State(w.old)
	acts := append(s.Others(), s.Primary(), s.Primary(), s.Primary(), s.Primary(), s.Primary(), s.Primary())
	if w.rng.IntN(10) == 0 {
		acts = []Act{ActCreate, ActDisable, ActDelete, ActEnableOld, ActUndo, ActEnableNew, ActFinish, ActUse, ActCheck, ActPlaced}
	}
	acts = slices.DeleteFunc(acts, func(a Act) bool { return a == ActAbandon && w.rng.IntN(20) > 0 })
	w.check(s)
	_ = w.do(acts[w.rng.IntN(len(acts))])
}

// pickOld chooses the key to replace next.
func (w *walker) pickOld() {
	if w.state(w.old) == client.StateEnabled {
		return
	}
	w.old = w.signs
	for _, k := range w.keys {
		if k.State == client.StateEnabled && w.rng.IntN(2) == 0 {
			w.old = k.ID
		}
	}
}

// check checks that there is something to go on with.
func (w *walker) check(s State) {
	w.Helper()
	if s.Primary() == "" || slices.Contains(s.Others(), s.Primary()) {
		w.fail("what comes next is %q, besides %v", s.Primary(), s.Others())
	}
	if !s.May(ActAbandon) && !s.May(ActFinish) {
		w.fail("it can't be ended: %+v", s)
	}
	if off := s.OldKey.State == client.StateDisabled; off && !s.May(ActEnableOld) {
		w.fail("the old key can't be enabled: %+v", s)
	}
}

// goOn has everything work from now on, and the user do what comes next until the replacement has ended.
func (w *walker) goOn() {
	w.faults, w.meddling, w.dies, w.late = 0, 0, 0, nil
	w.trail = append(w.trail, "all is well")
	w.start()
	for range 16 {
		if !w.open() {
			return
		}
		s, err := w.guide.Look(w.Context(), w.old)
		if err != nil {
			w.fail("look: %v", err)
		}
		a := s.Primary()
		switch {
		case a == ActLook && s.Creating != nil && s.Halt() == "":
			a = ActCreateAgain
		case a == ActLeave:
			a = ActDelete
		}
		if err := w.do(a); err != nil {
			w.fail("%s: %v", a, err)
		}
	}
	s, _ := w.guide.State(w.old)
	w.fail("it does not come to an end: %+v", s)
}

// TestRandomWalks has replacements go wrong in every way. It tells the seed of a walk that fails.
func TestRandomWalks(t *testing.T) {
	const walks = 2000
	ends, done := map[string]int{}, 0
	for seed := range uint64(walks) {
		w := newWalker(t, seed)
		w.trail = append(w.trail, fmt.Sprint("seed ", seed))
		if seed%2 == 0 {
			w.faults, w.meddling = 0.15, 0.02
		}
		for range 40 {
			w.wander()
		}
		ends[string(w.stored().Step)+" "+string(w.stored().Order)]++
		w.goOn()
		done += w.moved
	}
	t.Log(done, "were finished; after 40 events:", ends)
}
