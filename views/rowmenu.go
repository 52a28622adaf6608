package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/client"
)

// menuItem makes an item of what it says, the keys that do the same, and what it does with a key.
type menuItem func(label string, keys *desktop.CustomShortcut, action func(id string)) *fyne.MenuItem

// rowMenu is what can be done with a key, each with the key press that does it. Its items act on the
// key that the menu was opened for.
func (p *keysPage) rowMenu(k app.Key) *fyne.Menu {
	item := func(label string, keys *desktop.CustomShortcut, action func(id string)) *fyne.MenuItem {
		return fyne.NewMenuItem(label+"  ("+chord(keys)+")", func() { action(k.ID) })
	}
	var items []*fyne.MenuItem
	if canReveal(k.State) {
		verb := lang.L("Show Secret")
		if !p.list.Secret(k.ID).IsZero() {
			verb = lang.L("Hide Secret")
		}
		items = append(items,
			item(verb, shortcutShow(), p.toggleSecret),
			item(lang.L("Copy Secret"), shortcutCopySecret(), p.copySecret))
	}
	items = append(items, item(lang.L("Copy Access Key ID"), shortcutCopyID(), p.copyID),
		item(lang.L("Details"), shortcutDetails(), p.showDetails))
	if progress(k) == "" {
		items = append(items, p.stateItems(k, item)...)
	}
	return fyne.NewMenu("", items...)
}

func (p *keysPage) stateItems(k app.Key, item menuItem) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	if verb := toggleVerb(k.State); verb != "" {
		action := p.askDisable
		if k.State == client.StateDisabled {
			action = p.enable
		}
		items = append(items, fyne.NewMenuItemSeparator(), item(verb, shortcutToggleState(), action))
	}
	if canDelete(k.State) {
		items = append(items, item(lang.L("Delete"), shortcutDelete(), p.askDelete))
	}
	return items
}
