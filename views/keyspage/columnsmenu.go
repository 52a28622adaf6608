package keyspage

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/views/keytable"
)

// columnsMenu returns the menu of the columns to show and of the formats to export the list in.
func (d *display) columnsMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	titles := keytable.ColumnTitles()
	for c := range keytable.ColumnCount {
		name := c.Name()
		if !name.Optional() {
			continue
		}
		item := fyne.NewMenuItem(titles[c], func() { d.toggleColumn(c, titles[c]) })
		item.Checked = d.layout.Table.Shows(name)
		items = append(items, item)
	}
	reset := fyne.NewMenuItem(lang.L("Reset Columns"), func() {
		t := d.layout.Table
		t.Shown, t.Widths = nil, nil
		d.setTable(t)
	})
	items = append(items, fyne.NewMenuItemSeparator(), reset, fyne.NewMenuItemSeparator())
	return fyne.NewMenu("", append(items, d.exportItems()...)...)
}

// toggleColumn shows or hides a column, and says which have no room then: that one, or others that had.
func (d *display) toggleColumn(c keytable.Column, title string) {
	on, before := !d.layout.Table.Shows(c.Name()), d.layout.At
	d.setTable(d.layout.Table.WithColumn(c.Name(), on))
	if !on {
		return
	}
	titles := keytable.ColumnTitles()
	var gone []string
	for other := range keytable.ColumnCount {
		if before.Shows(other) && !d.layout.At.Shows(other) {
			gone = append(gone, titles[other])
		}
	}
	switch {
	case !d.layout.At.Shows(c) && c.Name() != settings.ColumnSecret: // the secret moves below the ID instead
		d.win.Toasts.Hint(lang.L("No room for {{.Column}}: it will be shown when the window is wider.", map[string]any{"Column": title}))
	case len(gone) > 0:
		d.win.Toasts.Hint(lang.L("{{.Column}} takes the room of {{.Others}}. To see both, make the window wider.",
			map[string]any{"Column": title, "Others": strings.Join(gone, lang.X("list.separator", ", "))}))
	}
}
