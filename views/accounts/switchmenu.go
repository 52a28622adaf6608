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

// Among returns a menu's items with one that adds an account at a place among them, and with the accounts above all where
// there are several.
func (a *Accounts) Among(items []*fyne.MenuItem, place int) []*fyne.MenuItem {
	add := fyne.NewMenuItem(lang.L("Add Account…"), a.Host.Add)
	add.Icon = theme.ContentAddIcon()
	if all := a.others(); all != nil {
		return slices.Concat(all, []*fyne.MenuItem{add, fyne.NewMenuItemSeparator()}, items)
	}
	return slices.Insert(items, place, add)
}

// Menu is the accounts alone.
func (a *Accounts) Menu() *fyne.Menu { return fyne.NewMenu("", a.others()...) }

func (a *Accounts) others() []*fyne.MenuItem {
	all := a.all()
	if len(all) < 2 {
		return nil
	}
	items := make([]*fyne.MenuItem, len(all))
	for i, one := range all {
		items[i] = fyne.NewMenuItem(words.AccountName(one, all), func() { a.Host.Switch(one.ID) })
		items[i].Icon, items[i].Checked = newDot(one.Colour), one.ID == a.Host.Account()
		if i < mostShortcuts {
			items[i].Shortcut = Shortcut(i)
		}
	}
	return items
}

// dot is an account's colour, as the icon of a menu's item. It keeps its colour there.
type dot struct{ *theme.ThemedResource }

func newDot(c settings.Colour) fyne.Resource {
	return dot{theme.NewColoredResource(assets.Drawn("dot"), style.MarkColor(string(c)))}
}

// KeepsColor reports that it is not drawn in the colour of the text beside it.
func (dot) KeepsColor() bool { return true }
