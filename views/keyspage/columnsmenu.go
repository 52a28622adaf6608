package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
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
		item := fyne.NewMenuItem(titles[c], func() { d.toggle(c, titles[c]) })
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

// toggle shows a column or hides it, and says where there is no room for it.
func (d *display) toggle(c keytable.Column, title string) {
	on := !d.layout.Table.Shows(c.Name())
	d.showAs(d.layout.Table.WithColumn(c.Name(), on))
	if on && !d.layout.At.Shows(c) && c.Name() != settings.ColumnSecret { // which has room below the ID
		d.win.Toasts.Hint(lang.L("No room for {{.Column}}: make the window wider.", map[string]any{"Column": title}))
	}
}
