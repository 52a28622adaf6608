package keyspage

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/views/words"
)

// copyIDs copies the IDs of keys, one on each line.
func (m *menus) copyIDs(ids []string) {
	m.win.CopyText(strings.Join(ids, "\n"))
	m.win.Copied().Done(words.CopiedIDs(ids, m.labels.nameOf))
}

// copyFact copies a fact about a key: its ID or its note.
func (m *menus) copyFact(f words.Fact) {
	if f.ID {
		m.copyIDs([]string{f.Value})
		return
	}
	m.win.CopyText(f.Value)
	m.win.Copied().Done(lang.L("Copied the note"))
}
