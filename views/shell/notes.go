package shell

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
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

// askNotes returns what asks, as a session ends, whether to forget what is noted about the user's keys, and what does that
// then if it was ticked. Without notes there is nothing to ask.
func (f *sessionFlow) askNotes(s *session.Session) (ask []fyne.CanvasObject, forget func()) {
	if s == nil { // nobody knows yet whose keys they are
		return nil, func() {}
	}
	of := keys.RefOf(s.Keys(), "")
	count := f.config.App.Notes.Count(of.Base, of.User)
	if count == 0 {
		return nil, func() {}
	}
	check := control.NewCheck(lang.N("Also delete the labels and notes of {{.Count}} access keys", count, map[string]any{"Count": count}), false)
	return []fyne.CanvasObject{check}, func() {
		if check.Checked {
			f.forgetNotes(of)
		}
	}
}

func (f *sessionFlow) forgetNotes(of keys.Ref) {
	background.GoVitalErr(f.page.Tasks, f.page.Tasks.Limit, func(context.Context) error { return f.config.App.Notes.Forget(of.Base, of.User) }, func(err error) {
		if err != nil {
			f.config.Logger.Warn("deleting the notes", "error", err)
			f.page.Toasts.Error(words.NotesKept(err))
		}
	})
}
