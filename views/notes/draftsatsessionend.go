package notes

import "accesskeys/views/words"

// Leave is called when the session ends. It saves what was typed, also in the dialog, and says what could not be saved. What is
// Kept stays as drafts.
func (a *Asker) Leave() {
	a.editor.left = true
	if a.editor.kept {
		keepDrafts(a)
	} else {
		a.saveTyped()
		a.editor.saveDrafts()
	}
	a.ExpectNone()
}

// CountUnnoted returns how many keys have only a label or note that is still being typed.
func (a *Asker) CountUnnoted() int {
	typed := map[string]bool{}
	for id, d := range a.editor.drafts {
		typed[id] = !d.note.IsZero()
	}
	if a.hasText() {
		typed[a.id] = true
	}
	count := 0
	for id, is := range typed {
		if is && a.editor.noteOf(id).IsZero() {
			count++
		}
	}
	return count
}

// saveDrafts saves all drafts, and says which were saved, and which could not be.
func (e *Editor) saveDrafts() {
	for id, typed := range e.drafts {
		now := e.noteOf(id)
		if typed.saving || typed.note.Equal(now) {
			continue
		}
		e.save(typed.change, func(err error) {
			if err == nil {
				e.said(id).Done(words.NoteSaved(words.KeyName(now.Label, id)))
			}
			e.tellFailure(id, err)
		})
	}
}
