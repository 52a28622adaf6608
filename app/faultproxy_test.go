package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"accesskeys/client"
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

// arrival is a request that came.
type arrival struct {
	number     int // of the operation that it is for
	method     string
	path       string
	header     http.Header
	id, suffix string // of the key, and what is to be done to it
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

// fault is what happens to a request.
type fault string

// The faults. Those before keep it from the back end.
const (
	faultNone         fault = ""
	dropBefore        fault = "drop before"
	dropAfter         fault = "drop after"
	resetBefore       fault = "reset before"
	resetAfter        fault = "reset after"
	statusBefore      fault = "5xx before"
	statusAfter       fault = "5xx after"
	pageBefore        fault = "page before"
	pageAfter         fault = "page after"
	refuseBefore      fault = "4xx before" // by something on the way, as a page
	truncateAfter     fault = "truncate after"
	delay             fault = "delay"
	hangBefore        fault = "hang before" // and what reaches the back end reaches it late
	hangAfter         fault = "hang after"
	restartBefore     fault = "restart before"
	restartAfter      fault = "restart after"
	cancelBefore      fault = "cancel before"
	cancelAfter       fault = "cancel after"
	lockBefore        fault = "lock before, drop"
	lockAfter         fault = "lock after, drop"
	clockJump         fault = "clock jump"
	longestWithHangs        = 3 // requests of one operation after which nothing hangs any more
	longestWithFaults       = 12
)

func faults() []fault {
	return []fault{dropBefore, dropAfter, resetBefore, resetAfter, statusBefore, statusAfter, pageBefore, pageAfter,
		refuseBefore, truncateAfter, delay, hangBefore, hangAfter, restartBefore, restartAfter, cancelBefore,
		cancelAfter, lockBefore, lockAfter, clockJump}
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

// arrived takes note of a request, and of what is wrong with it.
func (p *faultProxy) arrived(r *http.Request) *arrival {
	p.mu.Lock()
	defer p.mu.Unlock()
	a := &arrival{number: p.op.number, method: r.Method, path: r.URL.Path, header: r.Header.Clone()}
	if _, rest, ok := strings.Cut(r.URL.Path, "/management/accesskeys/"); ok {
		a.id, a.suffix, _ = strings.Cut(rest, "/")
	}
	token := r.Header.Get("Authorization")
	if token != "" && p.tokens[token] {
		p.wrong = append(p.wrong, fmt.Sprintf("%s %s came with a token that came before", a.method, a.path))
	}
	p.tokens[token] = true
	switch {
	case a.method == http.MethodGet:
	case !p.op.may[a.id]:
		p.wrong = append(p.wrong, fmt.Sprintf("%s %s came, which nobody asked for", a.method, a.path))
	case a.method == http.MethodPost:
		p.op.may = map[string]bool{} // once is enough
	}
	return a
}

// park keeps a request from the back end, to be given to it later.
func (p *faultProxy) park(a *arrival) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.parked = append(p.parked, a)
}

// letLate gives the back end, with a likelihood each, what has been parked. p.mu is held.
func (p *faultProxy) letLate(likelihood float64) {
	var left []*arrival
	for _, a := range p.parked {
		if p.op.rng.Float64() < likelihood {
			p.giveLocked(a)
		} else {
			left = append(left, a)
		}
	}
	p.parked = left
}

// between is for what happens while the app does nothing.
func (p *faultProxy) between(rng *rand.Rand) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.op.rng = rng
	p.letLate(0.3)
	for rng.IntN(4) == 0 && len(p.parked) > 0 {
		p.parked = p.parked[1:] // it never gets there
	}
}

// empty gives the back end all that is late.
func (p *faultProxy) empty() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.letLate(1)
}

// underWay reports whether a request of an operation for a key may reach the back end yet.
func (p *faultProxy) underWay(number int, id string) bool {
	for _, a := range p.parked {
		if a.number == number && a.id == id && a.method != http.MethodGet {
			return true
		}
	}
	return false
}

// mayTurn reports whether something late may bring a key into a state.
func (p *faultProxy) mayTurn(id string, state client.State) bool {
	for _, a := range p.parked {
		if a.id == id && a.method != http.MethodGet && stateAfter(a) == state {
			return true
		}
	}
	return false
}

// give has the back end carry a request out, and takes note of what it did.
func (p *faultProxy) give(a *arrival) *httptest.ResponseRecorder {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.giveLocked(a)
}

func (p *faultProxy) giveLocked(a *arrival) *httptest.ResponseRecorder {
	r := httptest.NewRequest(a.method, p.url()+a.path, http.NoBody)
	r.Header = a.header.Clone()
	w := httptest.NewRecorder()
	p.server.ServeHTTP(w, r)
	if a.method != http.MethodGet && succeeded(w) {
		p.note("done: %s %s", a.method, a.path)
		if a.method == http.MethodPost {
			keys := p.server.Keys()
			made := keys[len(keys)-1]
			p.model.created(a.number, made.ID, p.server.SecretOf(made.ID))
		} else {
			p.model.changed(a.number, a.id, stateAfter(a))
		}
	}
	return w
}

// note keeps a line for who looks for what went wrong. p.mu is held.
func (p *faultProxy) note(format string, args ...any) {
	p.log = append(p.log, fmt.Sprintf(format, args...))
}

func stateAfter(a *arrival) client.State {
	switch {
	case a.method == http.MethodDelete:
		return client.StateDeleted
	case a.suffix == "enable":
		return client.StateEnabled
	}
	return client.StateDisabled
}

// succeeded reports whether the back end says that it did what it was asked to.
func succeeded(w *httptest.ResponseRecorder) bool {
	var status struct{ Success bool }
	return w.Code == http.StatusOK && json.Unmarshal(w.Body.Bytes(), &status) == nil && status.Success
}

// wait waits until the caller has left, but not for longer than limit.
func wait(r *http.Request, limit time.Duration) {
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-r.Context().Done():
	}
}

// drop closes the connection without an answer.
func drop(w http.ResponseWriter, reset bool) {
	conn, err := taken(w)
	if err != nil {
		return
	}
	if tcp, ok := conn.(*net.TCPConn); ok && reset {
		_ = tcp.SetLinger(0)
	}
	_ = conn.Close()
}

func taken(w http.ResponseWriter) (net.Conn, error) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil && !errors.Is(err, http.ErrHijacked) {
		return nil, err
	}
	return conn, err
}

// pass answers the truth.
func pass(w http.ResponseWriter, truth *httptest.ResponseRecorder) {
	for name, values := range truth.Header() {
		w.Header()[name] = values
	}
	w.WriteHeader(truth.Code)
	_, _ = w.Write(truth.Body.Bytes())
}

// truncate answers half of the truth.
func truncate(w http.ResponseWriter, truth *httptest.ResponseRecorder, reset bool) {
	conn, err := taken(w)
	if err != nil {
		return
	}
	defer func() { _ = conn.Close() }()
	body := truth.Body.Bytes()
	_, _ = fmt.Fprintf(conn, "HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
		truth.Code, len(body), body[:len(body)/2])
	if tcp, ok := conn.(*net.TCPConn); ok && reset {
		_ = tcp.SetLinger(0)
	}
}

// fail answers that the server is out of order.
func fail(w http.ResponseWriter, style int) {
	switch style {
	case 0:
		page(w, http.StatusBadGateway)
	case 1:
		page(w, http.StatusGatewayTimeout)
	case 2:
		w.Header().Set("Retry-After", "0")
		page(w, http.StatusServiceUnavailable)
	default:
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusInternalServerError)
		_, _ = w.Write([]byte(`{"success":false,"code":500,"message":"something broke"}`))
	}
}

// refusals are what something on the way can answer instead of the API.
func refusals() []int {
	return []int{http.StatusForbidden, http.StatusNotFound, http.StatusTooManyRequests, http.StatusUnauthorized}
}

func page(w http.ResponseWriter, status int) {
	w.Header().Set("Content-Type", "text/html")
	w.WriteHeader(status)
	_, _ = w.Write([]byte("<!DOCTYPE html><title>Not what was asked for</title>"))
}
