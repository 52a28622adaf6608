package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/words"
)

// menuItem makes an item of what it says, the keys that do the same, and what it does with a key.
type menuItem func(label string, keys *desktop.CustomShortcut, action func(id string)) *fyne.MenuItem

// RowMenu is what can be done with a key, each with the key press that does it. Its items act on the
// key that the menu was opened for.
func (p *Page) RowMenu(k keys.Key) *fyne.Menu {
	item := func(label string, keys *desktop.CustomShortcut, action func(id string)) *fyne.MenuItem {
		return fyne.NewMenuItem(label+"  ("+keyboard.Chord(keys)+")", func() { action(k.ID) })
	}
	var items []*fyne.MenuItem
	if words.CanReveal(k.State) {
		verb := lang.L("Show Secret")
		if !p.List.Secret(k.ID).IsZero() {
			verb = lang.L("Hide Secret")
		}
		items = append(items,
			item(verb, keytable.ShortcutShow(), p.toggleSecret),
			item(lang.L("Copy Secret"), keytable.ShortcutCopySecret(), p.CopySecret))
	}
	items = append(items, item(lang.L("Copy Access Key ID"), keytable.ShortcutCopyID(), p.CopyID),
		item(lang.L("Details"), keytable.ShortcutDetails(), p.showDetails))
	if words.Progress(k) == "" {
		items = append(items, p.stateItems(k, item)...)
	}
	return fyne.NewMenu("", items...)
}

func (p *Page) stateItems(k keys.Key, item menuItem) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	if verb := words.ToggleVerb(k.State); verb != "" {
		action := p.AskDisable
		if k.State == client.StateDisabled {
			action = p.Enable
		}
		items = append(items, fyne.NewMenuItemSeparator(), item(verb, keytable.ShortcutToggleState(), action))
	}
	if words.CanDelete(k.State) {
		items = append(items, item(lang.L("Delete"), keytable.ShortcutDelete(), p.AskDelete))
	}
	return items
}
