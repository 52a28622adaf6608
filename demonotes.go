package main

import (
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client/demo"
)

// demoNotes returns example notes by the index of their seed key; the oldest key has index 0. As with most users, some
// keys have no note.
func demoNotes() map[int]notes.Note {
	return map[int]notes.Note{
		1: {Label: "Old CI runner", Places: []string{"Jenkins > nightly"}, Text: "Replaced when the runners moved to the new cluster."},
		2: {Label: "CI billing", Places: []string{"CI > billing", "CI > invoices"}, Text: "Owned by the billing team. Ask them before it is changed."},
		3: {Label: "Terraform staging", Places: []string{"Terraform Cloud > staging"}},
		5: {Label: "Grafana dashboards", Places: []string{"Grafana > data sources"}},
	}
}

// addDemoNotes adds the example notes to the demo's keys.
func addDemoNotes(store *notes.Store, server *demo.Server) error {
	examples := demoNotes()
	for i, k := range server.Keys() {
		if n, ok := examples[i]; ok {
			ref := keys.Ref{Base: server.Base(), User: k.UserID, KeyID: k.ID}
			if err := store.Change(ref, notes.Note{}, n); err != nil {
				return err
			}
		}
	}
	return nil
}
