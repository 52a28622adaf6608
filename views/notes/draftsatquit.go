package notes

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	appnotes "accesskeys/app/notes"
)

// AskBeforeQuit says that quitting again discards what was typed. It reports whether the user has yet to answer by that:
// it does not if nothing would be lost, or if it has said so before and that is still on screen.
func AskBeforeQuit(a *Asker) (asked bool) {
	switch f := a.editor.opened; {
	case !HasUnsaved(a):
		return false
	case f != nil && f.open():
		return !f.warned(quitAgain())
	case a.hasText() && a.focused():
		return !warned(a, quitAgain())
	case warning(a).Says(QuitDiscards()):
		return false
	}
	warning(a).Note(QuitDiscards())
	return true
}

// HasUnsaved reports whether something was typed that is not saved, also where it is not on screen, as after a lock.
func HasUnsaved(a *Asker) bool {
	ahead := func(t *typedAhead) bool { return strings.TrimSpace(t.text.Text) != "" }
	return len(unsaved(a)) > 0 || slices.ContainsFunc(a.ahead, ahead)
}

func quitAgain() string { return lang.L("Quit again to discard what you typed.") }

// QuitDiscards says that quitting discards what was typed, where that is not on screen.
func QuitDiscards() string {
	return lang.L("A label or note that you typed isn't saved. Quit again to discard it.")
}

// Quit is called before Leave when the program ends. It discards what was typed if the user was asked. Otherwise it saves
// what replaces nothing: nobody has said that the half-typed text is better than what was there.
func Quit(a *Asker, asked bool) {
	typed := unsaved(a)
	a.editor.left = true
	a.id, a.field, a.ahead = "", nil, nil
	for id, note := range typed {
		a.editor.drop(id)
		now := a.editor.noteOf(id)
		if added := fill(now, note); !asked && !added.Equal(now) {
			a.editor.save(change{id: id, before: now, note: added}, func(error) {})
		}
	}
}

// unsaved returns the notes that were typed and are not saved or being saved, by key ID.
func unsaved(a *Asker) map[string]appnotes.Note {
	all := map[string]appnotes.Note{}
	for id, d := range a.editor.drafts {
		if !d.saving && !d.note.Equal(a.editor.noteOf(id)) {
			all[id] = d.note
		}
	}
	if a.hasText() && !a.saving {
		all[a.id] = a.change().note.Clean()
	}
	return all
}

// fill returns a note with the parts of another that it does not have.
func fill(n, with appnotes.Note) appnotes.Note {
	n.Label, n.Text = cmp.Or(n.Label, with.Label), cmp.Or(n.Text, with.Text)
	if len(n.Places) == 0 {
		n.Places = with.Places
	}
	return n
}
