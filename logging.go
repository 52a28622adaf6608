package main

import (
	"log"
	"log/slog"
	"os"

	"accesskeys/app/platform/process"
)

// newLogger returns a logger that writes records of the given level and above to standard error.
func newLogger(level slog.Level) *slog.Logger {
	return slog.New(slog.NewTextHandler(process.NewLogOutput(os.Stderr), &slog.HandlerOptions{Level: level}))
}

// redirectStandardLog sends what is logged through package log to h at the debug level. The toolkit and other packages
// log there, mostly about things that a user can do nothing about.
func redirectStandardLog(h slog.Handler) {
	log.SetFlags(0)
	log.SetOutput(slog.NewLogLogger(h, slog.LevelDebug).Writer())
}
