//go:build linux

package singleinstance_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"accesskeys/app/apptest/check"
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

// A window that could not claim the directory is noticed too, and waits like others.
func TestHoldFindsTheWindowWithoutAClaim(t *testing.T) {
	_, dir := claimsIn(t)
	for range 2 {
		mark, err := singleinstance.Mark(t.Context(), dir)
		check.Must(t, err)
		defer mark.Close()
		if h, err := singleinstance.Hold(dir); h != nil || !errors.Is(err, singleinstance.ErrOpen) {
			t.Errorf("%v, %v", h, err)
		}
		another, err := singleinstance.Mark(t.Context(), dir)
		check.Must(t, err)
		check.Must(t, another.Close())
		check.Must(t, mark.Close())
		held, err := singleinstance.Hold(dir)
		check.Must(t, err)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := singleinstance.Mark(ctx, dir); err == nil {
			t.Error("a window opens meanwhile")
		}
		check.Must(t, held.Discard())
		if left, _ := os.ReadDir(dir); len(left) != 0 {
			t.Errorf("it left %v", left)
		}
	}
}

// A claim that a window makes during Discard is not removed. The files of a crashed process are.
func TestDiscardLeavesTheClaimsOfOthers(t *testing.T) {
	runtime, dir := claimsIn(t)
	held, err := singleinstance.Hold(dir)
	check.Must(t, err)
	display := os.Getenv("DISPLAY")
	t.Setenv("DISPLAY", ":59998")
	f := newFirst(t, dir)
	t.Setenv("DISPLAY", display)
	for _, name := range []string{"access-keys-1.lock", "access-keys-1.sock", "access-keys-2.sock"} {
		check.Must(t, os.WriteFile(filepath.Join(runtime, name), nil, 0o600))
	}
	check.Must(t, held.Discard())
	if left, err := os.ReadDir(runtime); err != nil || len(left) != 2 {
		t.Errorf("it left %v, %v", left, err)
	}
	t.Setenv("DISPLAY", ":59998")
	if _, err := singleinstance.Claim(t.Context(), dir, ""); !errors.Is(err, singleinstance.ErrRaised) {
		t.Errorf("the other window's claim: %v", err)
	}
	f.Release()
}

func TestHoldBelowAPathWithBrackets(t *testing.T) {
	parent, _ := claimsIn(t)
	runtime := filepath.Join(parent, "[a")
	check.Must(t, os.Mkdir(runtime, 0o700))
	t.Setenv("XDG_RUNTIME_DIR", runtime)
	dir := t.TempDir()
	newFirst(t, dir)
	t.Setenv("DISPLAY", ":59998")
	if h, err := singleinstance.Hold(dir); h != nil || !errors.Is(err, singleinstance.ErrOpen) {
		t.Errorf("%v, %v", h, err)
	}
}
