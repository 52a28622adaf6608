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

// markPath is the file that windows without a claim share the lock of, and that Hold locks for itself.
func markPath(dir string) string { return filepath.Join(dir, "window.lock") }

// Mark tells Hold of a window of a configuration directory that has no claim, until it is closed or the process ends.
// A process that holds the directory is waited for as Claim does.
func Mark(ctx context.Context, dir string) (io.Closer, error) {
	limit := time.Now().Add(openingPatience)
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
		if pause(ctx, claimAgain); ctx.Err() != nil || time.Now().After(limit) {
			return nil, fmt.Errorf("mark %s: %w", dir, err)
		}
	}
}
