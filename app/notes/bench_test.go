package notes_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// BenchmarkManyNotes measures the work with the most keys that a user may have, each with a note: reading the file, a
// change, and the part of a keystroke in the filter and of a sort that is below the window.
func BenchmarkManyNotes(b *testing.B) {
	const count = 10000
	path := filepath.Join(b.TempDir(), "notes.json")
	all := make([]keys.Key, count)
	kept := make([]map[string]any, count)
	for i := range all {
		all[i].ID, all[i].UserID = fmt.Sprintf("AK%030d", i*7919%count), "user"
		kept[i] = map[string]any{"base": base, "user": "user", "keyId": all[i].ID, "label": fmt.Sprintf("label %d", i), "places": []string{"CI > billing", "laptop"}}
		if i > 0 { // the change below is that of another field
			kept[i]["note"] = strings.Repeat("Ask Mei. ", 30)
		}
	}
	content, err := json.Marshal(map[string]any{"version": 1, "notes": kept})
	check.Must(b, err)
	check.Must(b, os.WriteFile(path, content, 0o600))
	n := notes.Open(path, slog.New(slog.DiscardHandler))
	check.Must(b, n.Load())
	names := keys.Names{State: func(s client.State) string { return string(s) }, Month: time.Month.String, Noted: n.Noted(base, "user")}
	for name, work := range map[string]func() error{
		"load":   n.Load,
		"change": func() error { return n.Change(ref(all[0].ID), notes.Note{}, notes.Note{Text: fmt.Sprint(b.N)}) },
		"filter by note": func() error {
			keys.Arrange(all, settings.Table{}, keys.Find{Text: "ask li wei"}, names)
			return nil
		},
		"filter": func() error {
			keys.Arrange(all, settings.Table{}, keys.Find{Text: "billing"}, names)
			return nil
		},
		"sort": func() error {
			keys.Arrange(all, settings.Table{SortBy: settings.ColumnID}, keys.Find{}, names)
			return nil
		},
		"one": func() error { n.Of(ref(all[0].ID)); return nil },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				check.Must(b, work())
			}
		})
	}
}
