package history

import (
	"bytes"
	"context"
	"time"
)

const (
	keptFor  = 365 * 24 * time.Hour
	mostSize = 20 << 20 // bytes
	restSize = 16 << 20

	mostInMemory = 20_000
)

func (f file) prune(ctx context.Context, now time.Time) error {
	size, err := f.lines.Size()
	if err != nil || size == 0 {
		return err
	}
	first, err := f.lines.First(longestLine)
	if err != nil {
		return err
	}
	e, ok := eventOf(first)
	if size <= int64(f.most) && ok && !old(e, now) {
		return nil
	}
	return f.lines.Rewrite(ctx, func(content []byte) []byte { return f.pruned(content, now) })
}

func old(e Event, now time.Time) bool { return now.Sub(e.At) > keptFor }

// pruned returns the lines to keep. The lines are only roughly in order of time, because several processes write them.
func (f file) pruned(content []byte, now time.Time) []byte {
	if len(content) > f.most {
		content = content[len(content)-f.rest:]
		_, content, _ = bytes.Cut(content, []byte{'\n'})
	}
	for len(content) > 0 {
		line, rest, _ := bytes.Cut(content, []byte{'\n'})
		if e, ok := eventOf(line); ok && !old(e, now) {
			break
		}
		content = rest
	}
	return content
}

const pruneEvery = time.Hour

// prune prunes the stored events at the first call, and then at most every hour.
func (r *Recorder) prune(ctx context.Context) {
	now := r.o.Now()
	if since := now.Sub(r.prunedAt); since >= 0 && since < pruneEvery {
		return
	}
	r.prunedAt = now
	if err := r.storage.prune(ctx, now); err != nil {
		r.o.Logger.Warn("pruning the history", "error", err)
	}
}
