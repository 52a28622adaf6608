package clipboardguard

import (
	"context"
	"errors"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/views/kit/background"
)

// counted is a clipboard that counts the calls, and returns an error for each.
type counted struct {
	System
	copies, clears int
}

var errCounted = errors.New("counted")

func (c *counted) Copy(context.Context, client.Secret) error {
	c.copies++
	return errCounted
}

func (c *counted) Clear(context.Context) error {
	c.clears++
	return errCounted
}

func TestUIWaitsForTheClipboard(t *testing.T) {
	system, posted := &counted{}, make(chan func(), 1)
	tasks := background.New(t.Context(), time.Minute)
	tasks.Post = func(f func()) { posted <- f }
	board := onUIThread{system, tasks}
	for _, act := range []func() error{
		func() error { return board.Copy(t.Context(), client.NewSecret("secret")) },
		func() error { return board.Clear(t.Context()) },
	} {
		before, answer := *system, make(chan error, 1)
		go func() { answer <- act() }()
		select {
		case onUI := <-posted:
			if *system != before {
				t.Error("it did not wait for the UI thread")
			}
			onUI()
		case err := <-answer:
			t.Fatalf("it ended with %v, and the UI thread did not wait", err)
		}
		if err := <-answer; !errors.Is(err, errCounted) {
			t.Errorf("got %v", err)
		}
	}
	if system.copies != 1 || system.clears != 1 {
		t.Errorf("copied %d times, cleared %d times", system.copies, system.clears)
	}
}
