package client_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestPassingFailuresAreRetried(t *testing.T) {
	for name, fault := range map[string]demo.Faults{
		"503":            {Status: 503},
		"429":            {Status: 429},
		"dropped":        {Drop: true},
		"dropped late":   {DropAfterHandling: true},
		"died midway":    {Truncate: true},
		"500, then done": {Status: 500, AfterHandling: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, demo.Options{})
			c := signIn(t, s, client.Options{})
			id := other(t, s, client.StateEnabled)
			fault.Times = 1
			for call, do := range map[string]func() error{
				"list":    func() error { _, err := c.List(t.Context()); return err },
				"get":     func() error { _, _, err := c.Get(t.Context(), id); return err },
				"version": func() error { _, err := c.Version(t.Context()); return err },
				"disable": func() error { return c.Disable(t.Context(), id) },
				"enable":  func() error { return c.Enable(t.Context(), id) },
			} {
				s.SetFaults(fault)
				before := len(s.Requests())
				if err := do(); err != nil {
					t.Errorf("%s: %v", call, err)
				}
				if n := len(s.Requests()) - before; n != 2 {
					t.Errorf("%s: %d requests, want 2", call, n)
				}
			}
		})
	}
}

func TestRetryAfterIsWaitedFor(t *testing.T) {
	t.Parallel()
	s := start(t, demo.Options{})
	c := signIn(t, s, client.Options{})
	s.SetFaults(demo.Faults{Status: 503, RetryAfter: "1", Times: 1})
	begun := time.Now()
	_, err := c.List(t.Context())
	wantKind(t, err, "")
	if took := time.Since(begun); took < time.Second {
		t.Errorf("it took %v, want at least 1s", took)
	}
}

func TestRetriesEnd(t *testing.T) {
	t.Parallel()
	s := start(t, demo.Options{})
	c := signIn(t, s, client.Options{})
	s.SetFaults(demo.Faults{Status: 503})
	before := len(s.Requests())
	_, err := c.List(t.Context())
	wantKind(t, err, client.KindServer)
	if n := len(s.Requests()) - before; n != 4 {
		t.Errorf("%d requests, want 4", n)
	}
}

func TestLastingFailuresAreNotRetried(t *testing.T) {
	for name, tt := range map[string]struct {
		fault demo.Faults
		want  client.Kind
	}{
		"400":                 {demo.Faults{Status: 400}, client.KindRefused},
		"403":                 {demo.Faults{Status: 403}, client.KindForbidden},
		"404":                 {demo.Faults{Status: 404}, client.KindNotFound},
		"web page":            {demo.Faults{HTML: true}, client.KindNotJSON},
		"broken JSON":         {demo.Faults{Malformed: true}, client.KindMalformed},
		"too large":           {demo.Faults{HugeBody: true}, client.KindTooLarge},
		"redirect":            {demo.Faults{Redirect: "/elsewhere"}, client.KindRedirect},
		"throttled for long":  {demo.Faults{Status: 429, RetryAfter: "3600"}, client.KindThrottled},
		"down for long":       {demo.Faults{Status: 503, RetryAfter: "3600"}, client.KindServer},
		"down until tomorrow": {demo.Faults{Status: 503, RetryAfter: time.Now().Add(24 * time.Hour).UTC().Format(http.TimeFormat)}, client.KindServer},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, demo.Options{})
			c := signIn(t, s, client.Options{})
			s.SetFaults(tt.fault)
			before := len(s.Requests())
			_, err := c.List(t.Context())
			wantKind(t, err, tt.want)
			if n := len(s.Requests()) - before; n != 1 {
				t.Errorf("%d requests, want 1", n)
			}
		})
	}
}

func TestRedirectIsToldButNotFollowed(t *testing.T) {
	s := start(t, demo.Options{})
	c := signIn(t, s, client.Options{})
	asked := false
	elsewhere := serve(t, func(http.ResponseWriter, *http.Request) { asked = true })
	s.SetFaults(demo.Faults{Redirect: elsewhere + "/login?ticket=1"})
	_, err := c.List(t.Context())
	var e *client.Error
	if !errors.As(err, &e) || e.Kind != client.KindRedirect || e.Status != 302 || e.Message != elsewhere+"/login" {
		t.Errorf("error is %v", err)
	}
	s.SetFaults(demo.Faults{Redirect: elsewhere + "/v1/management/accesskeys"})
	if _, err := c.List(t.Context()); !errors.As(err, &e) || e.Message != elsewhere+"/v1" {
		t.Errorf("the API's new place is told as %v", err)
	}
	s.SetFaults(demo.Faults{Redirect: "/login?ticket=1"})
	_, err = c.List(t.Context())
	if !errors.As(err, &e) || e.Message != s.URL()+"/login" {
		t.Errorf("within the server, error is %v", err)
	}
	if asked {
		t.Error("the redirect was followed")
	}
}

func TestHugeBodyOfUnknownLengthIsHungUpOn(t *testing.T) {
	t.Parallel()
	hungUp := make(chan struct{})
	c := resume(t, serve(t, func(w http.ResponseWriter, _ *http.Request) {
		defer close(hungUp)
		w.Header().Set("Content-Type", "application/json")
		piece := []byte(strings.Repeat(" ", 1<<20))
		for {
			if _, err := w.Write(piece); err != nil {
				return
			}
		}
	}))
	_, err := c.List(t.Context())
	wantKind(t, err, client.KindTooLarge)
	select {
	case <-hungUp:
	case <-time.After(5 * time.Second): // the attempt's own time limit is longer
		t.Error("the connection was left open")
	}
}

func TestRefusalCarriesTheServersWords(t *testing.T) {
	s := start(t, demo.Options{})
	c := signIn(t, s, client.Options{})
	s.SetFaults(demo.Faults{RefuseMutations: "quota\nused up"})
	id := other(t, s, client.StateEnabled)
	for name, err := range map[string]error{
		"enable":  c.Enable(t.Context(), id),
		"disable": c.Disable(t.Context(), id),
		"delete":  c.Delete(t.Context(), id),
		"create":  func() error { _, err := c.Create(t.Context()); return err }(),
	} {
		var e *client.Error
		if !errors.As(err, &e) || e.Kind != client.KindRefused || e.Code != 1 || e.Message != "quota used up" || e.Status != 200 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNoContentIsSuccessOfAChangeOnly(t *testing.T) {
	c := resume(t, serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }))
	wantKind(t, c.Delete(t.Context(), "AK1"), "")
	_, err := c.List(t.Context())
	wantKind(t, err, client.KindMalformed)
}

func TestAChangeIsDoneWhenOnlyItsAnswerWasLost(t *testing.T) {
	lost := demo.Faults{DropAfterHandling: true, Times: 1}
	for name, tt := range map[string]struct {
		then demo.Faults // what the next attempt meets
		own  bool        // the key signed in with, else another one
		do   func(*client.Client, context.Context, string) error
		want client.State
	}{
		"deleted, gone":            {demo.Faults{Status: 404, Times: 1}, false, (*client.Client).Delete, client.StateDeleted},
		"deleted, refused":         {demo.Faults{}, false, (*client.Client).Delete, client.StateDeleted},
		"deleted, locked out":      {demo.Faults{}, true, (*client.Client).Delete, client.StateDeleted},
		"disabled, locked out":     {demo.Faults{}, true, (*client.Client).Disable, client.StateDisabled},
		"disabled, refused":        {demo.Faults{RefuseMutations: "already", Times: 1}, false, (*client.Client).Disable, client.StateDisabled},
		"disabled, done once more": {demo.Faults{}, false, (*client.Client).Disable, client.StateDisabled},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, demo.Options{})
			c := signIn(t, s, client.Options{})
			id := other(t, s, client.StateEnabled)
			if tt.own {
				id = c.KeyID()
			}
			s.SetFaults(lost, tt.then)
			wantKind(t, tt.do(c, t.Context(), id), "")
			if got := stateOf(s, id); got != tt.want {
				t.Errorf("state is %s, want %s", got, tt.want)
			}
		})
	}
}

func TestARefusalAfterALostAnswerStillCounts(t *testing.T) {
	s := start(t, demo.Options{})
	c := signIn(t, s, client.Options{})
	s.SetFaults(demo.Faults{Drop: true, Times: 1}, demo.Faults{RefuseMutations: "no", Times: 1})
	wantKind(t, c.Disable(t.Context(), other(t, s, client.StateEnabled)), client.KindRefused)
	s.SetFaults(demo.Faults{Drop: true, Times: 1})
	wantKind(t, c.Disable(t.Context(), "AKnone"), client.KindNotFound)
}

func TestDeleteOfAnUnknownKeyIsNotDone(t *testing.T) {
	s := start(t, demo.Options{})
	c := signIn(t, s, client.Options{})
	wantKind(t, c.Delete(t.Context(), "AKnone"), client.KindNotFound)
	// A refusal is no lost answer.
	s.SetFaults(demo.Faults{Status: 429, Times: 1}, demo.Faults{Status: 404, Times: 1})
	wantKind(t, c.Delete(t.Context(), other(t, s, client.StateEnabled)), client.KindNotFound)
}

func TestUnusableKeyIDsAreNotAskedFor(t *testing.T) {
	s := start(t, demo.Options{})
	c := signIn(t, s, client.Options{})
	before := len(s.Requests())
	for _, id := range []string{"", "..", "a/b", "../accesskeys", "http://example.com/", "a?b"} {
		_, _, err := c.Get(t.Context(), id)
		wantKind(t, err, client.KindKeyID)
		wantKind(t, c.Delete(t.Context(), id), client.KindKeyID)
	}
	if n := len(s.Requests()) - before; n != 0 {
		t.Errorf("%d requests", n)
	}
}

func TestCancelEndsACallAtOnce(t *testing.T) {
	s := start(t, demo.Options{})
	c := signIn(t, s, client.Options{})
	hold := make(chan struct{})
	t.Cleanup(func() { close(hold) })
	for name, fault := range map[string]demo.Faults{
		"while the server is slow":      {Hold: hold},
		"while waiting for the next go": {Status: 503, RetryAfter: "20"},
	} {
		t.Run(name, func(t *testing.T) {
			s.SetFaults(fault)
			before := len(s.Requests())
			ctx, cancel := context.WithCancel(t.Context())
			ended := make(chan error, 1)
			go func() { _, err := c.List(ctx); ended <- err }()
			if err := s.WaitFor(t.Context(), func(r []demo.Request) bool {
				return len(r) > before && (fault.Hold != nil || r[before].Status != 0)
			}); err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			cancel()
			err := <-ended
			if !errors.Is(err, context.Canceled) || client.KindOf(err) != "" {
				t.Errorf("error is %v", err)
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

func TestDeadlineIsATimeout(t *testing.T) {
	s := start(t, demo.Options{})
	c := signIn(t, s, client.Options{})
	hold := make(chan struct{})
	t.Cleanup(func() { close(hold) })
	s.SetFaults(demo.Faults{Hold: hold})
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err := c.List(ctx)
	wantKind(t, err, client.KindTimeout)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error is %v", err)
	}
}

func TestConnectionsAreReused(t *testing.T) {
	s := start(t, demo.Options{})
	var mu sync.Mutex
	opened := 0
	counting := httptest.NewUnstartedServer(s)
	counting.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		mu.Lock()
		defer mu.Unlock()
		if state == http.StateNew {
			opened++
		}
	}
	counting.Start()
	t.Cleanup(counting.Close)
	c, err := client.SignIn(t.Context(), counting.URL, s.Credentials(), client.Options{})
	wantKind(t, err, "")
	id := other(t, s, client.StateEnabled)
	for range 5 {
		_, err := c.List(t.Context())
		wantKind(t, err, "")
		wantKind(t, c.Disable(t.Context(), id), "")
		wantKind(t, c.Enable(t.Context(), id), "")
		_, _, err = c.Get(t.Context(), "AKnone")
		wantKind(t, err, client.KindNotFound)
	}
	mu.Lock()
	defer mu.Unlock()
	if opened != 1 {
		t.Errorf("%d connections, want 1", opened)
	}
}

// TestATokenIsNeverSentTwice has a server that answers one request a connection and drops the
// connection at the next: what makes net/http send a GET again, unasked.
func TestATokenIsNeverSentTwice(t *testing.T) {
	t.Parallel()
	d := newDropper(t)
	c := resume(t, "http://"+d.listener.Addr().String())
	for range 3 {
		if _, err := c.List(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.dropped == 0 {
		t.Fatal("no reused connection was dropped, so nothing was tested")
	}
	tokens := slices.Sorted(slices.Values(d.tokens))
	if slices.Contains(tokens, "") {
		t.Error("a request carried no token")
	}
	if unique := slices.Compact(slices.Clone(tokens)); len(unique) != len(tokens) {
		t.Errorf("%d tokens in %d requests", len(unique), len(tokens))
	}
}

// dropper is a server that drops a connection once it is used again.
type dropper struct {
	listener net.Listener
	mu       sync.Mutex
	tokens   []string
	dropped  int
}

func newDropper(t *testing.T) *dropper {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	d := &dropper{listener: listener}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go d.serve(t, conn)
		}
	}()
	return d
}

func (d *dropper) serve(t *testing.T, conn net.Conn) {
	defer func() { _ = conn.Close() }()
	in := bufio.NewReader(conn)
	for answered := false; ; answered = true {
		r, err := http.ReadRequest(in)
		if err != nil {
			return
		}
		if r.ContentLength != 0 || len(r.TransferEncoding) != 0 || r.Header.Get("Content-Length") != "" {
			t.Errorf("a GET came with a body: %v", r.Header)
		}
		d.note(r.Header.Get("Authorization"), answered)
		if answered {
			return
		}
		_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]")
	}
}

func (d *dropper) note(token string, dropping bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.tokens = append(d.tokens, token)
	if dropping {
		d.dropped++
	}
}
