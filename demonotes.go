package main

import (
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client/demo"
)

// demoNotes returns examples for the seed keys, oldest first. Some keys have none, as it is with most users.
func demoNotes() map[int]notes.Note {
	return map[int]notes.Note{
		1: {Label: "Old CI runner", Places: []string{"Jenkins > nightly"}, Text: "Replaced when the runners moved to the new cluster."},
		2: {Label: "CI billing", Places: []string{"CI > billing", "CI > invoices"}, Text: "Owned by the billing team. Ask them before it is changed."},
		3: {Label: "Terraform staging", Places: []string{"Terraform Cloud > staging"}},
		5: {Label: "Grafana dashboards", Places: []string{"Grafana > data sources"}},
	}
}

// noteDemo notes something about the demo's keys.
func noteDemo(kept *notes.Store, server *demo.Server) error {
	examples := demoNotes()
	for i, k := range server.Keys() {
		if n, ok := examples[i]; ok {
			ref := keys.Ref{Base: server.Base(), User: k.UserID, KeyID: k.ID}
			if err := kept.Change(ref, notes.Note{}, n); err != nil {
				return err
			}
		}
	}
	return nil
}
