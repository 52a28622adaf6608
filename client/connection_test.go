package client_test

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

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
	c := resumeAt(t, counting.URL+"/api/v1", s.Credentials(), client.Options{})
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
		t.Errorf("%d connections, want one", opened)
	}
}

// TestATokenIsNeverSentTwice uses a server that answers one request per connection and drops the connection at the next.
// That makes net/http send a GET again by itself.
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

// dropper is a server that drops a connection when it is used a second time.
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
