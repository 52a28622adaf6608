package clipboard

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/client"
)

// slowBoard is a board whose copy blocks until the test sends an answer.
type slowBoard struct {
	answer  chan error // to copy
	cleared int
	closed  bool
	secret  string
}

func newSlowClipboard() (*Clipboard, *slowBoard) {
	b := &slowBoard{answer: make(chan error)}
	c := New(nil)
	c.board = b
	return c, b
}

func (b *slowBoard) copy(_ uintptr, secret string) error {
	err := <-b.answer
	b.secret = secret
	return err
}

func (b *slowBoard) removeBlank(context.Context) error { return nil }

func (b *slowBoard) clear() error {
	b.cleared++
	b.secret = ""
	return nil
}

func (b *slowBoard) held() bool  { return b.secret != "" }
func (b *slowBoard) marks() bool { return false }
func (b *slowBoard) close()      { b.closed = true }

func TestCopyThatIsGivenUpIsUndone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, b := newSlowClipboard()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := c.Copy(ctx, client.NewSecret("given-up")); !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("Copy beyond its time: %v", err)
		}
		b.answer <- nil
		synctest.Wait()
		if b.cleared != 1 || c.Held() {
			t.Errorf("what was copied too late was cleared %d times", b.cleared)
		}
	})
}

func TestCallsBesideAStuckOneEndWithTheirContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, b := newSlowClipboard()
		stuck := make(chan error)
		go func() { stuck <- c.Copy(t.Context(), client.NewSecret("stuck")) }()
		synctest.Wait()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := c.Clear(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Clear beside a stuck Copy: %v", err)
		}
		if b.cleared != 0 {
			t.Error("two calls were made at once")
		}
		b.answer <- nil
		if err := <-stuck; err != nil {
			t.Errorf("the Copy that was stuck: %v", err)
		}
	})
}

func TestCloseDoesNotWaitForAStuckSystem(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, b := newSlowClipboard()
		stuck := make(chan error)
		go func() { stuck <- c.Copy(t.Context(), client.NewSecret("stuck")) }()
		synctest.Wait()
		c.Close()
		b.answer <- nil
		<-stuck
		synctest.Wait()
		if err := c.Copy(t.Context(), client.NewSecret("late")); !errors.Is(err, errClosed) {
			t.Errorf("Copy after Close: %v", err)
		}
	})
}

func TestErrorsOfASystemDoNotNameTheSecret(t *testing.T) {
	c, b := newSlowClipboard()
	go func() { b.answer <- errors.ErrUnsupported }()
	err := c.Copy(t.Context(), client.NewSecret("do-not-name"))
	if !errors.Is(err, errors.ErrUnsupported) || strings.Contains(err.Error(), "do-not-name") {
		t.Errorf("a Copy that can't be marked: %v", err)
	}
	if c.Marks(t.Context()) {
		t.Error("it says that it can mark")
	}
}

func TestCopyRefusesWhatItCannotHold(t *testing.T) {
	c, _ := newSlowClipboard()
	if err := c.Copy(t.Context(), client.Secret{}); !errors.Is(err, errNothing) {
		t.Errorf("Copy of nothing: %v", err)
	}
	if err := c.Copy(t.Context(), client.NewSecret(strings.Repeat("x", longest+1))); !errors.Is(err, errTooLong) {
		t.Errorf("Copy of too much: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := c.Copy(ctx, client.NewSecret("cancelled")); !errors.Is(err, context.Canceled) {
		t.Errorf("Copy when told to leave: %v", err)
	}
}

func TestClosingWhatWasNeverUsed(t *testing.T) {
	c := New(nil)
	if c.Held() {
		t.Error("it holds something")
	}
	if err := c.Clear(t.Context()); err != nil {
		t.Error(err)
	}
	c.Close()
	c.Close()
}
