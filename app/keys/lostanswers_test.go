package keys

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/secrets"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// weather is a list of keys over a real back end that misbehaves.
type weather struct {
	*testing.T
	server *demo.Server
	keys   *Keys

	mu   sync.Mutex
	told []Resolved
}

func newWeather(t *testing.T) *weather {
	server, err := demo.Start("", demo.Options{})
	check.Must(t, err)
	t.Cleanup(func() { _ = server.Close() })
	b, err := client.SignIn(t.Context(), server.URL(), server.Credentials(), client.Options{})
	check.Must(t, err)
	log := slog.New(slog.DiscardHandler)
	v := secrets.NewVault(apptest.NewStore(), secrets.OpenIndex(filepath.Join(t.TempDir(), "vault.json"), log), b.Endpoint().Base)
	w := &weather{T: t, server: server, keys: New(b, v, log, time.Now)}
	w.keys.Resolved.Subscribe(func(s Resolved) {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.told = append(w.told, s)
	})
	check.Must(t, w.keys.Load(t.Context()))
	return w
}

// inState is a key in a state that the session is not signed in with.
func (w *weather) inState(state client.State) Key {
	w.Helper()
	for _, k := range w.keys.All() {
		if k.State == state && !k.Own {
			return k
		}
	}
	w.Fatalf("no key is %s", state)
	return Key{}
}

func (w *weather) truth(id string) client.State { return found(w.server.Keys(), id).State }

// resolve reads the list until nothing is pending.
func (w *weather) resolve(id string) {
	w.Helper()
	w.server.SetFaults()
	check.Must(w, w.keys.Load(w.Context()))
	k, _ := w.keys.Find(id)
	check.Equal(w, "pending in the end", k.Pending, "")
}

// downAfter has nothing answered any more once there was such a request.
func (w *weather) downAfter(match func(method, path string) bool) demo.Faults {
	return demo.Faults{Drop: true, Match: func(string, string) bool {
		return slices.ContainsFunc(w.server.Requests(), func(r demo.Request) bool { return match(r.Method, r.Path) })
	}}
}

// matches checks that the list shows what the server has.
func (w *weather) matches() {
	w.Helper()
	check.Must(w, w.keys.Load(w.Context()))
	var here, there []string
	for _, k := range w.keys.All() {
		here = append(here, k.ID+" "+string(k.State))
	}
	for _, k := range w.server.Keys() {
		there = append(there, k.ID+" "+string(k.State))
	}
	check.EqualSlices(w, "list", here, there...)
}

func changing(method, _ string) bool { return method != http.MethodGet }
func posting(method, _ string) bool  { return method == http.MethodPost }

// lostWays are ways to lose an answer. Those that were carried out are so before it is lost.
var lostWays = []struct {
	name       string
	carriedOut bool
	faults     demo.Faults
}{
	{"dropped before", false, demo.Faults{Drop: true}},
	{"dropped after", true, demo.Faults{DropAfterHandling: true}},
	{"502 before", false, demo.Faults{Status: 502}},
	{"503 after", true, demo.Faults{Status: 503, AfterHandling: true}},
	{"web page after", true, demo.Faults{HTML: true, AfterHandling: true}},
	{"no answer in time before", false, demo.Faults{Hold: make(chan struct{})}},
	{"no answer in time after", true, demo.Faults{HoldAnswer: make(chan struct{})}},
}

// briefly is ctx with time for little more than one answer.
func briefly(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	t.Cleanup(cancel)
	return ctx
}

func (w *weather) do(ctx context.Context, op Operation, k Key) error {
	switch op {
	case OpEnable:
		return w.keys.Do(ctx, OpEnable, k.ID)
	case OpDisable, OpDelete:
		return doAsSeen(ctx, w.keys, op, k)
	}
	return check.Second(w.keys.Create(ctx))
}

func TestLostAnswersOverHTTP(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for real time-outs")
	}
	for _, way := range lostWays {
		for _, c := range changes {
			t.Run(fmt.Sprint(c.op, " ", way.name), func(t *testing.T) {
				t.Parallel()
				w := newWeather(t)
				k := w.inState(c.from)
				faults := way.faults
				faults.Match = changing
				w.server.SetFaults(faults)
				err := w.do(briefly(t), c.op, k)
				var lost *UnacknowledgedError
				switch {
				case way.carriedOut:
					check.Must(t, err)
				case !errors.As(err, &lost) || !lost.Read || lost.State != c.from:
					t.Errorf("got %v", err)
				}
				check.Equal(t, "at the server", w.truth(k.ID), map[bool]client.State{true: c.to, false: c.from}[way.carriedOut])
				w.server.SetFaults()
				check.Equal(t, "told later", len(w.told), 0)
				w.matches()
			})
		}
	}
}

func TestLostNetworkIsResolvedOverHTTP(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for real time-outs")
	}
	for i, way := range lostWays {
		c := changes[i%len(changes)]
		t.Run(fmt.Sprint(c.op, " ", way.name), func(t *testing.T) {
			t.Parallel()
			w := newWeather(t)
			k := w.inState(c.from)
			way.faults.Match = changing
			w.server.SetFaults(way.faults, w.downAfter(changing))
			if err := w.do(briefly(t), c.op, k); !Uncertain(err) {
				t.Fatalf("got %v", err)
			}
			w.resolve(k.ID)
			want := Resolved{ID: k.ID, Op: c.op, Result: ResultNotDone, State: c.from}
			if way.carriedOut {
				want.Result, want.State = ResultDone, c.to
			}
			check.EqualSlices(t, "told", w.told, want)
			w.matches()
		})
	}
}

func TestLostCreatesOverHTTP(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for real time-outs")
	}
	for _, way := range lostWays {
		t.Run(way.name, func(t *testing.T) {
			t.Parallel()
			w := newWeather(t)
			before := w.server.Keys()
			way.faults.Match = posting
			w.server.SetFaults(way.faults, w.downAfter(posting))
			if _, err := w.keys.Create(briefly(t)); !Uncertain(err) {
				t.Fatalf("got %v", err)
			}
			_, err := w.keys.Create(t.Context())
			check.Equal(t, "pressing New again is refused", errors.Is(err, ErrPending), true)
			w.resolve("")
			after := w.server.Keys()
			if way.carriedOut {
				check.EqualSlices(t, "told", w.told, Resolved{ID: after[len(after)-1].ID, Op: OpCreate, Result: ResultDone, State: client.StateEnabled})
				check.Equal(t, "keys made", len(after)-len(before), 1)
			} else {
				check.EqualSlices(t, "told", w.told, Resolved{Op: OpCreate, Result: ResultNotDone})
				check.Equal(t, "keys made", len(after)-len(before), 0)
			}
			w.matches()
		})
	}
}

// A server is restarted when it has just begun with a change, or has just made it.
func TestServerRestartedInTheMiddle(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for real time-outs")
	}
	for _, c := range append(changes, struct {
		op       Operation
		from, to client.State
	}{OpCreate, client.StateEnabled, ""}) {
		for _, back := range []bool{true, false} {
			for _, carriedOut := range []bool{true, false} {
				t.Run(fmt.Sprintf("%s, carried out: %v, back at once: %v", c.op, carriedOut, back), func(t *testing.T) {
					t.Parallel()
					w := newWeather(t)
					k := w.inState(c.from)
					before := len(w.server.Keys())
					fault := demo.Faults{Match: changing, Times: 1, Hold: make(chan struct{})}
					if carriedOut {
						fault.Hold, fault.HoldAnswer = nil, make(chan struct{})
					}
					w.server.SetFaults(fault)
					ended := make(chan error, 1)
					go func() { ended <- w.do(t.Context(), c.op, k) }()
					check.Must(t, w.server.WaitFor(t.Context(), func(all []demo.Request) bool {
						arrived := slices.ContainsFunc(all, func(r demo.Request) bool { return r.Method != http.MethodGet })
						return arrived && (!carriedOut || w.truth(k.ID) == c.to || len(w.server.Keys()) > before)
					}))
					check.Must(t, w.server.Close())
					if back {
						check.Must(t, w.server.Reopen())
					}
					err := <-ended
					if !back {
						check.Must(t, w.server.Reopen())
						if !Uncertain(err) {
							t.Fatalf("got %v, want an uncertain outcome", err)
						}
						w.resolve(k.ID)
					}
					w.right(c.op, c.to, k, err, len(w.server.Keys())-before)
					w.matches()
				})
			}
		}
	}
}

// right checks that what was told of an operation is so.
func (w *weather) right(op Operation, to client.State, k Key, err error, made int) {
	w.Helper()
	done := err == nil
	var lost *UnacknowledgedError
	switch {
	case Uncertain(err):
		check.Equal(w, "told times", len(w.told), 1)
		done = w.told[0].Result == ResultDone
	case errors.As(err, &lost):
	case err != nil:
		w.Errorf("got %v", err)
	}
	if op == OpCreate {
		check.Equal(w, "keys made", made, map[bool]int{true: 1}[done])
		posts := 0
		for _, r := range w.server.Requests() {
			if r.Method == http.MethodPost {
				posts++
			}
		}
		check.Equal(w, "POSTs", posts, 1)
		return
	}
	check.Equal(w, "done", done, w.truth(k.ID) == to)
}
