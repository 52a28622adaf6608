package app

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// faultWorld is a user at the app, the back end, and the way between, where things go wrong.
type faultWorld struct {
	t      *testing.T
	seed   uint64
	number uint64
	failed bool
	over   bool

	server  *demo.Server
	proxy   *faultProxy
	model   *faultModel
	store   *apptest.Store
	config  Config
	skew    [2]atomic.Int64 // of the server's clock, and of the client's
	app     *App
	session *session.Session
	step    int
	what    string
	rng     *rand.Rand
	locked  atomic.Bool // the window

	mu        sync.Mutex
	pending   map[string]keys.Operation            // what was told not to be known, by key
	early     map[string]keys.Operation            // what was resolved before it was told not to be known
	told      map[string]bool                      // the created keys that were told of
	toldIn    map[string]bool                      // likewise, by sign-in and key: each may have waited for one
	others    map[string]map[string]keys.Operation // pending for other sign-ins, by their names
	orphans   map[int]bool                         // creates that need not be told of any more: there was another sign-in
	lost      []int                                // creates since then that may turn up yet
	surprises []string                             // what was resolved wrongly
	past      faultHistory
	outcomes  map[string]int
}

func newFaultWorld(t *testing.T, seed, number uint64) *faultWorld {
	t.Helper()
	w := &faultWorld{t: t, seed: seed, number: number, store: apptest.NewStore(), pending: map[string]keys.Operation{},
		early: map[string]keys.Operation{}, told: map[string]bool{}, toldIn: map[string]bool{}, orphans: map[int]bool{}, others: map[string]map[string]keys.Operation{}, outcomes: map[string]int{}}
	server, err := demo.Start("", demo.Options{Keys: 8 * int(number%2), Now: func() time.Time { return w.clock(0) }})
	check.Must(t, err)
	w.server = server
	w.model = newFaultModel(server.Keys(), server.SecretOf)
	w.proxy = newFaultProxy(t, server, w.model)
	w.config = Config{Dir: t.TempDir(), Store: w.store,
		Connector: session.NewConnector(client.Options{Now: func() time.Time { return w.clock(1) }})}
	w.app = New(w.config)
	return w
}

func (w *faultWorld) clock(whose int) time.Time {
	return time.Now().Add(time.Duration(w.skew[whose].Load()))
}

func (w *faultWorld) close() {
	w.session.CloseIdleConnections()
	w.proxy.close()
	check.Must(w.t, w.server.Close())
}

// fail tells what is wrong, and how it came to be. What comes afterwards would only follow from it.
func (w *faultWorld) fail(format string, args ...any) {
	w.t.Helper()
	if w.failed {
		return
	}
	w.proxy.mu.Lock()
	defer w.proxy.mu.Unlock()
	w.failLocked(format, args...)
}

// failLocked is fail with w.proxy.mu held.
func (w *faultWorld) failLocked(format string, args ...any) {
	w.t.Helper()
	if w.failed {
		return
	}
	w.failed = true
	last := w.proxy.log[max(0, len(w.proxy.log)-25):]
	w.t.Errorf("%s=%d, world %d, operation %d, %s: %s\n  %s", faultSeedEnv, w.seed, w.number, w.step, w.what,
		fmt.Sprintf(format, args...), strings.Join(last, "\n  "))
}

// run does a number of operations, and then looks whether all is well once the network is.
func (w *faultWorld) run(operations int) {
	w.signInCalmly()
	for w.step = 1; w.step <= operations && !w.failed && !w.over; w.step++ {
		w.rng = w.random(0)
		w.operate()
		w.check()
		w.noteStates()
		w.between()
	}
	if !w.failed && !w.over {
		w.calm()
	}
}

// random is what is left to chance in a step: the same for the same step of a world, whatever happened before.
func (w *faultWorld) random(what uint64) *rand.Rand {
	return rand.New(rand.NewPCG(w.seed, w.number<<32|uint64(w.step)<<4|what))
}

// begin has what is asked of the server from now on be for an operation that may change keys.
func (w *faultWorld) begin(what string, may ...string) (ctx context.Context, since int, end func()) {
	w.what = what
	limit := 250 + time.Duration(w.rng.IntN(200))
	ctx, cancel := context.WithTimeout(w.t.Context(), limit*time.Millisecond)
	session := w.session
	o := operation{number: w.step, rng: w.random(1), rate: []float64{0, 0.1, 0.3, 0.6, 0.95}[w.rng.IntN(5)],
		may: map[string]bool{}, cut: cancel, jump: w.jump, lock: func() { w.locked.Store(true); session.Lock() }}
	for _, id := range may {
		o.may[id] = true
	}
	since = w.proxy.begin(o)
	w.proxy.mu.Lock()
	w.proxy.note("operation %d: %s", w.step, what)
	w.proxy.mu.Unlock()
	return ctx, since, func() {
		abandoned := ctx.Err() != nil
		cancel()
		if abandoned {
			w.session.CloseIdleConnections()
		}
		w.proxy.quiet(abandoned)
	}
}

// jump moves a clock by minutes or hours, or sets it right.
func (w *faultWorld) jump(rng *rand.Rand) {
	by := time.Duration(rng.Int64N(int64(6*time.Hour))) - 3*time.Hour
	if rng.IntN(3) == 0 {
		by = 0
	}
	w.skew[rng.IntN(2)].Store(int64(by))
}

// resolved judges what the app tells of a change of which it had not been known. w.mu is held.
func (w *faultWorld) resolved(s keys.Resolved) (wrong string) {
	w.outcomes["resolved "+string(s.Result)]++
	w.proxy.mu.Lock()
	defer w.proxy.mu.Unlock()
	w.proxy.note("resolved: %+v", s)
	if s.Op == keys.OpCreate {
		if s.Result == keys.ResultDone {
			return w.tellOf(s.ID)
		}
		return ""
	}
	op, waiting := w.pending[s.ID]
	delete(w.pending, s.ID)
	now := w.model.states[s.ID]
	if !waiting {
		w.early[s.ID] = s.Op
	}
	switch {
	case waiting && op != s.Op:
		return fmt.Sprintf("%+v is resolved, of which %q was not known", s, op)
	case s.State != now || (s.Result == keys.ResultDone) != (now == wanted(s.Op)):
		return fmt.Sprintf("%+v is resolved, but the key is %s", s, now)
	}
	return ""
}

// tellOf takes note that a created key was told of. w.proxy.mu is held.
func (w *faultWorld) tellOf(id string) (wrong string) {
	made := slices.ContainsFunc(w.model.effects, func(e effect) bool { return e.created && e.id == id })
	switch {
	case !made:
		return id + " is told to be new, and was never created"
	case w.toldIn[signInName(w.session)+" "+id]:
		return id + " is told to be new a second time"
	}
	w.told[id], w.toldIn[signInName(w.session)+" "+id] = true, true
	return ""
}

// wanted is the state that an operation is to bring about.
func wanted(op keys.Operation) client.State {
	return map[keys.Operation]client.State{keys.OpEnable: client.StateEnabled, keys.OpDisable: client.StateDisabled, keys.OpDelete: client.StateDeleted}[op]
}

// check looks for what must be so after every operation.
func (w *faultWorld) check() {
	for _, wrong := range w.proxy.wrongs() {
		w.fail("%s", wrong)
	}
	w.mu.Lock()
	surprises := w.surprises
	w.surprises = nil
	early := w.early
	w.early = map[string]keys.Operation{}
	w.mu.Unlock()
	if len(early) > 0 {
		w.fail("%v is resolved, of which it was never told not to be known", early)
	}
	for _, wrong := range surprises {
		w.fail("%s", wrong)
	}
	w.checkVault()
	for _, k := range w.session.Keys().All() {
		if k.Busy != "" {
			w.fail("%s is still being worked on", k.ID)
		}
		if w.pending[k.ID] != k.Pending {
			w.fail("%s is shown as waiting for %q, and %q was told not to be known", k.ID, k.Pending, w.pending[k.ID])
		}
	}
}

// checkVault looks at every secret that is kept.
func (w *faultWorld) checkVault() {
	w.store.Mu.Lock()
	kept := maps.Clone(w.store.Entries)
	w.store.Mu.Unlock()
	for name, secret := range kept {
		id := name[strings.LastIndexByte(name, ' ')+1:]
		if right, ok := w.model.secrets[id]; !ok || !right.Equal(client.NewSecret(secret)) {
			w.fail("the keyring has another key's secret as that of %s", name)
		}
	}
}

// understood reports whether an error is one that the user can be told of.
func understood(err error) bool {
	var changed *keys.ChangedError // need not have an error of the server's
	if errors.As(err, &changed) {
		return true
	}
	for _, known := range []error{keys.ErrBusy, keys.ErrPending, keys.ErrSignedOut, keyring.ErrNotStored, keys.ErrNotKept, context.Canceled} {
		if errors.Is(err, known) {
			return true
		}
	}
	return client.KindOf(err) != ""
}

// between lets happen what happens while the app does nothing.
func (w *faultWorld) between() {
	if w.failed {
		return
	}
	if w.locked.Swap(false) {
		if err := w.app.Sessions.Unlock(w.t.Context(), w.session); err != nil {
			w.fail("unlocking: %v", err)
		}
	}
	w.proxy.between(w.random(2))
	own := w.session.KeyID()
	if w.model.states[own] == client.StateEnabled {
		return
	}
	if _, known := w.pending[own]; known {
		w.what = "looking whether the own key is gone"
		w.proxy.begin(operation{number: w.step, rng: w.random(3)})
		err := w.session.Keys().Load(w.t.Context())
		if w.pending[own] != "" {
			w.fail("it is still not known what became of the key that is signed in with: %v", err)
		}
	}
	w.signInCalmly()
}

// calm looks whether all is well once the network is.
func (w *faultWorld) calm() {
	w.what = "when the network is calm"
	w.rng = w.random(4)
	w.proxy.restarts.Wait()
	_ = w.proxy.open()
	w.proxy.begin(operation{number: w.step, rng: w.rng})
	w.proxy.empty() // or it could disable the own key while the list is read
	w.between()
	if w.failed || w.over {
		return
	}
	keys := w.session.Keys()
	for range 2 { // the first may only show that the clocks disagree
		if err := keys.Load(w.t.Context()); err != nil {
			w.fail("reading the list: %v", err)
			return
		}
	}
	w.check()
	w.checkList()
	w.checkModel()
	w.checkHistory()
	w.mu.Lock()
	defer w.mu.Unlock()
	for id, op := range w.pending {
		w.fail("it is still not known whether %s was done to %s", op, id)
	}
	for _, e := range w.model.effects {
		if e.created && !w.told[e.id] && !w.orphans[e.number] {
			w.fail("nobody was told that %s was created, by operation %d", e.id, e.number)
		}
	}
	for name := range w.store.Entries {
		base, id, _ := strings.Cut(strings.TrimPrefix(name, keyring.ServiceVault+"/"), " ")
		if base == w.session.Endpoint().Base && w.model.states[id] == client.StateDeleted {
			w.fail("the keyring still has the secret of %s, which is deleted", id)
		}
	}
}

// checkList compares the list that is shown, just read, with what the back end must hold.
func (w *faultWorld) checkList() {
	w.proxy.mu.Lock()
	var want []string
	for _, id := range w.model.order {
		want = append(want, id+" "+string(w.model.states[id]))
	}
	w.proxy.mu.Unlock()
	var shown []string
	for _, k := range w.session.Keys().All() {
		shown = append(shown, k.ID+" "+string(k.State))
	}
	if !slices.Equal(shown, want) {
		w.fail("the list is\n%s\nand must be\n%s", strings.Join(shown, "\n"), strings.Join(want, "\n"))
	}
}

// checkModel compares what the back end must hold with what it holds.
func (w *faultWorld) checkModel() {
	for i, k := range w.server.Keys() {
		if w.model.order[i] != k.ID || w.model.states[k.ID] != k.State {
			w.fail("the back end has %s as %s, and must have %s", k.ID, k.State, w.model.states[k.ID])
		}
	}
}
