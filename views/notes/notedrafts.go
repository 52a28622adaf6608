// Package notes is where a user notes what keys are for: the dialog, and the field on the row of a new key.
package notes

import (
	"context"
	"errors"
	"log/slog"

	appnotes "accesskeys/app/notes"

	"accesskeys/app/keys"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// Editor edits the notes of a session's keys. What is typed and not saved yet is kept until it is, or until the user gives
// it up: a window that locks closes the dialog.
type Editor struct {
	OnSaved func(id string) // what is noted about a key was changed

	win    *page.Window
	log    *slog.Logger
	keys   *keys.Keys
	store  *appnotes.Store
	drafts map[string]draft // by key ID
	left   bool             // the session was, so that nobody comes back to a draft
}

// New returns the editor of the notes in a store about the keys of a list.
func New(win *page.Window, log *slog.Logger, list *keys.Keys, store *appnotes.Store) *Editor {
	return &Editor{win: win, log: log, keys: list, store: store, OnSaved: func(string) {}, drafts: map[string]draft{}}
}

// draft is what was typed about a key and is not saved.
type draft struct {
	change
	saving bool
}

// TellDrafts says of the keys about which something was typed and not saved that it is there: the dialog was closed as the
// window was locked.
func (e *Editor) TellDrafts() {
	for id, typed := range e.drafts {
		if now := e.of(id); !typed.note.Equal(now) {
			e.win.Toasts.About("note " + id).Note(words.NotSavedYet(words.KeyName(now.Label, id)))
		}
	}
}

// settle saves what was typed and not saved, and says what could not be.
func (e *Editor) settle() {
	for id, typed := range e.drafts {
		if !typed.saving && !typed.note.Equal(e.of(id)) {
			e.save(typed.change, func(err error) { e.tell(id, err) })
		}
	}
}

// of returns what is noted about a key.
func (e *Editor) of(id string) appnotes.Note { return e.store.Of(keys.RefOf(e.keys, id)) }

// change is a change of what is noted about a key.
type change struct {
	id         string
	seen, note appnotes.Note
	sure       bool // what looks like a secret is none
}

// save writes a change in the background, and tells how it went. What was not saved stays as a draft.
func (e *Editor) save(c change, done func(error)) {
	ref := keys.RefOf(e.keys, c.id)
	c.note = c.note.Clean()
	e.drafts[c.id] = draft{c, true}
	over := e.store.Announce()
	background.GoVitalErr(e.win.Tasks, e.win.Tasks.Limit, func(context.Context) error {
		defer over()
		if err := c.note.Vet(c.seen, e.keys); err != nil && !(c.sure && errors.Is(err, appnotes.ErrLooksSecret)) {
			return err
		}
		return e.store.Change(ref, c.seen, c.note)
	}, func(err error) {
		if err == nil {
			delete(e.drafts, c.id)
			e.OnSaved(c.id)
		} else {
			e.drafts[c.id] = draft{c, false}
			e.log.Warn("keeping a note", "key", c.id, "reason", words.Reason(err))
		}
		done(err)
	})
}
