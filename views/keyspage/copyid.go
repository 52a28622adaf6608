package keyspage

import "fyne.io/fyne/v2/lang"

func (m *menus) copyID(id string) {
	m.win.CopyText(id)
	m.win.Copied().Done(lang.L("Copied the ID {{.ID}}", map[string]any{"ID": m.labels.named(id)}))
}
