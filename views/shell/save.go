package shell

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// Save writes what the person has chosen, behind. It holds until the end of this run if that fails.
func (w *window) Save() {
	w.saveOr(func(err error) {
		w.Toasts.Error(words.Sentences(lang.L("Your choice holds until you quit, but could not be saved."), words.Explain(err)))
	})
}

// keepSize remembers how large the window is. A failure is only logged: the user has not asked for it.
func (w *window) keepSize(s settings.WindowSize) {
	w.App.Settings.SetWindow(s)
	w.saveOr(func(error) {})
}

func (w *window) saveOr(failed func(error)) {
	background.GoVitalErr(w.Tasks, w.Tasks.Limit, func(context.Context) error { return w.App.Settings.Save() }, func(err error) {
		if err != nil {
			w.Logger.Warn("writing the settings", "error", err)
			failed(err)
		}
	})
}
