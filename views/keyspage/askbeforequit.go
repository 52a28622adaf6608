package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/notes"
)

// AskBeforeQuit says that quitting again leaves a change unfinished, or discards what was typed. It reports whether the user
// has yet to answer by that.
func AskBeforeQuit(p *Page) (asked bool) {
	if InBatch(p) {
		return p.batches.AskBeforeQuit()
	}
	changing := func() bool { return Changing(p) }
	about := p.win.Toasts.About("quitting").While(changing)
	if !changing() || about.Says(quitAmidChange()) {
		return notes.AskBeforeQuit(Asker(p))
	}
	about.Note(quitAmidChange())
	return true
}

// QuitWarning returns what AskBeforeQuit says where the tab is not on screen, or "" if nothing would be lost.
func QuitWarning(p *Page) string {
	switch {
	case Changing(p):
		return quitAmidChange()
	case notes.HasUnsaved(Asker(p)):
		return notes.QuitDiscards()
	}
	return ""
}

func quitAmidChange() string {
	return lang.L("A change is still in progress. Wait for it, or quit again to quit now.")
}
