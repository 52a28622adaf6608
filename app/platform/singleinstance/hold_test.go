//go:build linux

package singleinstance_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"accesskeys/app/check"
	"accesskeys/app/platform/singleinstance"
)

func TestHoldFindsTheWindowOnAnotherDisplay(t *testing.T) {
	_, dir := claimsIn(t)
	newFirst(t, dir)
	for _, display := range []string{os.Getenv("DISPLAY"), ":59998"} {
		t.Setenv("DISPLAY", display)
		if h, err := singleinstance.Hold(dir); h != nil || !errors.Is(err, singleinstance.ErrOpen) {
			t.Errorf("on display %q: %v, %v", display, h, err)
		}
	}
}

func TestWindowWaitsForWhatHolds(t *testing.T) {
	runtime, dir := claimsIn(t)
	held, err := singleinstance.Hold(dir)
	check.Must(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	claimed := make(chan error, 1)
	go func() {
		window, err := singleinstance.Claim(ctx, dir, "")
		if err == nil {
			window.Release()
		}
		claimed <- err
	}()
	if left, err := filepath.Glob(filepath.Join(runtime, "*")); err != nil || len(left) != 2 {
		t.Errorf("while it is held: %v, %v", left, err)
	}
	check.Must(t, held.Discard())
	check.Must(t, <-claimed)
	cancel()

	held, err = singleinstance.Hold(dir)
	check.Must(t, err)
	check.Must(t, held.Discard())
	if left, _ := filepath.Glob(filepath.Join(runtime, "*")); len(left) != 0 {
		t.Errorf("it left %v", left)
	}
}
