package main

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
)

// mendPreferences removes the toolkit's file of preferences if it was half written, as earlier versions of the program
// could leave it. The program has nothing in it, but the toolkit reads it at every start.
func mendPreferences(a fyne.App, log *slog.Logger) {
	path := filepath.Join(a.Storage().RootURI().Path(), "preferences.json")
	content, err := os.ReadFile(path)
	if err != nil || json.Valid(content) {
		return
	}
	if err := os.Remove(path); err != nil {
		log.Debug("removing the toolkit's broken preferences", "error", err)
	}
}
