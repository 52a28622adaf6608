// Package clipboard puts a secret on the system's clipboard, marked as one, and clears it again if it is still there.
package clipboard

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"

	"accesskeys/client"
)

const longest = 64 << 10 // of a secret: what any of the systems takes in one piece

var (
	errClosed  = errors.New("the clipboard is closed")
	errNothing = errors.New("there is nothing to copy")
	errTooLong = errors.New("too long for the clipboard")
)

// Clipboard is the system's clipboard, for secrets. What is copied is marked for clipboard histories and
// cloud clipboards to leave alone, and is gone when the application is: from X11 and Wayland however
// it ends, from other systems after Close.
type Clipboard struct {
	log    *slog.Logger
	board  board
	window atomic.Uintptr
	turn   chan struct{} // full while the board does something
	closed atomic.Bool
}

// board is what a system offers. It is called once at a time, held excepted, and may block for as long
// as the system does.
type board interface {
	copy(window uintptr, secret string) error
	// clear takes the secret away. A blank may be in its place until leave.
	clear() error
	// leave lets go of the blank once clipboard managers have seen it, or when ctx ends. It is called
	// beside the others, and returns ErrRestored when the secret is back.
	leave(ctx context.Context) error
	held() bool // never blocks
	marks() bool
	close()
}

// New is a clipboard that has nothing to do with the system until it is first used. What goes
// wrong in the background is logged to log, which may be nil.
func New(log *slog.Logger) *Clipboard {
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	return &Clipboard{log: log, board: newBoard(log), turn: make(chan struct{}, 1)}
}

// Attach names the window that owns what is copied: its handle on Windows. Other systems need none.
func (c *Clipboard) Attach(window uintptr) { c.window.Store(window) }

// Copy puts a secret on the clipboard in place of what is there. Where it can't be marked for histories
// to leave alone it is not copied, and the error is errors.ErrUnsupported. When ctx ends first, what
// may still get there is cleared at once.
func (c *Clipboard) Copy(ctx context.Context, s client.Secret) error {
	if s.IsZero() {
		return fmt.Errorf("copying: %w", errNothing)
	}
	if len(s.Reveal()) > longest {
		return fmt.Errorf("copying: %w", errTooLong)
	}
	put := func() error { return c.board.copy(c.window.Load(), s.Reveal()) }
	undo := func() {
		if c.board.clear() == nil {
			go c.leaveLate()
		}
	}
	if err := c.do(ctx, put, undo); err != nil {
		return fmt.Errorf("copying: %w", err)
	}
	return nil
}

// Held reports whether what Copy put on the clipboard is still there. It never blocks, and reads nothing.
func (c *Clipboard) Held() bool { return c.board.held() }

// Marks reports whether Copy can mark here. It may block for a moment.
func (c *Clipboard) Marks(ctx context.Context) bool {
	return c.do(ctx, func() error {
		if !c.board.marks() {
			return errors.ErrUnsupported
		}
		return nil
	}, nil) == nil
}

// do is run, for as long as the clipboard is open.
func (c *Clipboard) do(ctx context.Context, act func() error, undo func()) error {
	return c.run(ctx, func() error {
		if c.closed.Load() {
			return errClosed
		}
		return act()
	}, undo)
}

// run waits for its turn, calls act and returns its error, or ctx's. Nothing can interrupt act, so it has
// a goroutine of its own and keeps its turn when the caller leaves: then undo, which may be nil,
// follows. While act is stuck, so is the next caller, until its ctx ends.
func (c *Clipboard) run(ctx context.Context, act func() error, undo func()) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case c.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	var settled atomic.Bool // by the first of the two: the caller that leaves, or act with an answer
	answer := make(chan error, 1)
	go func() {
		defer func() { <-c.turn }()
		err := act()
		if settled.CompareAndSwap(false, true) {
			answer <- err
		} else if undo != nil {
			undo()
		}
	}()
	select {
	case err := <-answer:
		return err
	case <-ctx.Done():
		if settled.CompareAndSwap(false, true) {
			return ctx.Err()
		}
		return <-answer
	}
}
