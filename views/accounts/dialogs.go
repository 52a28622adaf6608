package accounts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/words"
)

// AskLogOut asks, and offers to forget the secrets that were revealed too. Where there are several accounts, it offers
// to log out of all, and of a window that is locked always does: the lock is for all of them. more is asked as well, and
// then is called before logging out.
func (a *Accounts) AskLogOut(locked bool, more []fyne.CanvasObject, then func()) {
	forget := control.NewCheck(lang.L("Also forget the secrets kept in this computer's keyring"), true)
	body := []fyne.CanvasObject{
		dialog.Paragraph(lang.L("The saved sign-in key is removed from this computer. Nothing changes on the server."))}
	all := control.NewCheck(lang.L("Log out of all accounts"), locked)
	switch {
	case !a.Several():
	case locked:
		body[0] = dialog.Paragraph(lang.L("The saved sign-in keys of all accounts are removed from this computer. Nothing changes on the servers."))
	default:
		body = append(body, all)
	}
	a.win.Dialogs.Ask(dialog.Question{
		Title: lang.L("Log out?"),
		Body:  append(append(body, forget), more...),
		Verb:  lang.L("Log Out"),
		Kind:  control.ButtonPrimary,
		OnYes: func() {
			then()
			a.Host.LogOut(all.Checked, forget.Checked)
		},
	})
}

// askRemove asks before the account that is shown is taken off the list.
func (a *Accounts) askRemove() {
	one, all := a.shown()
	if one == nil {
		return
	}
	forget := control.NewCheck(lang.L("Also forget the secrets kept in this computer's keyring"), true)
	a.win.Dialogs.Ask(dialog.Question{
		Title: lang.L("Remove the account {{.Name}}?", map[string]any{"Name": words.AccountName(*one, all)}),
		Body: []fyne.CanvasObject{
			dialog.Paragraph(lang.L("The account and its saved sign-in key are removed from this computer. Nothing changes on the server.")), forget},
		Verb:  lang.L("Remove"),
		Kind:  control.ButtonDanger,
		OnYes: func() { a.Host.Remove(one.ID, forget.Checked) },
	})
}

// AskLeave asks before a sign-in that is not saved is left for another account.
func (a *Accounts) AskLeave(onYes func()) {
	a.win.Dialogs.Ask(dialog.Question{
		Title: lang.L("Leave this sign-in?"),
		Body:  []fyne.CanvasObject{dialog.Paragraph(lang.L("Its key isn't saved on this computer. To come back, you type its secret again."))},
		Verb:  lang.L("Leave"),
		Kind:  control.ButtonPrimary,
		OnYes: onYes,
	})
}
