package tablemenus

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
)

// Density returns the menu of how far apart the rows are.
func (m *Menus) Density() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, density := range settings.Densities() {
		item := fyne.NewMenuItem(densityName(density), func() {
			t := m.host.Layout().Table
			t.Density = density
			m.host.SetTable(t)
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
