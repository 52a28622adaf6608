package keyspage

import (
	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/copyas"
	viewcheck "accesskeys/views/keycheck"
	viewnotes "accesskeys/views/notes"
)

// Subject is the keys that the tab shows, and what is known of them.
type Subject struct {
	Keys    *keys.Keys
	Checker *keycheck.Checker
	Notes   *notes.Store
}

// tools is what can be done with a key that does not change it on the server.
type tools struct {
	copier  *copyas.Copier
	checks  *viewcheck.Runner
	checker *keycheck.Checker
	editor  *viewnotes.Editor
	asker   *viewnotes.Asker
}

func newTools(p *Page, of Subject, guard *clipboardguard.Guard) *tools {
	editor := viewnotes.New(p.win, p.log, of.Keys, of.Notes)
	editor.OnSaved = func(id string) { record(p.scope, id, history.Note, "", nil) }
	return &tools{
		copier:  copyas.New(p.win, copyHost{p}, guard, of.Keys),
		checks:  viewcheck.New(p.win, checkHost{p}, p.log, p.tasks, of.Checker),
		checker: of.Checker,
		editor:  editor,
		asker:   viewnotes.NewAsker(editor, askTable{p}),
	}
}
