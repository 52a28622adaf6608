package accounts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// AskLogOut asks before logging out, and offers to forget the kept secrets, the labels and the notes too. With several
// accounts, it also offers to log out of all of them. In a locked window it always logs out of all, because the lock
// protects all of them.
func (a *Accounts) AskLogOut() {
	a.withEndings(func(all []ending, others bool) {
		switch {
		case !a.Several():
			a.askLogOut(logOutOfOne(all[:min(1, len(all))]), all, false, anyKept(all))
		case a.Host.Locked() && a.anySignedIn():
			a.askLogOut(lang.L("This removes the saved sign-in keys of all accounts from this computer. Nothing changes on the servers."), all, true, anyKept(all) || others)
		case a.Host.Locked():
			a.askLogOut(logOutOfOne(nil), all, true, anyKept(all) || others)
		default:
			a.askWhich(all, others)
		}
	})
}

// andPIN adds to what logging out does that it removes the PIN, which goes with the last sign-in.
func (a *Accounts) andPIN(text string, last bool) string {
	if last && a.app().PIN.IsSet() {
		return words.Sentences(text, lang.L("Your PIN is removed too."))
	}
	return text
}

// logOutOfOne says what logging out of one sign-in does.
func logOutOfOne(one []ending) string {
	if anySaved(one) {
		return lang.L("This removes the saved sign-in key from this computer. Nothing changes on the server.")
	}
	return lang.L("Your sign-in key isn't saved on this computer: to come back, you type its secret again. Nothing changes on the server.")
}

func anySaved(all []ending) bool {
	return slices.ContainsFunc(all, func(e ending) bool { return e.saved })
}

func anyKept(all []ending) bool {
	return slices.ContainsFunc(all, func(e ending) bool { return e.kept })
}

// anySignedIn reports whether the sign-in of an account is saved.
func (a *Accounts) anySignedIn() bool {
	return slices.ContainsFunc(a.all(), func(one settings.Account) bool { return !one.SignedOut })
}

// askLogOut asks before logging out of the only account, or of all; the user cannot choose which. kept is whether the keyring
// may have secrets.
func (a *Accounts) askLogOut(text string, endings []ending, all, kept bool) {
	forget, notes := forgetSecrets(kept), newNoteQuestion(endings)
	a.ask([]fyne.CanvasObject{dialog.Paragraph(a.andPIN(text, true)), forget, notes.object}, func() {
		a.Host.LogOut(all, forget.Checked) // first, because it saves a note that is being typed
		a.forgetNotes(notes)
	})
}

// askWhich asks whether to log out of the open account or of all. others is whether the keyring may have secrets of accounts
// that are signed out already.
func (a *Accounts) askWhich(endings []ending, others bool) {
	heading, text, forget := container.NewStack(), dialog.Paragraph(""), forgetSecrets(false)
	if one := a.Heading(); one != nil {
		heading.Add(one)
	}
	all := control.NewCheck(lang.L("Log out of all accounts"), false)
	notes := container.NewStack()
	var asked *noteQuestion
	show := func(every bool) {
		asked = newNoteQuestion(endings[:1])
		one, kept := logOutOfOne(endings[:1]), anyKept(endings[:1])
		if every {
			asked, kept = a.newNoteQuestions(endings), anyKept(endings) || others
		}
		ending := a.ending()
		if every && len(ending) > 1 {
			one = lang.L("This logs out of {{.Accounts}}, and removes their saved sign-in keys from this computer. Nothing changes on the servers.",
				map[string]any{"Accounts": names(ending, a.all())})
		}
		text.SetText(a.andPIN(one, every || len(ending) == 1))
		style.Show(forget, kept)
		style.Show(heading, !every || len(ending) == 1)
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

// ending returns the accounts that logging out of all ends, the open one first. They may be fewer than are listed, as
// some may be signed out already, and more than there are users, as two keys may be of one user.
func (a *Accounts) ending() []settings.Account {
	s := a.Host.Session()
	if s == nil {
		return nil
	}
	open, listed := s.Account(a.app().Settings.Get())
	if !listed {
		open.Server, open.KeyID = s.Server(), s.KeyID()
	}
	all := []settings.Account{open}
	for _, one := range a.all() {
		if one.ID != open.ID && !one.SignedOut {
			all = append(all, one)
		}
	}
	return all
}

// mostNamed is how many accounts a sentence names; if there are more, it counts the rest.
const mostNamed = 4

// names names some of all accounts, as a list in a sentence.
func names(some, all []settings.Account) string {
	names := make([]string, len(some))
	for i, one := range some {
		names[i] = words.AccountName(one, all)
	}
	if len(names) <= mostNamed {
		return words.List(names)
	}
	first, rest := names[:mostNamed-1], len(names)-mostNamed+1
	return lang.N("{{.Names}} and {{.Count}} other accounts", rest, map[string]any{"Names": words.List(first), "Count": rest})
}

// ask asks before logging out.
func (a *Accounts) ask(body []fyne.CanvasObject, onYes func()) {
	a.win.Dialogs.Ask(dialog.Question{Title: lang.L("Log out?"), Body: body, NoHeading: true, Verb: lang.L("Log Out"), Kind: control.ButtonPrimary, OnYes: onYes})
}

// forgetSecrets returns the box that asks whether to forget the kept secrets too. It is hidden if none are kept.
func forgetSecrets(kept bool) *control.Check {
	box := control.NewCheck(lang.L("Also forget the secrets kept in this computer's keyring"), true)
	style.Show(box, kept)
	return box
}

// AskLeave asks before the user leaves a session that is not saved for another account.
func (a *Accounts) AskLeave(s *session.Session, onYes func()) {
	title := lang.L("Leave this account?")
	if a.Host.Session() == nil { // the form for a new account does not name it
		title = lang.L("Leave {{.Account}}?", map[string]any{"Account": a.nameOf(s)})
	}
	a.win.Dialogs.Ask(dialog.Question{
		Title: title,
		Body:  []fyne.CanvasObject{dialog.Paragraph(lang.L("Its sign-in key isn't saved on this computer. To come back, you type its secret again."))},
		Verb:  lang.L("Leave"),
		Kind:  control.ButtonPrimary,
		OnYes: onYes,
	})
}
