package clipboard

import (
	"context"
	"errors"
	"fmt"
)

// ErrRestored means that another program put the secret back on the clipboard right after it was cleared.
var ErrRestored = errors.New("another program has put the secret back on the clipboard")

// Clear removes the secret from the clipboard if it is still there. It does not remove what another program copied. If a
// clipboard manager puts the secret back within a second, the error is ErrRestored. Other calls need not wait for that
// second.
func (c *Clipboard) Clear(ctx context.Context) error {
	err := c.do(ctx, c.board.clear, func() { go c.removeBlankLate() })
	if err == nil {
		err = c.board.removeBlank(ctx)
	}
	if err != nil {
		return fmt.Errorf("clearing the clipboard: %w", err)
	}
	return nil
}

// removeBlankLate removes the blank when a secret was cleared after the caller had stopped waiting.
func (c *Clipboard) removeBlankLate() {
	ctx, cancel := context.WithTimeout(context.Background(), closeLimit)
	defer cancel()
	if err := c.board.removeBlank(ctx); err != nil {
		c.log.Warn("a clipboard manager has put a secret back", "error", err)
	}
}
