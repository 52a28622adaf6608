package main

import (
	"log"
	"log/slog"
	"os"

	"accesskeys/app/platform/process"
)

// newLogger returns what writes to standard error from a level on.
func newLogger(level slog.Level) *slog.Logger {
	return slog.New(slog.NewTextHandler(process.NewLogOutput(os.Stderr), &slog.HandlerOptions{Level: level}))
}

// quieten has the standard logger, which the toolkit and other packages use, write to h at the debug level. They
// report what a user can do nothing about.
func quieten(h slog.Handler) {
	log.SetFlags(0)
	log.SetOutput(slog.NewLogLogger(h, slog.LevelDebug).Writer())
}
