package accounts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/settings"
	"accesskeys/assets"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// Among inserts an item that adds an account into a menu's items, at a place. With several accounts, it puts them and
// that item above all others instead.
func (a *Accounts) Among(items []*fyne.MenuItem, place int) []*fyne.MenuItem {
	add := fyne.NewMenuItem(lang.L("Add Account…"), a.Host.Add)
	add.Icon = theme.ContentAddIcon()
	if all := a.switchItems(); all != nil {
		return slices.Concat(all, []*fyne.MenuItem{add, fyne.NewMenuItemSeparator()}, items)
	}
	return slices.Insert(items, place, add)
}

// Menu returns a menu of the accounts, empty if there is only one.
func (a *Accounts) Menu() *fyne.Menu { return fyne.NewMenu("", a.switchItems()...) }

func (a *Accounts) switchItems() []*fyne.MenuItem {
	all := a.all()
	if len(all) < 2 {
		return nil
	}
	items := make([]*fyne.MenuItem, len(all))
	for i, one := range all {
		items[i] = fyne.NewMenuItem(a.entry(one, all), func() { a.Host.Switch(one.ID) })
		items[i].Icon, items[i].Checked = newBadge(one), one.ID == a.Host.Account()
		if i < maxShortcuts {
			items[i].Shortcut = Shortcut(i)
		}
	}
	return items
}

// besideName is how much room a menu needs beside the names: for marks, shortcuts and its edges.
const besideName = float32(190)

// entry names an account, and says so if choosing it leads to the sign-in form. Where the window has no room for both, it
// cuts the name.
func (a *Accounts) entry(one settings.Account, all []settings.Account) string {
	name := words.AccountName(one, all)
	if a.Host.IsOpen(one.ID) || !one.SignedOut { // the open sign-in may not be saved
		return name
	}
	said := func(name string) string { return lang.L("{{.Account}} (logged out)", map[string]any{"Account": name}) }
	width := func(text string) float32 { return style.Measure(text, style.SizeText, fyne.TextStyle{}) }
	if over := width(said(name)) + besideName - a.win.Canvas.Size().Width; over > 0 {
		name = style.FittedToID(name, width(name)-over, style.SizeText)
	}
	return said(name)
}

// badge is an account's mark in a menu. The system's menu shows a dot of its colour instead.
type badge struct {
	*theme.ThemedResource
	account settings.Account
}

func newBadge(a settings.Account) fyne.Resource {
	return badge{theme.NewColoredResource(assets.Drawn("dot"), style.MarkColor(string(a.Colour))), a}
}

// Object implements dialog.Badge.
func (b badge) Object() fyne.CanvasObject { return newMark(b.account.Mark, b.account.Colour) }
