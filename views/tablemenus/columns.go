// Package tablemenus has the menus of the table: its columns, how far apart its rows are, and saving the list to a file.
package tablemenus

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// Host is what the menus need of the page with the table.
type Host interface {
	Layout() *keytable.Layout
	SetTable(settings.Table) // applies and saves new settings of the table
	Shown() []keys.Key       // the keys that match the filter, in their order on screen
	Label(id string) string
}

// Menus makes the menus of a table.
type Menus struct {
	win   *page.Window
	host  Host
	tasks *background.Tasks
}

// New returns the menus of a table.
func New(win *page.Window, host Host, tasks *background.Tasks) *Menus {
	return &Menus{win: win, host: host, tasks: tasks}
}

// Columns returns the menu of the columns to show and of the formats to export the list in.
func (m *Menus) Columns() *fyne.Menu {
	var items []*fyne.MenuItem
	titles := keytable.ColumnTitles()
	for c := range keytable.ColumnCount {
		name := c.Name()
		if !name.Optional() {
			continue
		}
		item := fyne.NewMenuItem(titles[c], func() { m.toggleColumn(c, titles[c]) })
		if item.Checked = m.host.Layout().Table.Shows(name); item.Checked && m.hasNoRoom(c) {
			item.Label = lang.L("{{.Column}} (window too narrow)", map[string]any{"Column": titles[c]})
			item.Icon = dialog.Dimmed{}
		}
		items = append(items, item)
	}
	reset := fyne.NewMenuItem(lang.L("Reset Columns"), func() {
		t := m.host.Layout().Table
		t.Shown, t.Widths = nil, nil
		m.host.SetTable(t)
	})
	items = append(items, fyne.NewMenuItemSeparator(), reset, fyne.NewMenuItemSeparator())
	return fyne.NewMenu("", append(items, m.exportItems()...)...)
}

// hasNoRoom reports whether the window is too narrow for a column. The secret moves below the ID instead.
func (m *Menus) hasNoRoom(c keytable.Column) bool {
	return !m.host.Layout().At.Shows(c) && c.Name() != settings.ColumnSecret
}

// toggleColumn shows or hides a column, and says which have no room then: that one, or others that had.
func (m *Menus) toggleColumn(c keytable.Column, title string) {
	on, before := !m.host.Layout().Table.Shows(c.Name()), m.host.Layout().At
	m.host.SetTable(m.host.Layout().Table.WithColumn(c.Name(), on))
	if !on {
		return
	}
	titles := keytable.ColumnTitles()
	var gone []string
	for other := range keytable.ColumnCount {
		if before.Shows(other) && !m.host.Layout().At.Shows(other) {
			gone = append(gone, titles[other])
		}
	}
	switch {
	case m.hasNoRoom(c):
		m.win.Toasts.Hint(lang.L("No room for {{.Column}}: it will be shown when the window is wider.", map[string]any{"Column": title}))
	case len(gone) > 0:
		m.win.Toasts.Hint(lang.L("{{.Column}} takes the room of {{.Others}}. To see both, make the window wider.",
			map[string]any{"Column": title, "Others": words.List(gone)}))
	}
}
