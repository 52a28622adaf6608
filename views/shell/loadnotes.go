package shell

import (
	"context"

	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// loadNotes reads the notes of keys while a session is being opened, which does not wait for that.
func (f *sessionFlow) loadNotes() {
	background.GoErr(f.page.Tasks, func(context.Context) error { return f.config.App.Notes.Load() }, func(err error) {
		if err != nil {
			f.config.Logger.Warn("reading the notes", "error", err)
			f.page.Toasts.Error(words.NotesUnread(err))
		}
	})
}
