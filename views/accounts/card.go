package accounts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// Card shows the name and the colour of the current account, to be changed, and offers to remove it.
type Card struct {
	Object fyne.CanvasObject

	accounts *Accounts
	id       string
	name     *control.Entry
	colour   *control.Choice
	save     *control.Button
	remove   *control.Button
}

// NewCard returns the card of the current account, or nil if there is only one.
func (a *Accounts) NewCard() *Card {
	one, all := a.current()
	if one == nil {
		return nil
	}
	c := &Card{accounts: a, id: one.ID, name: control.NewEntry(a.win.Typing, settings.LongestName)}
	c.name.Name = lang.L("Name")
	c.name.SetText(one.Name)
	unnamed := *one
	unnamed.Name = ""
	c.name.SetPlaceHolder(words.AccountName(unnamed, all))
	save := func() { c.apply(c.name.Text) }
	c.name.OnSubmitted = func(string) { save() }
	choices := settings.ColourChoices()
	c.colour = control.NewChoice(a.win.Dialogs.MenuOfChoice, lang.L("Color"), control.Names(choices, words.ColourName), max(0, slices.Index(choices, one.Colour)))
	c.colour.OnChosen = func(int) { c.apply(c.savedName()) } // a name that is being typed waits for Save
	c.save = control.NewButton(lang.L("Save"), control.ButtonPrimary, save)
	c.remove = control.NewButton(lang.L("Remove Account…"), control.ButtonDefault, a.AskRemove)
	c.remove.TakesKeyboard = true
	fields := container.New(form.NewFieldsLayout(),
		form.FactName(c.name.Name), form.OfOneWidth(c.name),
		form.FactName(c.colour.Name), form.OfOneWidth(c.colour))
	buttons := style.InsetLeft(container.NewHBox(c.save, style.Gap(4, 0), c.remove))
	c.Object = form.Titled(lang.L("This Account"), form.Column(form.GroupGap, fields, buttons))
	return c
}

// FollowWith has the page scroll to the card's controls when they get the keyboard.
func (c *Card) FollowWith(follow func(field, until fyne.CanvasObject) func()) {
	c.name.OnFocus = follow(c.Object, c.name)
	c.colour.OnFocus = follow(c.colour, c.colour)
	c.save.OnFocus = follow(c.save, c.save)
	c.remove.OnFocus = follow(c.remove, c.remove)
}

func (c *Card) savedName() string {
	known := c.accounts.app().Settings.Get()
	one, _ := known.Account(c.id)
	return one.Name
}

// apply saves a name and the colour.
func (c *Card) apply(name string) {
	colour := settings.ColourChoices()[max(0, c.colour.SelectedIndex())]
	c.accounts.app().Settings.Change(func(v *settings.Settings) { v.SetNameAndColour(c.id, name, colour) })
	c.accounts.Host.Renamed()
}
