package singleinstance

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// markPath returns the path of a lock file. Windows without a claim share its lock, and Hold locks it exclusively.
func markPath(dir string) string { return filepath.Join(dir, "window.lock") }

// Mark makes Hold notice a window that has no claim, until the mark is closed or the process ends. If another process
// holds the directory, Mark waits for it, as Claim does for a window that is still opening.
func Mark(ctx context.Context, dir string) (io.Closer, error) {
	limit := time.Now().Add(openingLimit)
	for {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, err
		}
		mark, err := openLocked(markPath(dir), true)
		if err == nil {
			return mark, nil
		}
		if !errors.Is(err, errClaimed) {
			return nil, err
		}
		if sleep(ctx, retryInterval); ctx.Err() != nil || time.Now().After(limit) {
			return nil, fmt.Errorf("mark %s: %w", dir, err)
		}
	}
}
