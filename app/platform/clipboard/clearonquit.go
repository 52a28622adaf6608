package clipboard

import (
	"context"
	"time"
)

const (
	closeLimit = 2 * time.Second // the limit of Close, since the application is quitting
	// closeBlankLimit is the part of closeLimit in which clipboard managers can notice that the secret is gone.
	closeBlankLimit = time.Second
)

// Close clears the secret and closes the connection to the system's clipboard. It returns after closeLimit at the latest,
// even if the system is stuck.
func (c *Clipboard) Close() {
	if c.closed.Swap(true) {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), closeLimit)
	defer cancel()
	err := c.run(ctx, func() error {
		defer c.board.close()
		if err := c.board.clear(); err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(ctx, closeBlankLimit)
		defer cancel()
		return c.board.removeBlank(ctx)
	}, nil)
	if err != nil {
		c.log.Warn("the clipboard was not cleared", "error", err)
	}
}
