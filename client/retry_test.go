package client_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
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
			c := signedIn(t, s, client.Options{})
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
	c := signedIn(t, s, client.Options{})
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
	c := signedIn(t, s, client.Options{})
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
			c := signedIn(t, s, client.Options{Network: route.Network{Seconds: 60}}) // a busy machine is slow to read what is large
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
	c := signedIn(t, s, client.Options{})
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

func TestUnusableKeyIDsAreNotAskedFor(t *testing.T) {
	s := start(t, demo.Options{})
	c := signedIn(t, s, client.Options{})
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
	c := signedIn(t, s, client.Options{})
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
	c := signedIn(t, s, client.Options{})
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
