package shell

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// keepHistory has what is recorded be written in the background. That it fails is said once, and stops nothing.
func (w *window) keepHistory() {
	h := w.config.App.History
	h.Waiting.Subscribe(func(struct{}) {
		background.GoVitalErr(w.page.Tasks, w.page.Tasks.Limit, h.Flush, func(error) {})
	})
	h.Trouble.Subscribe(func(err error) {
		w.page.Tasks.Post(func() {
			w.page.Toasts.Note(words.Sentences(lang.L("The history couldn't be saved."), words.Explain(err)))
		})
	})
}

// loadHistory reads when something was last done to each key.
func (w *window) loadHistory() {
	background.GoErr(w.page.Tasks, func(ctx context.Context) error { return w.config.App.History.Load(ctx) }, func(err error) {
		if err != nil {
			w.config.Logger.Warn("reading the history", "error", err)
		}
	})
}

// historyHost is what the History tab needs of the window.
type historyHost struct {
	page    *settingsPage
	session *session.Session
	app     *app.App
}

func (h historyHost) Base() string { return h.session.Endpoint().Base }
func (h historyHost) Off() bool    { return h.app.Settings.Get().Privacy.NoHistory }

func (h historyHost) Label(ref keys.Ref) string { return h.app.Notes.Of(ref).Label }

func (h historyHost) OnEvents(f func()) (end func()) {
	return h.app.History.Written.Subscribe(func(struct{}) { f() })
}

func (h historyHost) Listed(id string) bool {
	_, listed := h.session.Keys().Find(id)
	return listed
}

// ShowKey shows a key in the list, which no filter hides then.
func (h historyHost) ShowKey(id string) {
	h.page.Show(tabKeys)
	if _, shown := h.page.keys.List().Key(id); !shown {
		h.page.keys.ClearFilter()
	}
	h.page.keys.List().Choose(id, 0)
}
