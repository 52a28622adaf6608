package singleinstance_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/singleinstance"
)

// claimsIn has claims be made below a directory of the test's, and returns that and the one to be claimed.
func claimsIn(t *testing.T) (runtime, dir string) {
	t.Helper()
	runtime, err := os.MkdirTemp("", "claim") // a test's own has too long a path for a socket
	check.Must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(runtime) })
	t.Setenv("XDG_RUNTIME_DIR", runtime)
	t.Setenv("LocalAppData", runtime) // on Windows
	return runtime, t.TempDir()
}

// first is a process that has the claim, and what it was asked.
type first struct {
	*singleinstance.Instance
	calls chan string
	fail  error
	gone  chan struct{}
}

func newFirst(t *testing.T, dir string) *first {
	t.Helper()
	instance, err := singleinstance.Claim(t.Context(), dir, "")
	check.Must(t, err)
	f := &first{Instance: instance, calls: make(chan string, 100), gone: make(chan struct{})}
	t.Cleanup(func() { f.Release(); <-f.gone })
	go func() {
		defer close(f.gone)
		instance.Serve(t.Context(), func(_ context.Context, server string) error {
			f.calls <- server
			return f.fail
		})
	}()
	return f
}

func TestSecondStartHasTheFirstComeUp(t *testing.T) {
	_, dir := claimsIn(t)
	f := newFirst(t, dir)
	for _, server := range []string{"", "https://optimizer.example.com", " 优化.example.com\n"} {
		if i, err := singleinstance.Claim(t.Context(), dir, server); i != nil || !errors.Is(err, singleinstance.ErrRaised) {
			t.Errorf("the second with %q got %v, %v", server, i, err)
		}
		if got := <-f.calls; got != strings.TrimSpace(server) {
			t.Errorf("the first was told %q, want %q", got, server)
		}
	}
}
