// Package accounts shows which account the window is on, where there is more than one: marks, menus, dialogs, and the
// card on the Account tab.
package accounts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// Accounts is what there is to see of accounts.
type Accounts struct {
	win  *page.Window
	app  func() *app.App
	Host Host // set before anything is shown
}

// Host is what accounts need of the window.
type Host interface {
	// Account is the ID of the account that is shown, opened or asked for; "" is none that is listed.
	Account() string
	Session() *session.Session // nil while there is none
	Locked() bool
	Unnoted() int // the keys nothing is noted about until what was typed is saved, as it is when the session ends
	Switch(id string)
	Add()
	// Renamed shows that an account is called otherwise, and saves that.
	Renamed()
	Remove(r app.Removal, secrets, notes bool)
	LogOut(all, forgetSecrets bool)
}

// New returns what there is to see of the accounts that the settings have.
func New(win *page.Window, app func() *app.App) *Accounts { return &Accounts{win: win, app: app} }

// Several reports whether there is more than one. Else nothing is seen of accounts.
func (a *Accounts) Several() bool { return len(a.all()) > 1 }

func (a *Accounts) all() []settings.Account { return a.app().Settings.Get().Accounts }

// Name is what the account that is shown is called, "" where there are not several.
func (a *Accounts) Name() string {
	one, all := a.shown()
	if one == nil {
		return ""
	}
	return words.AccountName(*one, all)
}

// shown is the account that is shown, if there are several, and all.
func (a *Accounts) shown() (*settings.Account, []settings.Account) {
	all := a.all()
	for i := range all {
		if len(all) > 1 && all[i].ID == a.Host.Account() {
			return &all[i], all
		}
	}
	return nil, all
}

// Mark is the mark of the account that is shown, nil where there are not several.
func (a *Accounts) Mark() fyne.CanvasObject {
	one, _ := a.shown()
	if one == nil {
		return nil
	}
	return newMark(one.Mark, one.Colour)
}

// Heading says on a dialog what account it is about, nil where there are not several.
func (a *Accounts) Heading() fyne.CanvasObject {
	mark := a.Mark()
	if mark == nil {
		return nil
	}
	name := widget.NewLabel(a.Name())
	name.Truncation = fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, mark, nil, name)
}
