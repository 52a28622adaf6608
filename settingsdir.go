package main

import (
	"log/slog"

	"accesskeys/app"
	"accesskeys/app/platform/basedirs"
)

// settingsDir returns the directory that the program keeps its files in, or "" where there is none. Then the
// toolkit keeps none either.
func settingsDir(log *slog.Logger) string {
	basedirs.IgnoreRelativeDirs()
	dir, err := app.DefaultDir()
	if err != nil {
		log.Info("nothing is remembered: there is no directory for it", "error", err)
		basedirs.KeepToolkitFromWriting()
		return ""
	}
	basedirs.PrepareCacheDir()
	return dir
}
