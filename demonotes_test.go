package main

import (
	"log/slog"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client/demo"
)

func TestDemoHasNotesAboutSomeKeys(t *testing.T) {
	server, err := demo.Start("", demo.Options{})
	check.Must(t, err)
	t.Cleanup(func() { _ = server.Close() })
	kept := notes.Open("", slog.New(slog.DiscardHandler))
	check.Must(t, addDemoNotes(kept, server))
	check.Equal(t, "notes", kept.Count(server.Base(), "demo"), len(demoNotes()))
	own := keys.Ref{Base: server.Base(), User: "demo", KeyID: server.Credentials().KeyID}
	check.Equal(t, "label of the key signed in with", kept.Of(own).Label, "CI billing")
	unnamed := 0
	for _, k := range server.Keys() {
		if kept.Of(keys.Ref{Base: server.Base(), User: k.UserID, KeyID: k.ID}).IsZero() {
			unnamed++
		}
	}
	check.Equal(t, "keys without", unnamed, len(server.Keys())-len(demoNotes()))
}
