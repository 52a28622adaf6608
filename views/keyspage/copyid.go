package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/words"
)

func (m *menus) copyID(id string) {
	m.win.CopyText(id)
	m.win.Copied().Done(words.CopiedID(m.labels.label(id), id))
}

// copyFact copies a fact about a key: its ID or its note.
func (m *menus) copyFact(f words.Fact) {
	if f.ID {
		m.copyID(f.Value)
		return
	}
	m.win.CopyText(f.Value)
	m.win.Copied().Done(lang.L("Copied the note"))
}
