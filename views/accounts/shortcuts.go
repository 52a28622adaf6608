package accounts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/shortcut"
	"accesskeys/views/words"
)

// mostShortcuts is how many accounts have a shortcut.
const mostShortcuts = 9

// Shortcut goes to the account at a place, from 0 on.
func Shortcut(place int) *desktop.CustomShortcut {
	return press.Command(fyne.KeyName(rune('1'+place)), 0)
}

// AllShortcuts are those of as many accounts as have one.
func AllShortcuts() []fyne.Shortcut {
	all := make([]fyne.Shortcut, mostShortcuts)
	for i := range all {
		all[i] = press.ToolkitShortcut(Shortcut(i))
	}
	return all
}

// Shortcuts is what keys go to accounts, where there are several.
func (a *Accounts) Shortcuts() shortcut.Table {
	all := a.all()
	if len(all) < 2 {
		return nil
	}
	group := shortcut.Group{Title: lang.L("Accounts")}
	for i, one := range all[:min(len(all), mostShortcuts)] {
		group.Shortcuts = append(group.Shortcuts, shortcut.Shortcut{
			Keys: []*desktop.CustomShortcut{Shortcut(i)}, What: words.AccountName(one, all), Do: func() { a.Host.Switch(one.ID) }})
	}
	return shortcut.Table{group}
}
