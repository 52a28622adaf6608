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

const savePause = 500 * time.Millisecond // from the last change of the table to saving it

// settingsWriter writes the settings, and the list for the next start, to disk in the background.
type settingsWriter struct {
	config    *Config
	page      *page.Window
	stopTable func() // stops the timer that saves the table's settings
	stopList  func() // stops the timer that saves the list
}

// save writes the settings. If that fails, it tells the user that they are lost at the end of this run.
func (w *settingsWriter) save() {
	w.saveOr(func(err error) {
		w.page.Toasts.Error(words.Sentences(lang.L("Your change applies until you quit, but couldn't be saved."), words.Explain(err)))
	})
}

// keepSize saves the size of the window. A failure is only logged, because the user has not asked for this.
func (w *settingsWriter) keepSize(s settings.WindowSize) {
	w.config.App.Settings.SetWindow(s)
	w.saveOr(func(error) {})
}

// setTable saves how the table is shown. It waits for a pause, because dragging changes it many times a second.
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
