package accounts

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// ending is a sign-in that may end now, and how many of its user's keys have a note.
type ending struct {
	session.Owner
	noted   int
	unclear bool // there are notes that may or may not belong to its user
	saved   bool // its key is saved on this computer
	kept    bool // the keyring may have secrets that were revealed at its server
}

// withEndings collects all sign-ins, the open one first, and passes them to then. others is whether the keyring may have
// secrets of accounts that are signed out already. It does not call then if the window shows something else by that time.
func (a *Accounts) withEndings(then func(all []ending, others bool)) {
	s, locked, from := a.Host.Session(), a.Host.Locked(), a.app()
	var all []ending
	others := false
	background.GoErr(a.win.Tasks, func(context.Context) error {
		err := from.Notes.Load() // not read yet if the window opened locked
		for _, o := range session.Owners(from.Sessions, s) {
			saved := s == nil || len(all) > 0 || s.Remembered() || o.Account.ID != "" && !o.Account.SignedOut
			all = append(all, ending{o, from.Notes.Count(o.Base, o.User), from.UnclearNotes(o),
				saved, session.KeepsSecrets(from.Sessions, o.Base)})
		}
		for _, one := range from.Settings.Get().Accounts {
			others = others || one.SignedOut && session.KeepsSecrets(from.Sessions, one.Endpoint.Base)
		}
		return err
	}, func(error) { // the error is told where notes are shown
		if a.Host.Session() == s && a.Host.Locked() == locked {
			if s != nil {
				all[0].noted += a.Host.CountUnnoted()
			}
			then(all, others)
		}
	})
}

// noteQuestion is the part of a dialog that asks whether to delete labels and notes too.
type noteQuestion struct {
	object  *fyne.Container
	boxes   []*control.Check
	endings [][]ending // the sign-ins that each box is about
}

// newNoteQuestion returns a question with one tick box for all sign-ins.
func newNoteQuestion(all []ending) *noteQuestion {
	q := &noteQuestion{object: container.NewVBox()}
	count := 0
	for _, e := range all {
		count += e.noted
	}
	if count > 0 {
		q.add(lang.N("Also delete the labels and notes of {{.Count}} access keys", count, map[string]any{"Count": count}), all)
	}
	q.tellUnclear(all)
	return q
}

// tellUnclear adds that some notes stay, if it is not known whom they belong to.
func (q *noteQuestion) tellUnclear(all []ending) {
	if slices.ContainsFunc(all, func(e ending) bool { return e.unclear }) {
		q.object.Add(form.FlushText(dialog.Paragraph(lang.L("Some labels and notes stay, because it isn't known whose they are."))))
	}
}

// newNoteQuestions returns a question with a tick box for each sign-in.
func (a *Accounts) newNoteQuestions(all []ending) *noteQuestion {
	q := &noteQuestion{object: container.NewVBox()}
	for _, e := range all {
		if e.noted == 0 {
			continue
		}
		if len(q.boxes) == 0 {
			q.object.Add(form.FlushText(dialog.Paragraph(lang.L("Also delete labels and notes:"))))
		}
		name := style.FittedToID(words.AccountName(e.Account, a.all()), dialog.Width/2, style.SizeText)
		q.add(lang.N("{{.Account}} ({{.Count}} access keys)", e.noted, map[string]any{"Account": name, "Count": e.noted}), []ending{e})
	}
	q.tellUnclear(all)
	return q
}

func (q *noteQuestion) add(label string, of []ending) {
	box := control.NewCheck(label, false)
	q.boxes, q.endings = append(q.boxes, box), append(q.endings, of)
	q.object.Add(form.FlushCheck(box))
}

// forgetNotes deletes the labels and notes whose boxes are ticked.
func (a *Accounts) forgetNotes(q *noteQuestion) {
	for i, box := range q.boxes {
		if !box.Checked {
			continue
		}
		background.GoVitalErr(a.win.Tasks, a.win.Tasks.Limit, func(context.Context) error {
			for _, e := range q.endings[i] {
				if err := a.app().Notes.Forget(e.Base, e.User); err != nil {
					return err
				}
			}
			return nil
		}, func(err error) {
			if err != nil {
				a.win.Toasts.Error(words.NotesKept(err))
			}
		})
	}
}
