package accounts

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/app/session"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/words"
)

// AskRemove asks before it removes the current account from this computer.
func (a *Accounts) AskRemove() {
	one, _ := a.current()
	if one == nil {
		return
	}
	s, from := a.Host.Session(), a.app()
	var r app.Removal
	var kept bool
	background.GoErr(a.win.Tasks, func(ctx context.Context) (err error) {
		r, err = from.RemovalOf(ctx, one.ID, s)
		kept = session.KeepsSecrets(from.Sessions, one.Endpoint.Base)
		return err
	}, func(error) { // the error is told where notes and replacements are shown
		if now, _ := a.current(); now != nil && now.ID == one.ID && a.Host.Session() == s && !a.Host.Locked() {
			a.askRemove(r, kept)
		}
	})
}

// askRemove asks before it removes the current account. kept means that the keyring may have secrets of its server.
func (a *Accounts) askRemove(r app.Removal, kept bool) {
	one, all := a.current()
	secrets, notes := forgetSecrets(kept), newNoteQuestion([]ending{{noted: r.Noted, unclear: r.Unclear}})
	removes := lang.L("This removes the account, its saved sign-in key and its list of keys from this computer. Its history stays. Nothing changes on the server.")
	if one.SignedOut {
		removes = lang.L("This removes the account and its list of keys from this computer. Its history stays. Nothing changes on the server.")
	}
	body := []fyne.CanvasObject{dialog.Paragraph(removes)}
	if r.Replaced > 0 {
		body = append(body, dialog.Paragraph(lang.N("This also gives up the replacement of {{.Count}} access keys. No key is changed.", r.Replaced,
			map[string]any{"Count": r.Replaced})))
	}
	if r.Shared {
		secrets.Checked = false
		body = append(body, dialog.Paragraph(lang.L("Kept secrets, labels, notes and open replacements stay, because another account here may belong to the same user.")))
	} else {
		body = append(body, secrets, notes.object)
	}
	a.win.Dialogs.Ask(dialog.Question{
		Title: lang.L("Remove the account {{.Name}}?", map[string]any{"Name": words.AccountName(*one, all)}),
		Body:  body,
		Verb:  lang.L("Remove"),
		Kind:  control.ButtonDanger,
		OnYes: func() { a.Host.Remove(r, secrets.Checked, notes.ticked()) },
	})
}

// ticked reports whether any of the boxes is ticked.
func (q *noteQuestion) ticked() bool {
	for _, box := range q.boxes {
		if box.Checked {
			return true
		}
	}
	return false
}
