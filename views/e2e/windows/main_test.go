//go:build wine

// Package windows drives the Windows program under Wine, from Linux, on an X display of its own. The keyring is Wine's
// Credential Manager, another Windows program inspects the clipboard, and the key presses are real. Wine is not Windows:
// a test that passes here shows that the program runs, but does not prove how it behaves on Windows.
//
// The tests need a cross compiler for Windows, and Wine, so plain go test leaves them out: see make test-windows.
package windows

import (
	"flag"
	"fmt"
	"os"
	"testing"
	"time"
)

const patience = 30 * time.Second // how long to wait for anything

// machine is the Wine setup that all tests share, because setting one up takes seconds.
var machine *wine

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(runAll(m))
}

func runAll(m *testing.M) int {
	dir, err := os.MkdirTemp("", "access-keys-wine")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	if err := buildAll(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	machine, err = newWine(dir)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer machine.close()
	return m.Run()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wait waits until a condition holds.
func wait(t testing.TB, what string, so func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !so(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}
