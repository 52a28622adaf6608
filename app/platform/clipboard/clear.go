package clipboard

import (
	"context"
	"errors"
	"fmt"
	"time"
)

const (
	parting = 2 * time.Second // for Close: the application is quitting
	// farewell is how much of that clipboard managers get to see that the secret is gone.
	farewell = time.Second
)

// ErrRestored is that another program has put a secret back on the clipboard right after it was cleared.
var ErrRestored = errors.New("another program has put the secret back on the clipboard")

// Clear takes the secret off the clipboard if it is still there. What anybody else copied stays. Where a
// clipboard manager puts the secret back within a second, the error is ErrRestored. Copy and the
// others need not wait for that.
func (c *Clipboard) Clear(ctx context.Context) error {
	err := c.do(ctx, c.board.clear, func() { go c.leaveLate() })
	if err == nil {
		err = c.board.leave(ctx)
	}
	if err != nil {
		return fmt.Errorf("clearing the clipboard: %w", err)
	}
	return nil
}

// leaveLate is for a secret that was cleared after its caller had left.
func (c *Clipboard) leaveLate() {
	ctx, cancel := context.WithTimeout(context.Background(), parting)
	defer cancel()
	if err := c.board.leave(ctx); err != nil {
		c.log.Warn("a clipboard manager has put a secret back", "error", err)
	}
}

// Close clears what is held and lets go of the system. It does not wait long for a system that is stuck.
func (c *Clipboard) Close() {
	if c.closed.Swap(true) {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), parting)
	defer cancel()
	err := c.run(ctx, func() error {
		defer c.board.close()
		if err := c.board.clear(); err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(ctx, farewell)
		defer cancel()
		return c.board.leave(ctx)
	}, nil)
	if err != nil {
		c.log.Warn("the clipboard was not cleared", "error", err)
	}
}
