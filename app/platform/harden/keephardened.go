package harden

import (
	"context"
	"log/slog"
	"runtime"
	"time"
)

// threadsAgain is after which threads are looked for that have been started meanwhile.
const threadsAgain = 5 * time.Second

// Keep hardens the process and, as long as ctx lasts, the threads that it starts.
func Keep(ctx context.Context, log *slog.Logger) {
	if err := Process(); err != nil {
		log.Warn("keeping the memory to ourselves", "error", err)
	}
	if runtime.GOOS != "windows" {
		return
	}
	again := time.NewTicker(threadsAgain)
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
