package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/words"
)

// menuItem makes an item of what it says, the keys that do the same, and what it does with a key.
type menuItem func(label string, keys *desktop.CustomShortcut, action func(id string)) *fyne.MenuItem

// rowMenu is what can be done with a key, each with the key press that does it. Its items act on the
// key that the menu was opened for.
func (p *keysPage) rowMenu(k app.Key) *fyne.Menu {
	item := func(label string, keys *desktop.CustomShortcut, action func(id string)) *fyne.MenuItem {
		return fyne.NewMenuItem(label+"  ("+keyboard.Chord(keys)+")", func() { action(k.ID) })
	}
	var items []*fyne.MenuItem
	if words.CanReveal(k.State) {
		verb := lang.L("Show Secret")
		if !p.list.Secret(k.ID).IsZero() {
			verb = lang.L("Hide Secret")
		}
		items = append(items,
			item(verb, shortcutShow(), p.toggleSecret),
			item(lang.L("Copy Secret"), shortcutCopySecret(), p.copySecret))
	}
	items = append(items, item(lang.L("Copy Access Key ID"), keytable.ShortcutCopyID(), p.copyID),
		item(lang.L("Details"), keytable.ShortcutDetails(), p.showDetails))
	if words.Progress(k) == "" {
		items = append(items, p.stateItems(k, item)...)
	}
	return fyne.NewMenu("", items...)
}

func (p *keysPage) stateItems(k app.Key, item menuItem) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	if verb := words.ToggleVerb(k.State); verb != "" {
		action := p.askDisable
		if k.State == client.StateDisabled {
			action = p.enable
		}
		items = append(items, fyne.NewMenuItemSeparator(), item(verb, keytable.ShortcutToggleState(), action))
	}
	if words.CanDelete(k.State) {
		items = append(items, item(lang.L("Delete"), shortcutDelete(), p.askDelete))
	}
	return items
}
