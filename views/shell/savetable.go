package shell

import (
	"time"

	"accesskeys/app/settings"
)

const savePause = 500 * time.Millisecond // after the last change

// SetTable remembers how the table is shown. Dragging changes it many times a second.
func (w *window) SetTable(was, now settings.Table) {
	w.App.Settings.ChangeTable(was, now)
	w.stopSaving()
	w.stopSaving = w.Tasks.After(savePause, w.Save)
}
