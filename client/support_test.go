package client_test

import (
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// start runs a demo back end for the test.
func start(t *testing.T, o demo.Options) *demo.Server {
	t.Helper()
	s, err := demo.Start("", o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// serve runs a handler for the test and returns its URL.
func serve(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

// nobodyAt returns an address of this machine at which nobody listens. It is that of one end of a connection, so that it is
// given to nobody else while the test runs.
func nobodyAt(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c.LocalAddr().String()
}

// discard returns a logger that drops everything.
func discard() *log.Logger { return log.New(io.Discard, "", 0) }

// signIn signs in to a demo back end with its own key.
func signIn(t *testing.T, s *demo.Server, o client.Options) *client.Client {
	t.Helper()
	c, err := client.SignIn(t.Context(), s.URL(), s.Credentials(), o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// signedIn returns a client of a demo back end with its own key. The back end was not asked anything, so that tests can
// count: of a sign-in, what is asked side by side may arrive after it has ended.
func signedIn(t *testing.T, s *demo.Server, o client.Options) *client.Client {
	t.Helper()
	return resumeAt(t, s.Base(), s.Credentials(), o)
}

// resume returns a client for whatever answers at base, without asking it anything.
func resume(t *testing.T, base string) *client.Client {
	t.Helper()
	return resumeAt(t, base, client.Credentials{KeyID: "AKtest", Secret: client.NewSecret("secret")}, client.Options{})
}

func resumeAt(t *testing.T, base string, creds client.Credentials, o client.Options) *client.Client {
	t.Helper()
	c, err := client.Resume(client.Endpoint{Base: base, TokenFormat: client.FormatSlash}, creds, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// wantKind fails the test unless err is an error of that kind, "" meaning none.
func wantKind(t *testing.T, err error, want client.Kind) {
	t.Helper()
	if got := client.KindOf(err); got != want || (err == nil) != (want == "") {
		t.Fatalf("error is %v, want kind %q", err, want)
	}
}

// count returns how many requests had that method and a path that ends so.
func count(s *demo.Server, method, suffix string) int {
	n := 0
	for _, r := range s.Requests() {
		if r.Method == method && strings.HasSuffix(r.Path, suffix) {
			n++
		}
	}
	return n
}

// other returns the first key in a state that is not the one signed in with.
func other(t *testing.T, s *demo.Server, state client.State) string {
	t.Helper()
	for _, k := range s.Keys() {
		if k.State == state && k.ID != s.Credentials().KeyID {
			return k.ID
		}
	}
	t.Fatalf("no other key is %s", state)
	return ""
}

// stateOf returns a key's state at the server.
func stateOf(s *demo.Server, id string) client.State {
	for _, k := range s.Keys() {
		if k.ID == id {
			return k.State
		}
	}
	return ""
}
