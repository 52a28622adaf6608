// Package diskwriter writes the settings, and the list for the next start, to disk in the background.
package diskwriter

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/app/settings"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// TablePause is the time from the last change of the table to saving it.
const TablePause = 500 * time.Millisecond

// Writer writes the settings, and the list for the next start, to disk in the background.
type Writer struct {
	app       *app.App
	page      *page.Window
	logger    *slog.Logger
	stopTable func() // stops the timer that saves the table's settings
	stopList  func() // stops the timer that saves the list
}

// New returns a Writer.
func New(a *app.App, p *page.Window, logger *slog.Logger) *Writer {
	return &Writer{app: a, page: p, logger: logger, stopTable: func() {}, stopList: func() {}}
}

// Save writes the settings. If that fails, it tells the user that they are lost at the end of this run.
func (w *Writer) Save() {
	said := w.page.Toasts.About("settings not saved")
	said.WithdrawFailure()
	w.SaveOr(func(err error) {
		said.Error(words.Sentences(lang.L("Your change applies until you quit, but couldn't be saved."), words.Explain(err)))
	})
}

// KeepSize saves the size of the window. A failure is only logged, because the user has not asked for this.
func (w *Writer) KeepSize(s settings.WindowSize) {
	w.app.Settings.SetWindow(s)
	w.SaveOr(func(error) {})
}

// SetTable saves how the table is shown. It waits for a pause, because dragging changes it many times a second.
func (w *Writer) SetTable(was, now settings.Table) {
	w.app.Settings.ChangeTable(was, now)
	w.stopTable()
	w.stopTable = w.page.Tasks.After(TablePause, w.Save)
}

// SaveOr writes the settings. It passes an error to failed.
func (w *Writer) SaveOr(failed func(error)) {
	background.GoVitalErr(w.page.Tasks, w.page.Tasks.Limit, func(context.Context) error { return w.app.Settings.Save() }, func(err error) {
		if err != nil {
			w.logger.Warn("writing the settings", "error", err)
			failed(err)
		}
	})
}
