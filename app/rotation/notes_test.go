package rotation

import (
	"log/slog"
	"testing"

	"accesskeys/app/check"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
)

func TestNotesMoveToTheNewKey(t *testing.T) {
	from, to := keys.Ref{Base: testBase, KeyID: "AK1"}, keys.Ref{Base: testBase, KeyID: "AK2"}
	for _, c := range []struct{ old, before, want notes.Note }{
		{notes.Note{Label: "CI", Places: []string{"a", "b"}, Text: "ask Ann"}, notes.Note{}, notes.Note{Label: "CI", Places: []string{"a", "b"}, Text: "ask Ann"}},
		{notes.Note{Label: "CI", Places: []string{"a", "b"}, Text: "ask Ann"}, notes.Note{Label: "new CI", Places: []string{"b"}, Text: "since May"},
			notes.Note{Label: "new CI", Places: []string{"b", "a"}, Text: "since May\nask Ann"}},
		{notes.Note{}, notes.Note{Label: "CI"}, notes.Note{Label: "CI"}},
	} {
		store := notes.Open("", slog.New(slog.DiscardHandler))
		check.Must(t, store.Change(from, notes.Note{}, c.old))
		check.Must(t, store.Change(to, notes.Note{}, c.before))
		check.Must(t, MoveNotes(store)(t.Context(), from, to))
		if got := store.Of(to); !got.Equal(c.want) {
			t.Errorf("the new key's note is %+v, want %+v", got, c.want)
		}
		if old := store.Of(from); !old.IsZero() {
			t.Errorf("the old key's note is still %+v", old)
		}
		// The program was killed before the old note was removed.
		check.Must(t, store.Change(from, notes.Note{}, c.old))
		check.Must(t, MoveNotes(store)(t.Context(), from, to))
		if got := store.Of(to); !got.Equal(c.want) {
			t.Errorf("moved twice: the new key's note is %+v, want %+v", got, c.want)
		}
	}
}
