package keyspage

import (
	"strings"

	"accesskeys/views/words"
)

// copyIDs copies the IDs of keys, one on each line.
func (m *menus) copyIDs(ids []string) {
	m.win.CopyText(strings.Join(ids, "\n"))
	m.win.Copied().Done(words.CopiedIDs(ids, m.labels.label))
}
