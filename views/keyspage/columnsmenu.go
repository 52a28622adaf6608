package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/keytable"
)

// columnsMenu is the columns to choose from, and what the list can be saved as.
func (d *display) columnsMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	titles := keytable.ColumnTitles()
	for c := range keytable.ColumnCount {
		name := c.Name()
		if !name.Optional() {
			continue
		}
		item := fyne.NewMenuItem(titles[c], func() { d.showAs(d.layout.Table.WithColumn(name, !d.layout.Table.Shows(name))) })
		item.Checked = d.layout.Table.Shows(name)
		items = append(items, item)
	}
	reset := fyne.NewMenuItem(lang.L("Reset Columns"), func() {
		t := d.layout.Table
		t.Shown, t.Widths = nil, nil
		d.showAs(t)
	})
	items = append(items, fyne.NewMenuItemSeparator(), reset, fyne.NewMenuItemSeparator())
	return fyne.NewMenu("", append(items, d.exportItems()...)...)
}
