package app

import (
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"accesskeys/client/demo"
)

// holdLimit is how long an answer is held back at most; those who wait for it have less patience.
const holdLimit = 450 * time.Millisecond

// faultProxy is the way to the demo back end, on which things go wrong as planned. It knows what reached the
// back end and what that did, and so what it must hold.
type faultProxy struct {
	server   *demo.Server
	address  string
	serving  sync.WaitGroup
	restarts sync.WaitGroup

	mu     sync.Mutex      // held while the back end does something, too
	conns  map[string]conn // by the address that they come from
	web    *http.Server
	closed bool // for good
	model  *faultModel
	op     operation
	parked []*arrival // which the back end has not been given yet
	tokens map[string]bool
	wrong  []string
	log    []string
	count  map[string]int
}

// operation is what the app has been asked to do.
type operation struct {
	number int
	rng    *rand.Rand       // of what happens on the way
	rate   float64          // of requests that something happens to
	may    map[string]bool  // the keys that may be changed; "" is a new one
	nth    int              // request so far
	cut    func()           // ends it early
	jump   func(*rand.Rand) // moves a clock
	lock   func()           // locks the window
}

// conn is a connection that is open.
type conn struct {
	state http.ConnState
	since time.Time
}

func newFaultProxy(t testing.TB, s *demo.Server, m *faultModel) *faultProxy {
	t.Helper()
	p := &faultProxy{server: s, model: m, tokens: map[string]bool{}, count: map[string]int{}, conns: map[string]conn{}}
	for range 1000 { // below where systems take the ports of their own from, so that it stays ours while closed
		p.address = fmt.Sprintf("127.0.0.1:%d", 20000+rand.N(12000))
		if p.open() == nil {
			return p
		}
	}
	t.Fatal("there is no port to listen on")
	return nil
}

func (p *faultProxy) url() string { return "http://" + p.address }

func (p *faultProxy) open() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.web != nil || p.closed {
		return nil
	}
	listener, err := net.Listen("tcp", p.address)
	if err != nil {
		return err
	}
	web := &http.Server{Handler: http.HandlerFunc(p.serve), ReadHeaderTimeout: time.Minute, ConnState: p.connected}
	p.web = web
	p.serving.Go(func() { _ = web.Serve(listener) })
	return nil
}

func (p *faultProxy) shut() {
	p.mu.Lock()
	web := p.web
	p.web = nil
	p.mu.Unlock()
	if web != nil {
		_ = web.Close()
	}
}

// connected takes note of a connection.
func (p *faultProxy) connected(c net.Conn, state http.ConnState) {
	p.mu.Lock()
	defer p.mu.Unlock()
	from := c.RemoteAddr().String()
	if state == http.StateClosed || state == http.StateHijacked {
		delete(p.conns, from)
		return
	}
	p.conns[from] = conn{state: state, since: time.Now()}
}

// quiet returns once everything that was sent has been dealt with, also what nobody waits for any more: that may
// still come on any connection, so that all of them are to be closed then.
func (p *faultProxy) quiet(abandoned bool) {
	probe, err := net.Dial("tcp", p.address)
	if err != nil {
		return // what had not been dealt with when it stopped listening is gone
	}
	from := probe.LocalAddr().String()
	p.until(func() bool { return p.conns[from] != (conn{}) }) // earlier calls are let in first
	_ = probe.Close()
	p.until(func() bool {
		for _, c := range p.conns {
			if abandoned || c.state == http.StateActive || c.state == http.StateNew && time.Since(c.since) < 50*time.Millisecond {
				return false
			}
		}
		return true
	})
}

// until waits until something is so, of what p.mu guards, or will not be.
func (p *faultProxy) until(so func() bool) {
	is := func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		return so()
	}
	for deadline := time.Now().Add(5 * time.Second); !is() && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
}

// restart stops listening, drops every connection, and listens again after a while.
func (p *faultProxy) restart(after time.Duration) {
	p.shut()
	p.restarts.Go(func() {
		time.Sleep(after)
		for deadline := time.Now().Add(5 * time.Second); p.open() != nil && time.Now().Before(deadline); {
			time.Sleep(5 * time.Millisecond)
		}
	})
}

// close ends it, and waits until nothing is left of it.
func (p *faultProxy) close() {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	p.shut()
	p.restarts.Wait()
	p.serving.Wait()
}

// begin has what comes from now on be for an operation. It returns the effect number that comes next.
func (p *faultProxy) begin(op operation) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.op = op
	return len(p.model.effects)
}

// wrongs is what should not have come, since it was asked last.
func (p *faultProxy) wrongs() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	wrong := p.wrong
	p.wrong = nil
	return wrong
}

// next plans what happens to the operation's next request. p.mu is held.
func (p *faultProxy) next() fault {
	o := &p.op
	o.nth++
	hit, all := o.rng.Float64() < o.rate, faults()
	f := all[o.rng.IntN(len(all))]
	switch {
	case !hit || o.nth > longestWithFaults:
		return faultNone
	case (f == hangBefore || f == hangAfter) && o.nth > longestWithHangs:
		return resetAfter
	}
	return f
}

func (p *faultProxy) serve(w http.ResponseWriter, r *http.Request) {
	p.serving.Add(1)
	defer p.serving.Done()
	a := p.arrived(r)
	p.mu.Lock()
	p.letLate(0.5)
	f := p.next()
	o := p.op
	spread := time.Duration(10+o.rng.IntN(60)) * time.Millisecond
	style := o.rng.IntN(4)
	if f == clockJump {
		o.jump(o.rng)
	}
	p.count[string(f)]++
	p.note("request %d of %d: %s %s, %s", o.nth, o.number, a.method, a.path, f)
	p.mu.Unlock()

	switch f {
	case dropBefore, resetBefore:
		drop(w, f == resetBefore)
	case statusBefore:
		fail(w, style)
	case pageBefore:
		page(w, http.StatusOK)
	case refuseBefore:
		page(w, refusals()[style])
	case hangBefore:
		p.park(a)
		wait(r, holdLimit)
		drop(w, false)
	case restartBefore:
		p.restart(spread)
	case cancelBefore:
		o.cut()
		drop(w, false)
	case lockBefore:
		o.lock()
		drop(w, false)
	default:
		if f == delay {
			wait(r, spread)
		}
		p.answer(w, r, f, p.give(a), o, style, spread)
	}
}

// answer answers what the back end has done, or has that be lost.
func (p *faultProxy) answer(w http.ResponseWriter, r *http.Request, f fault, truth *httptest.ResponseRecorder, o operation, style int, spread time.Duration) {
	switch f {
	case dropAfter, resetAfter:
		drop(w, f == resetAfter)
	case statusAfter:
		fail(w, style)
	case pageAfter:
		page(w, http.StatusOK)
	case truncateAfter:
		truncate(w, truth, style > 1)
	case hangAfter:
		wait(r, holdLimit)
		pass(w, truth)
	case restartAfter:
		p.restart(spread)
	case cancelAfter:
		o.cut()
		drop(w, false)
	case lockAfter:
		o.lock()
		drop(w, false)
	default:
		pass(w, truth)
	}
}

// note keeps a line for who looks for what went wrong. p.mu is held.
func (p *faultProxy) note(format string, args ...any) {
	p.log = append(p.log, fmt.Sprintf(format, args...))
}
