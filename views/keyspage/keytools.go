package keyspage

import (
	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/rotation"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/copyas"
	viewcheck "accesskeys/views/keycheck"
	viewnotes "accesskeys/views/notes"
	viewrotation "accesskeys/views/rotation"
)

// Subject is the keys that the tab shows, with the services that know more about them.
type Subject struct {
	Keys    *keys.Keys
	Checker *keycheck.Checker
	Notes   *notes.Store
	Guide   *rotation.Guide
}

// tools holds what can be done with a key besides changing it.
type tools struct {
	copier  *copyas.Copier
	checks  *viewcheck.Runner
	checker *keycheck.Checker
	editor  *viewnotes.Editor
	asker   *viewnotes.Asker

	replacing *viewrotation.Tab
}

func newTools(p *Page, of Subject, guard *clipboardguard.Guard) *tools {
	editor := viewnotes.New(p.win, p.log, of.Keys, of.Notes)
	editor.OnSaved = func(id string) { p.creator.nameNew(id) }
	editor.Record = func(id string) { record(p.scope, id, history.Note, "", nil) }
	return &tools{
		copier:  copyas.New(p.win, copyHost{p}, guard, of.Keys),
		checks:  viewcheck.New(p.win, checkHost{p}, p.log, p.tasks, of.Checker),
		checker: of.Checker,
		editor:  editor,
		asker:   viewnotes.NewAsker(editor, labelFieldHost{p}),

		replacing: viewrotation.NewTab(p.win, replaceHost{p}, p.tasks, of.Guide),
	}
}
