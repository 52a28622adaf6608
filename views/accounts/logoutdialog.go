package accounts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
)

// AskLogOut asks before logging out, and offers to forget the kept secrets, the labels and the notes too. With several
// accounts, it also offers to log out of all of them. In a locked window it always logs out of all, because the lock
// protects all of them.
func (a *Accounts) AskLogOut() {
	a.withEndings(func(all []ending) {
		switch {
		case !a.Several():
			a.askLogOut(lang.L("This removes the saved sign-in key from this computer. Nothing changes on the server."), newNoteQuestion(all), false)
		case a.Host.Locked():
			a.askLogOut(lang.L("This removes the saved sign-in keys of all accounts from this computer. Nothing changes on the servers."), newNoteQuestion(all), true)
		default:
			a.askWhich(all)
		}
	})
}

// askLogOut asks before logging out of the only account, or of all; the user cannot choose which.
func (a *Accounts) askLogOut(text string, notes *noteQuestion, all bool) {
	forget := forgetSecrets()
	a.ask([]fyne.CanvasObject{dialog.Paragraph(text), forget, notes.object}, func() {
		a.Host.LogOut(all, forget.Checked) // first, because it saves a note that is being typed
		a.forgetNotes(notes)
	})
}

// askWhich asks whether to log out of the open account or of all.
func (a *Accounts) askWhich(endings []ending) {
	heading, text, forget := container.NewStack(), dialog.Paragraph(""), forgetSecrets()
	if one := a.Heading(); one != nil {
		heading.Add(one)
	}
	all := control.NewCheck(lang.L("Log out of all accounts"), false)
	notes := container.NewStack()
	var asked *noteQuestion
	show := func(every bool) {
		asked = newNoteQuestion(endings[:1])
		one := lang.L("This removes the saved sign-in key from this computer. Nothing changes on the server.")
		if every {
			asked = a.newNoteQuestions(endings)
			one = lang.L("This logs out of {{.Accounts}}, and removes their saved sign-in keys from this computer. Nothing changes on the servers.",
				map[string]any{"Accounts": a.names(endings)})
		}
		text.SetText(one)
		style.Show(heading, !every)
		notes.Objects = []fyne.CanvasObject{asked.object}
		a.win.Dialogs.Fit()
	}
	show(false)
	all.OnChanged = show
	a.ask([]fyne.CanvasObject{heading, text, all, forget, notes}, func() {
		a.Host.LogOut(all.Checked, forget.Checked) // first, because it saves a note that is being typed
		a.forgetNotes(asked)
	})
}

// ask asks before logging out.
func (a *Accounts) ask(body []fyne.CanvasObject, onYes func()) {
	a.win.Dialogs.Ask(dialog.Question{Title: lang.L("Log out?"), Body: body, General: true, Verb: lang.L("Log Out"), Kind: control.ButtonPrimary, OnYes: onYes})
}

func forgetSecrets() *control.Check {
	return control.NewCheck(lang.L("Also forget the secrets kept in this computer's keyring"), true)
}

// AskLeave asks before the user leaves a sign-in that is not saved for another account.
func (a *Accounts) AskLeave(onYes func()) {
	a.win.Dialogs.Ask(dialog.Question{
		Title: lang.L("Leave this sign-in?"),
		Body:  []fyne.CanvasObject{dialog.Paragraph(lang.L("Its key isn't saved on this computer. To come back, you type its secret again."))},
		Verb:  lang.L("Leave"),
		Kind:  control.ButtonPrimary,
		OnYes: onYes,
	})
}
