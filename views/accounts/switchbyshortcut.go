package accounts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/shortcut"
	"accesskeys/views/words"
)

// maxShortcuts is the largest number of accounts that have a shortcut.
const maxShortcuts = 9

// Shortcut returns the shortcut that switches to the account at a place in the list, counted from 0.
func Shortcut(place int) *desktop.CustomShortcut {
	return press.Command(fyne.KeyName(rune('1'+place)), 0)
}

// AllShortcuts returns the shortcuts of all places, whether there is an account or not.
func AllShortcuts() []fyne.Shortcut {
	all := make([]fyne.Shortcut, maxShortcuts)
	for i := range all {
		all[i] = press.ToolkitShortcut(Shortcut(i))
	}
	return all
}

// Shortcuts returns the shortcuts of the accounts, or nil if there is only one.
func (a *Accounts) Shortcuts() shortcut.Table {
	all := a.all()
	if len(all) < 2 {
		return nil
	}
	group := shortcut.Group{Title: lang.L("Accounts")}
	for i, one := range all[:min(len(all), maxShortcuts)] {
		group.Shortcuts = append(group.Shortcuts, shortcut.Shortcut{
			Keys: []*desktop.CustomShortcut{Shortcut(i)}, What: words.AccountName(one, all), Do: func() { a.Host.Switch(one.ID) }})
	}
	return shortcut.Table{group}
}
