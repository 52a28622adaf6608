package history

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// Keep writes recorded events in the background. If that fails, it shows a message once, and the app goes on.
func Keep(win *page.Window, recorder *history.Recorder) {
	recorder.Waiting.Subscribe(func(struct{}) {
		background.GoVitalErr(win.Tasks, win.Tasks.Limit, recorder.Flush, func(error) {})
	})
	recorder.Trouble.Subscribe(func(err error) {
		win.Tasks.Post(func() {
			win.Toasts.Note(words.Sentences(lang.L("The history couldn't be saved."), words.Explain(err)))
		})
	})
}

// Load reads when something was last done to each key.
func Load(win *page.Window, recorder *history.Recorder, log *slog.Logger) {
	background.GoErr(win.Tasks, func(ctx context.Context) error { return recorder.Load(ctx) }, func(err error) {
		if err != nil {
			log.Warn("reading the history", "error", err)
		}
	})
}
