package client_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// posts matches requests that create a key, and lists matches requests for the list.
func posts(method, path string) bool { return demo.On("POST", "/accesskeys")(method, path) }
func lists(method, path string) bool { return demo.On("GET", "/accesskeys")(method, path) }

func TestCreate(t *testing.T) {
	for name, tt := range map[string]struct {
		faults []demo.Faults
		want   client.Kind
		made   int // keys at the server
	}{
		"plain":                   {nil, "", 1},
		"answer lost":             {[]demo.Faults{{Match: posts, DropAfterHandling: true}}, "", 1},
		"500 though made":         {[]demo.Faults{{Match: posts, Status: 500, AfterHandling: true}}, "", 1},
		"web page though made":    {[]demo.Faults{{Match: posts, HTML: true, AfterHandling: true}}, "", 1},
		"broken JSON though made": {[]demo.Faults{{Match: posts, Malformed: true, AfterHandling: true}}, "", 1},
		"303 though made":         {[]demo.Faults{{Match: posts, Status: 303, AfterHandling: true}}, "", 1},
		"303":                     {[]demo.Faults{{Match: posts, Status: 303}}, client.KindUnconfirmed, 0},
		"302":                     {[]demo.Faults{{Match: posts, Status: 302}}, client.KindRedirect, 0},
		"dropped":                 {[]demo.Faults{{Match: posts, Drop: true}}, client.KindUnconfirmed, 0},
		"500":                     {[]demo.Faults{{Match: posts, Status: 500}}, client.KindUnconfirmed, 0},
		"refused":                 {[]demo.Faults{{RefuseMutations: "no"}}, client.KindRefused, 0},
		"throttled":               {[]demo.Faults{{Match: posts, Status: 429}}, client.KindThrottled, 0},
		"401":                     {[]demo.Faults{{Match: posts, Status: 401}}, client.KindUnauthorized, 0},
		"401 though made":         {[]demo.Faults{{Match: posts, Status: 401, AfterHandling: true}}, "", 1},
		"forbidden":               {[]demo.Faults{{Match: posts, Status: 403}}, client.KindForbidden, 0},
		"first list failed":       {[]demo.Faults{{Match: lists, Status: 403}}, client.KindForbidden, 0},
		"last list failed": {[]demo.Faults{
			{Match: posts, Times: 1}, {Match: lists, Times: 1}, {Match: lists, Status: 403},
		}, client.KindUnconfirmed, 1},
		"answer lost, last list failed": {[]demo.Faults{
			{Match: posts, DropAfterHandling: true}, {Match: lists, Times: 1}, {Match: lists, Status: 403},
		}, client.KindUnconfirmed, 1},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, demo.Options{})
			c := signedIn(t, s, client.Options{})
			before := s.Keys()
			s.SetFaults(tt.faults...)
			got, err := c.Create(t.Context(), nil)
			wantKind(t, err, tt.want)
			after := s.Keys()
			if made := len(after) - len(before); made != tt.made {
				t.Fatalf("%d keys made, want %d", made, tt.made)
			}
			if n := count(s, "POST", "/accesskeys"); n > 1 {
				t.Errorf("%d POSTs", n)
			}
			if tt.want == client.KindUnconfirmed && !slices.Equal(got.Before, before) {
				t.Errorf("before: %v, want %v", got.Before, before)
			}
			if err != nil {
				return
			}
			if want := []string{after[len(after)-1].ID}; !slices.Equal(got.NewIDs, want) || len(got.After.Keys) != len(after) {
				t.Errorf("got %v of %d keys, want %v of %d", got.NewIDs, len(got.After.Keys), want, len(after))
			}
		})
	}
}

func TestCreateCancelledAfterSendingIsUnconfirmed(t *testing.T) {
	s := start(t, demo.Options{})
	c := signedIn(t, s, client.Options{})
	hold := make(chan struct{})
	t.Cleanup(func() { close(hold) })
	s.SetFaults(demo.Faults{Match: posts, Hold: hold})
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { _, err := c.Create(ctx, nil); ended <- err }()
	if err := s.WaitFor(t.Context(), func(requests []demo.Request) bool {
		return slices.ContainsFunc(requests, func(r demo.Request) bool { return r.Method == "POST" })
	}); err != nil {
		t.Fatal(err)
	}
	cancel()
	err := <-ended
	wantKind(t, err, client.KindUnconfirmed)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}

func TestCreateIsNotSentAgainWhenTheClocksDisagree(t *testing.T) {
	posted := 0
	_, err := resume(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		if r.Method != http.MethodPost {
			_, _ = io.WriteString(w, "[]")
			return
		}
		posted++
		w.Header().Set("Date", time.Now().Add(time.Hour).UTC().Format(http.TimeFormat))
		w.WriteHeader(http.StatusUnauthorized)
	})).Create(t.Context(), nil)
	wantKind(t, err, client.KindClock)
	if posted != 1 {
		t.Errorf("%d POSTs", posted)
	}
}

// A slow server may still create the key.
func TestCreateWhoseAnswerWasLostIsUnconfirmed(t *testing.T) {
	s := start(t, demo.Options{})
	c := signedIn(t, s, client.Options{})
	s.SetFaults(demo.Faults{Match: posts, Status: 502})
	got, err := c.Create(t.Context(), nil)
	wantKind(t, err, client.KindUnconfirmed)
	if len(got.After.Keys) != len(s.Keys()) {
		t.Errorf("%d keys were listed afterwards", len(got.After.Keys))
	}
	var e *client.Error
	if !errors.As(errors.Unwrap(err), &e) || e.Kind != client.KindServer || e.Status != 502 {
		t.Errorf("below is %v", errors.Unwrap(err))
	}
}

func TestCreateThatWasNeverSentIsNotUnconfirmed(t *testing.T) {
	lists := 0
	var server *httptest.Server
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lists++
		server.Listener.Close() // so that nothing listens any more
		w.Header().Set("Connection", "close")
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, "[]")
	}))
	t.Cleanup(server.Close)
	_, err := resume(t, server.URL).Create(t.Context(), nil)
	wantKind(t, err, client.KindUnreachable)
	if lists != 1 {
		t.Errorf("%d requests", lists)
	}
}

func TestCreateIntoAnEmptyList(t *testing.T) {
	s := start(t, demo.Options{Empty: true})
	got, err := signedIn(t, s, client.Options{}).Create(t.Context(), nil)
	wantKind(t, err, "")
	if len(got.After.Keys) != 1 || len(got.NewIDs) != 1 {
		t.Errorf("got %+v", got)
	}
}
