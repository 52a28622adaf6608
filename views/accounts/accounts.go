// Package accounts has the widgets that show and manage the accounts: marks, menus, dialogs, and a card on the Account
// tab. Most of them appear only if there is more than one account.
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

// Accounts makes the widgets about accounts.
type Accounts struct {
	win  *page.Window
	app  func() *app.App
	Host Host // set before anything is shown

	forgetting *Forgetting // nil if no account is being forgotten
}

// Host is what the accounts need from the window.
type Host interface {
	// Account returns the ID of the current account: the one that is shown, being opened, or signed in to. It is "" if
	// that is not on the list.
	Account() string
	Session() *session.Session // returns nil while there is none
	// IsOpen reports whether the account's session is open: it is shown, or the form for a new account goes back to it.
	IsOpen(id string) bool
	Locked() bool
	CountUnnoted() int // returns how many keys have only a label or note that is still being typed; leaving saves it
	Switch(id string)
	Add()
	Listed() // called when the session may have been added to the list
	// Renamed is called when the current account's name has changed, to show and save it.
	Renamed()
	Remove(r app.Removal, secrets, notes bool)
	LogOut(all, forgetSecrets bool)
}

// New returns the Accounts of an app's settings. Host must be set before anything is shown.
func New(win *page.Window, app func() *app.App) *Accounts { return &Accounts{win: win, app: app} }

// Several reports whether there is more than one account.
func (a *Accounts) Several() bool { return len(a.all()) > 1 }

func (a *Accounts) all() []settings.Account { return a.app().Settings.Get().Accounts }

// Name returns the name of the current account, or "" if there is only one.
func (a *Accounts) Name() string {
	one, all := a.current()
	if one == nil {
		return ""
	}
	return words.AccountName(*one, all)
}

// current returns the current account, or nil if there is only one, and all accounts.
func (a *Accounts) current() (*settings.Account, []settings.Account) {
	all := a.all()
	for i := range all {
		if len(all) > 1 && all[i].ID == a.Host.Account() {
			return &all[i], all
		}
	}
	return nil, all
}

// Mark returns the mark of the current account, or nil if there is only one.
func (a *Accounts) Mark() fyne.CanvasObject {
	one, _ := a.current()
	if one == nil {
		return nil
	}
	return newMark(one.Mark, one.Colour)
}

// nameOf returns the name of a session's account, which need not be listed.
func (a *Accounts) nameOf(s *session.Session) string {
	if one, listed := s.Account(a.app().Settings.Get()); listed {
		return words.AccountName(one, a.all())
	}
	return words.Host(s.Server())
}

// Heading returns an object that names the current account on a dialog, or nil if there is only one.
func (a *Accounts) Heading() fyne.CanvasObject {
	mark := a.Mark()
	if mark == nil {
		return nil
	}
	name := widget.NewLabel(a.Name())
	name.Truncation = fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, mark, nil, name)
}
