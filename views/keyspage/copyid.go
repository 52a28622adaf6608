package keyspage

import "accesskeys/views/words"

func (m *menus) copyID(id string) {
	m.win.CopyText(id)
	m.win.Copied().Done(words.CopiedID(m.labels.label(id), id))
}
