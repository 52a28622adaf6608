package tablemenus

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/views/words"
)

// Density returns the menu of how far apart the rows are.
func (m *Menus) Density() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, density := range settings.Densities() {
		item := fyne.NewMenuItem(densityName(density), func() {
			t, before := m.host.Layout().Table, m.host.Layout().At
			t.Density = density
			m.host.SetTable(t)
			m.roomHint().Withdraw()
			if gone := m.goneSince(before); len(gone) > 0 { // a compact row has a time on one line, which is wider
				m.roomHint().Hint(lang.L("{{.Density}} rows have no room for {{.Columns}}. To see more columns, make the window wider.",
					map[string]any{"Density": densityName(density), "Columns": words.List(gone)}))
			}
		})
		item.Checked = m.host.Layout().Table.Density == density
		items = append(items, item)
	}
	return fyne.NewMenu("", items...)
}

func densityName(d settings.Density) string {
	switch d {
	case settings.DensityLarger:
		return lang.L("Comfortable")
	case settings.DensityCompact:
		return lang.L("Compact")
	}
	return lang.L("Middle")
}
