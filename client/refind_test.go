package client_test

import (
	"net/http"
	"strings"
	"sync"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// mover has the demo back end's API at a path of its choice, and answers otherwise anywhere else.
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

// lost are the ways in which a server may answer where the API is not.
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

func TestRefindGoesWhereTheAPIIs(t *testing.T) {
	for name, other := range lost {
		t.Run(name, func(t *testing.T) {
			s := start(t, demo.Options{})
			m := newMover(t, s, "/api/v1", other)
			c, err := client.SignIn(t.Context(), m.url, s.Credentials(), client.Options{})
			wantKind(t, err, "")
			for _, base := range []string{"/v1", "", "/api/v1"} {
				m.move(s, base)
				_, err := c.List(t.Context())
				if !c.Refind(t.Context(), m.url, err) {
					t.Fatalf("to %q: not found after %v", base, err)
				}
				if got := c.Endpoint().Base; got != m.url+base {
					t.Errorf("it is called at %s, want %s", got, m.url+base)
				}
				for _, asked := range m.asked {
					if !strings.HasPrefix(asked, "GET ") {
						t.Errorf("asked %s", asked)
					}
				}
				_, err = c.List(t.Context())
				wantKind(t, err, "")
				_, err = c.Create(t.Context())
				wantKind(t, err, "")
			}
		})
	}
}

// TestRefindFindsTheJoinToo has the API come back as another version, which wants its tokens otherwise.
func TestRefindFindsTheJoinToo(t *testing.T) {
	for _, join := range client.Joins() {
		s := start(t, demo.Options{Joins: []client.Join{join}})
		m := newMover(t, s, "/v1", lost["page"])
		c, err := client.Resume(client.Endpoint{Base: m.url + "/api/v1", Join: client.JoinSlash}, s.Credentials(), client.Options{})
		wantKind(t, err, "")
		_, err = c.List(t.Context())
		if !c.Refind(t.Context(), m.url, err) {
			t.Fatalf("%s: not found after %v", join, err)
		}
		if got := c.Endpoint().Join; got != join {
			t.Errorf("it is signed for with %s, want %s", got, join)
		}
	}
}

func TestRefindStaysWhereNothingIsFound(t *testing.T) {
	s := start(t, demo.Options{})
	m := newMover(t, s, "/api/v1", lost["page"])
	c, err := client.SignIn(t.Context(), m.url, s.Credentials(), client.Options{})
	wantKind(t, err, "")
	before := c.Endpoint()
	notJSON := &client.Error{Kind: client.KindNotJSON, Status: 200}

	if c.Refind(t.Context(), m.url, notJSON) {
		t.Error("it has not moved")
	}
	elsewhere := serve(t, s.ServeHTTP)
	requests := len(s.Requests())
	if c.Refind(t.Context(), elsewhere, notJSON) || len(s.Requests()) != requests {
		t.Error("another server was asked")
	}
	m.move(s, "/somewhere")
	if c.Refind(t.Context(), m.url, notJSON) {
		t.Error("it was found nowhere")
	}
	c.Lock()
	m.move(s, "/v1")
	if c.Refind(t.Context(), m.url, notJSON) || len(m.asked) != 0 {
		t.Errorf("locked, it asked %v", m.asked)
	}
	if c.Endpoint() != before {
		t.Errorf("it is called at %v", c.Endpoint())
	}
}

func TestRefindIsForWhatAMoveLooksLike(t *testing.T) {
	s := start(t, demo.Options{})
	c := signIn(t, s, client.Options{})
	requests := len(s.Requests())
	for _, e := range []*client.Error{
		{Kind: client.KindUnauthorized, Status: 401},
		{Kind: client.KindFronted, Status: 401},
		{Kind: client.KindGateway, Status: 502},
		{Kind: client.KindUnreachable},
		{Kind: client.KindMalformed, Status: 200},
		{Kind: client.KindRedirect, Status: 302, Message: "https://sso.example.com/login"},
		{Kind: client.KindRedirect, Status: 302, Message: strings.Replace(s.URL(), "http:", "https:", 1)},
		{Kind: client.KindRedirect, Status: 302},
	} {
		if c.Refind(t.Context(), s.URL(), e) || len(s.Requests()) != requests {
			t.Errorf("after %v, the server was asked", e)
		}
	}
	if c.Refind(t.Context(), s.URL(), nil) {
		t.Error("after no error")
	}
}
