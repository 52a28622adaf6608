package client_test

import (
	"net/http"
	"strings"
	"sync"
	"testing"
)

// mover serves the demo back end's API at a path that can change, and another answer at all other paths.
type mover struct {
	url   string
	other http.HandlerFunc

	mu    sync.Mutex
	api   http.Handler
	base  string // below which the API is
	asked []string
}

func newMover(t *testing.T, api http.Handler, base string, other http.HandlerFunc) *mover {
	m := &mover{api: api, base: base, other: other}
	m.url = serve(t, m.ServeHTTP)
	return m
}

func (m *mover) move(api http.Handler, base string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.api, m.base, m.asked = api, base, nil
}

func (m *mover) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	m.mu.Lock()
	m.asked = append(m.asked, r.Method+" "+r.URL.Path)
	api, rest, ours := m.api, "", false
	if rest, ours = strings.CutPrefix(r.URL.Path, m.base+"/"); ours && m.base == "" {
		ours = rest == "version" || strings.HasPrefix(rest, "management/")
	}
	m.mu.Unlock()
	if !ours {
		m.other(w, r)
		return
	}
	r = r.Clone(r.Context())
	r.URL.Path = "/api/v1/" + rest
	api.ServeHTTP(w, r)
}

// lost are the answers that a server may give at a path without the API.
var lost = map[string]http.HandlerFunc{
	"page":      answering(200, html, loginPage),
	"HTML 404":  answering(404, html, loginPage),
	"text 404":  answering(404, "text/plain", "404 page not found"),
	"JSON 404":  answering(404, jsonType, refusal),
	"empty 404": answering(404, "", ""),
	"redirect": func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/console/", http.StatusMovedPermanently)
	},
}
