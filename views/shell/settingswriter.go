package shell

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

const savePause = 500 * time.Millisecond // after the last change of the table

// settingsWriter writes to disk, in the background, what the user has chosen and the list for the next start.
type settingsWriter struct {
	config    *Config
	page      *page.Window
	stopTable func() // ends the wait before the table's settings are written
	stopList  func() // ends the wait before the list is written
}

// save writes what the user has chosen, in the background. If that fails, the choice holds until the end of this run.
func (w *settingsWriter) save() {
	w.saveOr(func(err error) {
		w.page.Toasts.Error(words.Sentences(lang.L("Your change applies until you quit, but couldn't be saved."), words.Explain(err)))
	})
}

// keepSize remembers how large the window is. A failure is only logged: the user has not asked for it.
func (w *settingsWriter) keepSize(s settings.WindowSize) {
	w.config.App.Settings.SetWindow(s)
	w.saveOr(func(error) {})
}

// setTable remembers how the table is shown. Dragging changes it many times a second.
func (w *settingsWriter) setTable(was, now settings.Table) {
	w.config.App.Settings.ChangeTable(was, now)
	w.stopTable()
	w.stopTable = w.page.Tasks.After(savePause, w.save)
}

func (w *settingsWriter) saveOr(failed func(error)) {
	background.GoVitalErr(w.page.Tasks, w.page.Tasks.Limit, func(context.Context) error { return w.config.App.Settings.Save() }, func(err error) {
		if err != nil {
			w.config.Logger.Warn("writing the settings", "error", err)
			failed(err)
		}
	})
}
