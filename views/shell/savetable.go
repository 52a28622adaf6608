package shell

import (
	"time"

	"accesskeys/app/settings"
)

const savePause = 500 * time.Millisecond // after the last change

// setTable remembers how the table is shown. Dragging changes it many times a second.
func (w *settingsWriter) setTable(was, now settings.Table) {
	w.config.App.Settings.ChangeTable(was, now)
	w.stopTable()
	w.stopTable = w.page.Tasks.After(savePause, w.save)
}
