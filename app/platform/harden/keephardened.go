package harden

import (
	"context"
	"log/slog"
	"runtime"
	"time"
)

// threadsInterval is the time between two searches for new threads.
const threadsInterval = 5 * time.Second

// Keep hardens the process and, until ctx is done, the threads that it starts.
func Keep(ctx context.Context, log *slog.Logger) {
	if err := Process(); err != nil {
		log.Warn("keeping the memory to ourselves", "error", err)
	}
	if runtime.GOOS != "windows" {
		return
	}
	again := time.NewTicker(threadsInterval)
	defer again.Stop()
	for {
		select {
		case <-again.C:
			if err := Threads(); err != nil {
				log.Debug("keeping new threads to ourselves", "error", err)
			}
		case <-ctx.Done():
			return
		}
	}
}
