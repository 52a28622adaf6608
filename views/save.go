package views

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// save writes what the person has chosen, behind. It holds until the end of this run if that fails.
func (w *window) save() {
	w.saveOr(func(err error) {
		w.toasts.Error(words.Sentences(lang.L("Your choice holds until you quit, but could not be saved."), words.Explain(err)))
	})
}

// keepPlace remembers where the window is. Whoever moved it chose nothing, and is told nothing where that fails.
func (w *window) keepPlace(p app.WindowPlace) {
	w.App.SetWindow(p)
	w.saveOr(func(error) {})
}

func (w *window) saveOr(failed func(error)) {
	background.GoVitalErr(w.tasks, w.tasks.Limit, func(context.Context) error { return w.App.Save() }, func(err error) {
		if err != nil {
			w.Logger.Warn("writing the settings", "error", err)
			failed(err)
		}
	})
}
