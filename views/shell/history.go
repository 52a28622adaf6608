package shell

import (
	"context"

	"fyne.io/fyne/v2/lang"

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
