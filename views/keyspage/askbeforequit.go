package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/notes"
)

// AskBeforeQuit says that quitting again leaves a change unfinished, or discards what was typed. It reports whether the user
// has yet to answer by that.
func AskBeforeQuit(p *Page) (asked bool) {
	unfinished := func() bool { return leavesUnfinished(p) }
	about := p.win.Toasts.About("quitting").While(unfinished)
	if !unfinished() || about.Says(quitAmidChange()) {
		return notes.AskBeforeQuit(Asker(p))
	}
	about.Note(quitAmidChange())
	return true
}

// QuitWarning returns what AskBeforeQuit says where the tab is not on screen, or "" if nothing would be lost.
func QuitWarning(p *Page) string {
	switch {
	case leavesUnfinished(p):
		return quitAmidChange()
	case notes.HasUnsaved(Asker(p)):
		return notes.QuitDiscards()
	}
	return ""
}

// leavesUnfinished reports whether quitting leaves a change unfinished. It stops a batch, as the button on screen does.
func leavesUnfinished(p *Page) bool { return Changing(p) && !InBatch(p) }

func quitAmidChange() string {
	return lang.L("Keys are being changed. Quit when that is done, or quit again now.")
}
