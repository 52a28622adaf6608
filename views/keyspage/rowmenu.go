package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/batch"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keytable"
	"accesskeys/views/words"
)

// menus makes the menus of the rows, and carries out their items that do not change keys.
type menus struct {
	*scope
	display    *display
	actions    *keyActions
	secrets    *secretActions
	batches    *batch.Runner
	tools      *tools
	expiryLine *expiryLine
	details    *openDetails // may be nil
}

// menuItem makes a menu item from its label, its keyboard shortcut and its action on a key.
type menuItem func(label string, keys *desktop.CustomShortcut, action func(id string)) *fyne.MenuItem

// rowMenu returns the menu of a key, with the keyboard shortcut of each item. The items act on the key that the menu
// was opened for, even if the rows have moved since.
func (m *menus) rowMenu(k keys.Key) *fyne.Menu {
	item := func(label string, keys *desktop.CustomShortcut, action func(id string)) *fyne.MenuItem {
		return &fyne.MenuItem{Label: label, Shortcut: keys, Action: func() { action(k.ID) }}
	}
	var items []*fyne.MenuItem
	if keys.CanReveal(k.State) {
		verb := lang.L("Show Secret")
		switch {
		case !m.display.list.Secrets.Of(k.ID).IsZero():
			verb = lang.L("Hide Secret")
		case m.secrets.canCancel(k.ID):
			verb = lang.L("Cancel Fetching")
		}
		items = append(items,
			item(verb, keyshortcuts.Show(), m.secrets.toggle),
			item(lang.L("Copy Secret"), keyshortcuts.CopySecret(), m.secrets.copySecret))
	}
	items = append(items, item(lang.L("Copy Access Key ID"), keyshortcuts.CopyID(), func(id string) { m.copyIDs([]string{id}) }))
	if m.tools.copier.Offers(k) {
		items = append(items, item(lang.L("Copy as…"), keyshortcuts.CopyAs(), m.tools.copier.Ask))
	}
	items = append(items, item(lang.L("Details"), keyshortcuts.Details(), m.showDetails))
	items = append(items, fyne.NewMenuItemSeparator(), item(words.LabelAndNote(), keyshortcuts.Note(), m.tools.editor.Open))
	if keys.CanReveal(k.State) {
		check := func(id string) { m.tools.checks.Check([]string{id}) }
		items = append(items, item(lang.L("Check"), keyshortcuts.Check(), check))
	}
	if m.display.watch.OffersReminder(k) {
		items = append(items, item(lang.L("Save Calendar Reminder…"), keyshortcuts.Reminder(), m.expiryLine.saveReminder))
	}
	if verb := m.tools.replacing.Offer(k); verb != "" {
		items = append(items, item(verb, keyshortcuts.Replace(), m.tools.replacing.Ask))
	}
	if words.Progress(k) == "" {
		items = append(items, m.stateItems(k, item)...)
	}
	return fyne.NewMenu("", items...)
}

func (m *menus) stateItems(k keys.Key, item menuItem) []*fyne.MenuItem {
	start := func(op keys.Operation) func(string) {
		return func(id string) { m.actions.start(op, id) }
	}
	var items []*fyne.MenuItem
	if verb := words.ToggleVerb(k.State); verb != "" {
		items = append(items, fyne.NewMenuItemSeparator(), item(verb, keyshortcuts.ToggleState(), start(keys.Toggle(k.State))))
	}
	if keys.CanDelete(k.State) {
		items = append(items, item(lang.L("Delete"), keyshortcuts.Delete(), start(keys.OpDelete)))
	}
	return items
}

// selectionMenu returns the menu of several keys. Each item says of how many it can be done; one that can be done to none is
// left out, as in the menu of a key.
func (m *menus) selectionMenu(ids []string) *fyne.Menu {
	var items, changes []*fyne.MenuItem
	if which := m.checkable(ids); len(which) > 0 {
		label := lang.N("Check {{.Count}} Access Keys", len(which), count(len(which)))
		items = append(items, fyne.NewMenuItem(label, func() { m.tools.checks.Check(which) }))
	}
	items = append(items, fyne.NewMenuItem(lang.N("Copy {{.Count}} Access Key IDs", len(ids), count(len(ids))), func() { m.copyIDs(ids) }))
	add := func(op keys.Operation, label func(n int) string) {
		if n := batch.Possible(m.batches, op, ids); n > 0 {
			changes = append(changes, fyne.NewMenuItem(label(n), func() { m.batches.Start(op, ids) }))
		}
	}
	add(keys.OpDisable, func(n int) string { return lang.N("Disable {{.Count}} Access Keys", n, count(n)) })
	add(keys.OpEnable, func(n int) string { return lang.N("Enable {{.Count}} Access Keys", n, count(n)) })
	add(keys.OpDelete, func(n int) string { return lang.N("Delete {{.Count}} Access Keys", n, count(n)) })
	if len(changes) > 0 {
		items = append(append(items, fyne.NewMenuItemSeparator()), changes...)
	}
	return fyne.NewMenu("", items...)
}

// count returns the data of a text that says a number of keys.
func count(n int) map[string]any { return map[string]any{"Count": n} }

// checkable returns those of the keys that can be checked.
func (m *menus) checkable(ids []string) (which []string) {
	for _, id := range ids {
		if k, listed := m.display.list.Key(id); listed && keys.CanReveal(k.State) {
			which = append(which, id)
		}
	}
	return which
}

// open opens the menu of a key, or of the whole selection if the key is one of several selected.
func (m *menus) open(id string, at fyne.Position) {
	if m.display.list.Selection.Count() > 1 && m.display.list.Selection.IsSelected(id) {
		m.win.Dialogs.MenuOfRow(nil, m.selectionMenu(m.display.list.Selected()), at, keytable.RowPlace(m.display.list, id))
		return
	}
	m.display.list.Choose(id, 0)
	if k, ok := m.display.list.Key(id); ok {
		m.win.Dialogs.MenuOfRow(nil, m.rowMenu(k), at, keytable.RowPlace(m.display.list, id))
	}
}
