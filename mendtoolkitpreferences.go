package main

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
)

// removeBrokenPreferences removes the toolkit's preferences file if it is not valid JSON: earlier versions of the
// program could leave it half written. The program stores nothing in it, but the toolkit reads it at every start.
func removeBrokenPreferences(a fyne.App, log *slog.Logger) {
	path := filepath.Join(a.Storage().RootURI().Path(), "preferences.json")
	content, err := os.ReadFile(path)
	if err != nil || json.Valid(content) {
		return
	}
	if err := os.Remove(path); err != nil {
		log.Debug("removing the toolkit's broken preferences", "error", err)
	}
}
