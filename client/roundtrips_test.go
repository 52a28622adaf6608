package client_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// waves is a back end that answers requests for a group of paths only when all of them have arrived. So it answers parallel
// requests, but never requests that are made one after another.
type waves struct {
	next http.Handler

	mu     sync.Mutex
	groups []*wave
}

type wave struct {
	suffix string
	left   int
	all    chan struct{} // closed once all have come
}

func (w *waves) ServeHTTP(out http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	var group *wave
	for _, g := range w.groups {
		if strings.HasSuffix(r.URL.Path, g.suffix) && g.left > 0 {
			g.left--
			if g.left == 0 {
				close(g.all)
			}
			group = g
			break
		}
	}
	w.mu.Unlock()
	if group != nil {
		select {
		case <-group.all:
		case <-r.Context().Done():
			return
		}
	}
	w.next.ServeHTTP(out, r)
}

func newWave(suffix string, size int) *wave {
	return &wave{suffix: suffix, left: size, all: make(chan struct{})}
}

func TestSignInAsksAtMostThreeTimesInARow(t *testing.T) {
	for name, tt := range map[string]struct {
		format client.TokenFormat
		page   string
		groups []*wave
	}{
		"first token format":   {client.FormatSlash, "", []*wave{newWave("/version", 3)}},
		"another token format": {client.FormatTabEncoded, "", []*wave{newWave("/version", 3), newWave("/accesskeys", 1), newWave("/accesskeys", 3)}},
		"below a page":         {client.FormatSlash, "/settings", []*wave{newWave("/version", 3), newWave("/version", 3)}},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, demo.Options{TokenFormats: []client.TokenFormat{tt.format}})
			server := httptest.NewServer(&waves{next: s, groups: tt.groups})
			t.Cleanup(server.Close)
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
			defer cancel()
			c, err := client.SignIn(ctx, server.URL+tt.page, s.Credentials(), client.Options{})
			wantKind(t, err, "")
			lists := count(s, http.MethodGet, "/accesskeys")
			if want := len(client.TokenFormats()); tt.format == client.FormatSlash && lists != 1 || lists > want {
				t.Errorf("%d lists", lists)
			}
			list, ok := c.FirstList()
			if _, again := c.FirstList(); !ok || again || len(list.Keys) != len(s.Keys()) {
				t.Errorf("first list: %d keys, %v, and %v the second time", len(list.Keys), ok, again)
			}
		})
	}
}

func TestSignInPrefersTheFirstPlaceWhateverAnswersFirst(t *testing.T) {
	s := start(t, demo.Options{})
	second := make(chan struct{}) // closed once the second place has answered
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/api/v1/version":
			<-second
			s.ServeHTTP(w, r)
		case "/v1/version":
			s.ServeHTTP(w, r)
			close(second)
		default:
			s.ServeHTTP(w, r)
		}
	}))
	wantFirstPlace(t, server, s.Credentials())
}

// The first answer that shows that the clock is wrong corrects it for all that are asked in parallel.
func TestSignInPrefersTheFirstPlaceAlsoWithAWrongClock(t *testing.T) {
	s := start(t, demo.Options{VersionNeedsAuth: true})
	s.SetFaults(demo.Faults{ClockOffset: time.Hour})
	var first sync.Once
	asked, corrected := make(chan struct{}), make(chan struct{}) // closed once the first place is asked, and the second is asked again
	var count atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/api/v1/version":
			first.Do(func() { close(asked) })
			<-corrected
		case "/v1/version":
			<-asked
			if count.Add(1) == 2 {
				close(corrected)
			}
		}
		s.ServeHTTP(w, r)
	}))
	wantFirstPlace(t, server, s.Credentials())
}

func TestSignInTellsItsSteps(t *testing.T) {
	s := start(t, demo.Options{TokenFormats: []client.TokenFormat{client.FormatTabEncoded}})
	m := newMover(t, s, "/a/api/v1", lost["page"])
	var got []client.Progress
	ctx := client.WithProgress(t.Context(), func(p client.Progress) { got = append(got, p) })
	_, err := client.SignIn(ctx, m.url+"/a/b", s.Credentials(), client.Options{})
	wantKind(t, err, "")
	want := []client.Progress{
		{Address: m.url + "/a/b", Number: 1, Count: 3},
		{Address: m.url + "/a", Number: 2, Count: 3},
		{Address: m.url + "/a/api/v1", Found: true, Number: 1, Count: 2},
		{Address: m.url + "/a/api/v1", Found: true, Number: 2, Count: 2},
	}
	if !slices.Equal(got, want) {
		t.Errorf("steps are %v, want %v", got, want)
	}
}

// wantFirstPlace signs in to a server, and expects the API to be found in the first place that is tried.
func wantFirstPlace(t *testing.T, server *httptest.Server, with client.Credentials) {
	t.Helper()
	t.Cleanup(server.Close)
	c, err := client.SignIn(t.Context(), server.URL, with, client.Options{})
	wantKind(t, err, "")
	if got := c.Endpoint().Base; got != server.URL+"/api/v1" {
		t.Errorf("the base is %s", got)
	}
}
