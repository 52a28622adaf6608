package main

import (
	"log/slog"

	"accesskeys/app"
	"accesskeys/app/platform/basedirs"
)

// settingsDir returns the directory in which the program stores its files. It returns "" if the system has none, and
// then keeps the toolkit from writing files too.
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
