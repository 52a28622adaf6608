package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
)

func (d *display) densityMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, density := range settings.Densities() {
		item := fyne.NewMenuItem(densityName(density), func() {
			t := d.layout.Table
			t.Density = density
			d.setTable(t)
		})
		item.Checked = d.layout.Table.Density == density
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
