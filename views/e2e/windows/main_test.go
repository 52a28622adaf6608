//go:build wine

// Package windows drives the Windows program on Wine, from Linux, on an X display of its own: the
// keyring is Wine's Credential Manager, the clipboard is looked at by another Windows program, the keys
// pressed are real. Wine stands in for Windows, and where it is kinder or harsher, it misleads: what
// passes here has been run, not proven.
//
// It takes a compiler for Windows and Wine, so plain go test leaves it out: see make test-windows.
package windows

import (
	"flag"
	"fmt"
	"os"
	"testing"
	"time"
)

const patience = 30 * time.Second // for anything that is to happen

// machine is what all the tests run on: to set one up takes seconds.
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

// wait waits until something is so.
func wait(t testing.TB, what string, so func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !so(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}
