package copyas

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/copyas"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/words"
)

// letters has the letter that chooses each format. They are from words that are the same in both languages.
var letters = map[copyas.Format]fyne.KeyName{
	copyas.FormatPair: fyne.KeyI, copyas.FormatShell: fyne.KeyS, copyas.FormatPowerShell: fyne.KeyP, copyas.FormatDotenv: fyne.KeyE,
	copyas.FormatJSON: fyne.KeyJ, copyas.FormatKubernetes: fyne.KeyK, copyas.FormatCurl: fyne.KeyC, copyas.FormatHeader: fyne.KeyA,
	copyas.FormatPython: fyne.KeyY,
}

// separated has the formats before which there is a separator: the first that works once, and the first without a
// secret.
var separated = []copyas.Format{copyas.FormatCurl, copyas.FormatPython}

// Offers reports whether a key can be copied for use.
func (c *Copier) Offers(k keys.Key) bool { return c.whyNot(k) == "" }

// whyNot says why a key cannot be copied for use, or returns "" if it can.
func (c *Copier) whyNot(k keys.Key) string {
	why := words.NoSecret(k.State)
	if why == "" && c.keys.MasksSecrets() && c.host.NoSecret(k.ID) {
		return words.Explain(&client.Error{Kind: client.KindMasked})
	}
	return why
}

// Ask opens the menu of formats on a key's row, and copies the key in the format that the user chooses.
func (c *Copier) Ask(id string) {
	c.ask(id, func(first *fyne.MenuItem, m *fyne.Menu) { c.host.OpenMenu(id, first, m) })
}

// AskBelow is Ask with the menu below a button.
func (c *Copier) AskBelow(b *control.Button, id string) {
	c.ask(id, func(first *fyne.MenuItem, m *fyne.Menu) { c.win.Dialogs.MenuBelowOn(first, m, b) })
}

func (c *Copier) ask(id string, open func(first *fyne.MenuItem, m *fyne.Menu)) {
	k, ok := c.host.Key(id)
	if !ok {
		return
	}
	if why := c.whyNot(k); why != "" {
		c.win.Toasts.Hint(why)
		return
	}
	menu, last := c.menu(k)
	open(last, menu)
}

// refused says why the server refuses a key of this state, or returns "" if it does not.
func refused(state client.State) string {
	switch state {
	case client.StateDisabled:
		return lang.L("This key is disabled")
	case client.StateExpired:
		return lang.L("This key has expired")
	}
	return ""
}

// menu returns the menu of formats for a key. last is the item that was chosen last, or nil.
func (c *Copier) menu(k keys.Key) (menu *fyne.Menu, last *fyne.MenuItem) {
	menu = fyne.NewMenu("")
	if why := refused(k.State); why != "" {
		mark := fyne.NewMenuItem(why, nil)
		mark.Disabled = true
		menu.Items = append(menu.Items, mark, fyne.NewMenuItemSeparator())
	}
	for _, f := range copyas.FormatsFor(c.host.Source(k.ID).Server.TokenFormat) {
		if slices.Contains(separated, f) {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
		}
		item := fyne.NewMenuItem(formatChoice(f), func() { c.copy(k.ID, f) })
		item.Shortcut = press.Bare(letters[f])
		menu.Items = append(menu.Items, item)
		if f == c.last {
			last = item
		}
	}
	return menu, last
}
