// Package clipboard puts a secret on the system's clipboard, marked as a secret, and clears it again.
package clipboard

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"

	"accesskeys/client"
)

const longest = 64 << 10 // bytes of a secret; all systems accept that in one piece

var (
	errClosed  = errors.New("the clipboard is closed")
	errNothing = errors.New("there is nothing to copy")
	errTooLong = errors.New("too long for the clipboard")
)

// Clipboard is the system's clipboard, for secrets. Secrets are marked so that clipboard histories and cloud clipboards
// ignore them. On X11 and Wayland, a secret disappears when the application ends in any way; on other systems, it
// disappears with Close.
type Clipboard struct {
	log    *slog.Logger
	board  board
	window atomic.Uintptr
	turn   chan struct{} // full while a call to the board is under way
	closed atomic.Bool
}

// board is the clipboard of one system. Only one of its methods is called at a time, except held and removeBlank. They may
// block as long as the system does.
type board interface {
	copy(window uintptr, secret string) error
	// clear removes the secret. It may put a blank in its place, which removeBlank removes.
	clear() error
	// removeBlank removes the blank when clipboard managers have had time to see it, or when ctx is done. It may be
	// called in parallel with the other methods. It returns ErrRestored if the secret is back on the clipboard.
	removeBlank(ctx context.Context) error
	held() bool // never blocks
	marks() bool
	close()
}

// New returns a Clipboard. It does not connect to the system before it is first used. Errors in the background are logged
// to log, which may be nil.
func New(log *slog.Logger) *Clipboard {
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	return &Clipboard{log: log, board: newBoard(log), turn: make(chan struct{}, 1)}
}

// Attach sets the handle of the window that owns what is copied. Only Windows needs it.
func (c *Clipboard) Attach(window uintptr) { c.window.Store(window) }

// Copy replaces the content of the clipboard by a secret. If the secret cannot be marked so that histories ignore it,
// Copy does not copy it and returns errors.ErrUnsupported. If ctx is done before the secret is on the clipboard, the
// secret is cleared as soon as it gets there.
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
			go c.removeBlankLate()
		}
	}
	if err := c.do(ctx, put, undo); err != nil {
		return fmt.Errorf("copying: %w", err)
	}
	return nil
}

// Held reports whether the secret from Copy is still on the clipboard. It never blocks and does not read the clipboard.
func (c *Clipboard) Held() bool { return c.board.held() }

// Marks reports whether Copy can mark secrets on this system. It may block for a moment.
func (c *Clipboard) Marks(ctx context.Context) bool {
	return c.do(ctx, func() error {
		if !c.board.marks() {
			return errors.ErrUnsupported
		}
		return nil
	}, nil) == nil
}

// do is run, but returns errClosed if the clipboard is closed.
func (c *Clipboard) do(ctx context.Context, act func() error, undo func()) error {
	return c.run(ctx, func() error {
		if c.closed.Load() {
			return errClosed
		}
		return act()
	}, undo)
}

// run waits for its turn and calls act. It returns the error of act, or ctx's error if that is done first. Because act
// cannot be interrupted, it runs in a goroutine of its own and keeps its turn until it returns; if ctx was done before
// that, undo follows, which may be nil. While act is stuck, other calls wait until their ctx is done.
func (c *Clipboard) run(ctx context.Context, act func() error, undo func()) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case c.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	var settled atomic.Bool // set by whichever is first: the caller that stops waiting, or act when it returns
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
