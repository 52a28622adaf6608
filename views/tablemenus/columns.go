// Package tablemenus has the menus of the table: its columns, how far apart its rows are, and saving the list to a file.
package tablemenus

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/export"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// Host is what the menus need of the page with the table.
type Host interface {
	Layout() *keytable.Layout
	SetTable(settings.Table) // applies and saves new settings of the table
	Shown() []keys.Key       // the keys that match the filter, in their order on screen
	Noted(id string) export.Noted
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

// OpenColumns opens the menu of the columns to show and of the formats to export the list in, below a button that stands
// among others. It stays open while columns are ticked.
func (m *Menus) OpenColumns(below *control.Button, among ...*control.Button) {
	m.openColumns(keytable.ColumnID, below, among)
}

// openColumns opens the menu with the focus on the item of a column, if it has one.
func (m *Menus) openColumns(on keytable.Column, below *control.Button, among []*control.Button) {
	var items []*fyne.MenuItem
	var first *fyne.MenuItem
	titles := keytable.ColumnTitles()
	for c := range keytable.ColumnCount {
		name := c.Name()
		if !name.Optional() {
			continue
		}
		item := fyne.NewMenuItem(titles[c], func() {
			m.toggleColumn(c, titles[c])
			m.openColumns(c, below, among)
		})
		if c == on {
			first = item
		}
		if item.Checked = m.host.Layout().Table.Shows(name); item.Checked && m.hasNoRoom(c) {
			item.Label = lang.L("{{.Column}} (window too narrow)", map[string]any{"Column": titles[c]})
			item.Icon = dialog.Dimmed{}
		}
		items = append(items, item)
	}
	reset := fyne.NewMenuItem(lang.L("Reset Columns"), func() {
		m.roomHint().Withdraw()
		t := m.host.Layout().Table
		t.Shown, t.Widths = nil, nil
		m.host.SetTable(t)
	})
	items = append(items, fyne.NewMenuItemSeparator(), reset, fyne.NewMenuItemSeparator())
	m.win.Dialogs.MenuBelowOn(first, fyne.NewMenu("", append(items, m.exportItems()...)...), below, among...)
}

// hasNoRoom reports whether the window is too narrow for a column. The secret moves below the ID instead.
func (m *Menus) hasNoRoom(c keytable.Column) bool {
	return !m.host.Layout().At.Shows(c) && c.Name() != settings.ColumnSecret
}

// roomHint returns the subject of the message that says which columns have no room.
func (m *Menus) roomHint() toast.Subject { return m.win.Toasts.About("room for columns") }

// goneSince returns the titles of the columns that have lost their room.
func (m *Menus) goneSince(before keytable.Arrangement) (gone []string) {
	for c, title := range keytable.ColumnTitles() {
		if c := keytable.Column(c); before.Shows(c) && m.hasNoRoom(c) {
			gone = append(gone, title)
		}
	}
	return gone
}

// toggleColumn shows or hides a column, and says which have no room then: that one, or others that had.
func (m *Menus) toggleColumn(c keytable.Column, title string) {
	on, before := !m.host.Layout().Table.Shows(c.Name()), m.host.Layout().At
	m.host.SetTable(m.host.Layout().Table.WithColumn(c.Name(), on))
	m.roomHint().Withdraw()
	if !on {
		return
	}
	gone := m.goneSince(before)
	switch {
	case m.hasNoRoom(c):
		m.roomHint().Hint(lang.L("No room for {{.Column}}: it will be shown when the window is wider.", map[string]any{"Column": title}))
	case len(gone) > 0:
		m.roomHint().Hint(lang.L("{{.Column}} takes the room of {{.Others}}. To see both, make the window wider.",
			map[string]any{"Column": title, "Others": words.List(gone)}))
	}
}
