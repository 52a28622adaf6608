package app

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"

	"accesskeys/client"
)

// arrival is a request that came.
type arrival struct {
	number     int // of the operation that it is for
	method     string
	path       string
	header     http.Header
	id, suffix string // of the key, and what is to be done to it
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
