// Package notes has the widgets in which users note what keys are for: a dialog, and the field in the row of a new key.
package notes

import (
	"context"
	"errors"
	"log/slog"

	"fyne.io/fyne/v2/lang"

	appnotes "accesskeys/app/notes"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// Editor edits the notes about a session's keys. A text that is not saved stays as a draft until it is saved or
// discarded, because a window that locks closes the dialog.
type Editor struct {
	OnSaved func(id string) // called when the note about a key was saved
	Record  func(id string) // called in the background when the note about a key was saved, also while the program ends

	win    *page.Window
	log    *slog.Logger
	keys   *keys.Keys
	store  *appnotes.Store
	drafts map[string]draft // by key ID
	opened *noteForm        // the dialog that was opened last; nil if there was none
	left   bool             // the session has ended
	kept   bool             // drafts are kept for the next session
}

// New returns an editor for notes in store about the keys in list.
func New(win *page.Window, log *slog.Logger, list *keys.Keys, store *appnotes.Store) *Editor {
	return &Editor{win: win, log: log, keys: list, store: store, OnSaved: func(string) {}, Record: func(string) {}, drafts: map[string]draft{}}
}

// drop drops the draft about a key, if there is one, with what was said of it.
func (e *Editor) drop(id string) {
	delete(e.drafts, id)
	e.said(id).Withdraw()
}

// said is the subject of messages about what was typed about a key.
func (e *Editor) said(id string) toast.Subject { return e.win.Toasts.About("note " + id) }

// draft is a change of a note that is not saved.
type draft struct {
	change
	saving    bool
	untold    bool // it comes from an earlier session, and the list of this one has not arrived
	offered   bool // the last message about it has offered to show it
	dismissed bool // the user has dismissed a message about it, and not edited it since
}

// TellDrafts shows a message for each key with a draft. Drafts remain when the window is locked, which closes the
// dialog. It leaves out what the user has been told before, and knows how to see.
func (e *Editor) TellDrafts() {
	for id, typed := range e.drafts {
		if !typed.note.Equal(e.noteOf(id)) && !(typed.dismissed && e.isThere(id)) {
			e.tellDraft(id)
		}
	}
}

// ListChanged tells of drafts of an earlier session, and again of those where it was said to press F2 on a key that is no
// longer there.
func (e *Editor) ListChanged() {
	for id, typed := range e.drafts {
		if typed.untold && e.keys.Loaded() {
			typed.untold = false
			e.drafts[id] = typed
			e.tellDraft(id)
		} else if !typed.saving && !typed.offered && !e.isThere(id) && e.said(id).IsTold() {
			e.tellDraft(id)
		}
	}
}

func (e *Editor) tellDraft(id string) {
	e.sayOfDraft(id, toast.Subject.Note, words.NotSavedYet(words.KeyName(e.noteOf(id).Label, id)),
		lang.L("Press F2 on the key to see it."), lang.L("The key is deleted, but you can still copy the text."))
}

// sayOfDraft says something of a draft, and how the user can see it: open where the key is there, and otherwise by a button.
// gone says that the key is deleted.
func (e *Editor) sayOfDraft(id string, say func(toast.Subject, string), text, open, gone string) {
	said, typed := e.said(id).OnDismissed(func() { e.dismissed(id) }), e.drafts[id]
	typed.offered = !e.isThere(id)
	e.drafts[id] = typed
	if !typed.offered {
		say(said, words.Sentences(text, open))
		return
	}
	if _, listed := e.keys.Find(id); listed || !e.keys.Partial() {
		text = words.Sentences(text, gone)
	}
	say(said.Offering(toast.Offer{Label: lang.L("Show Text"), For: toast.ReadingTime, Take: func() { e.Open(id) }}), text)
}

// dismissed notes that the user has dismissed a message about a draft.
func (e *Editor) dismissed(id string) {
	if typed, is := e.drafts[id]; is {
		typed.dismissed = true
		e.drafts[id] = typed
	}
}

// isThere reports whether a key can be chosen in the list, as far as the filter lets it.
func (e *Editor) isThere(id string) bool {
	k, listed := e.keys.Find(id)
	return listed && k.State != client.StateDeleted
}

// noteOf returns the note about a key.
func (e *Editor) noteOf(id string) appnotes.Note { return e.store.Of(keys.RefOf(e.keys, id)) }

// change is a change of the note about a key.
type change struct {
	id           string
	before, note appnotes.Note  // the note before and after
	in           appnotes.Field // the part that was edited last
	confirmed    bool           // the user has confirmed that the text is not a secret, although it looks like one
}

// save writes a change in the background, and calls done with the outcome. What was not saved stays as a draft.
func (e *Editor) save(c change, done func(error)) {
	ref := keys.RefOf(e.keys, c.id)
	if c.note = c.note.Clean(); e.left {
		c.note = c.note.Fit() // or else nothing of it would be kept
	}
	e.drafts[c.id] = draft{change: c, saving: true}
	over := e.store.Announce()
	background.GoVitalErr(e.win.Tasks, e.win.Tasks.Limit, func(context.Context) error {
		defer over()
		if err := c.note.Check(); err != nil {
			return err // before the question whether to keep what looks like a secret
		}
		if err := c.note.Vet(c.before, e.keys); err != nil && !(c.confirmed && errors.Is(err, appnotes.ErrLooksSecret)) {
			return err
		}
		if err := e.store.Change(ref, c.before, c.note); err != nil {
			return err
		}
		e.Record(c.id)
		return nil
	}, func(err error) {
		newer := !e.drafts[c.id].saving // the user has typed on meanwhile
		if err == nil {
			if !newer {
				e.drop(c.id)
			}
			e.OnSaved(c.id)
		} else {
			if !newer {
				e.drafts[c.id] = draft{change: c}
			}
			e.log.Warn("keeping a note", "key", c.id, "reason", words.Reason(err))
		}
		done(err)
	})
}
