package rotation

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client"
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
		kept := notes.Note{Label: c.old.Label} // for the history
		if old := store.Of(from); !old.Equal(kept) {
			t.Errorf("the old key's note is %+v, want %+v", old, kept)
		}
		// The program was killed before the rest of the old note was removed.
		check.Must(t, store.Change(from, kept, c.old))
		check.Must(t, MoveNotes(store)(t.Context(), from, to))
		if got := store.Of(to); !got.Equal(c.want) {
			t.Errorf("moved twice: the new key's note is %+v, want %+v", got, c.want)
		}
	}
}

func TestNotesThatDoNotFitTogetherStay(t *testing.T) {
	from, to := keys.Ref{Base: testBase, KeyID: "AK1"}, keys.Ref{Base: testBase, KeyID: "AK2"}
	store := notes.Open("", slog.New(slog.DiscardHandler))
	old, before := notes.Note{Text: strings.Repeat("a", notes.LongestText)}, notes.Note{Text: "b"}
	check.Must(t, store.Change(from, notes.Note{}, old))
	check.Must(t, store.Change(to, notes.Note{}, before))
	check.Equal(t, "stay", errors.Is(MoveNotes(store)(t.Context(), from, to), ErrNotesStay), true)
	if !store.Of(from).Equal(old) || !store.Of(to).Equal(before) {
		t.Errorf("the notes are %+v and %+v", store.Of(from), store.Of(to))
	}
}

func TestNotesOfALaterVersionStay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.json")
	check.Must(t, os.WriteFile(path, []byte(`{"version":99}`), 0o600))
	store := notes.Open(path, slog.New(slog.DiscardHandler))
	err := MoveNotes(store)(t.Context(), keys.Ref{Base: testBase, KeyID: "AK1"}, keys.Ref{Base: testBase, KeyID: "AK2"})
	check.Equal(t, "stay", errors.Is(err, ErrNotesStay), true)
}

func TestReplacementEndsThoughTheNotesStay(t *testing.T) {
	w := begun(t, OrderSafe)
	w.clicks(ActCreate, ActPlaced, ActCheck, ActDisable)
	check.Must(t, w.do(ActDelete))
	w.guide.Move = func(context.Context, keys.Ref, keys.Ref) error { return ErrNotesStay }
	check.Equal(t, "told", errors.Is(w.do(ActFinish), ErrNotesStay), true)
	check.Equal(t, "open", w.open(), false)
}

// The label that a new key has during a replacement is its own from then on.
func TestNewKeyKeepsItsLabelWhenItsReplacementIsAbandoned(t *testing.T) {
	for name, c := range map[string]struct {
		before       notes.Note
		label        string
		deleted      bool
		want         notes.Note
		laterVersion bool
	}{
		"no label":     {label: "CI (new)", want: notes.Note{Label: "CI (new)"}},
		"a note":       {before: notes.Note{Text: "ask Ann"}, label: "CI (new)", want: notes.Note{Label: "CI (new)", Text: "ask Ann"}},
		"its own":      {before: notes.Note{Label: "mine"}, label: "CI (new)", want: notes.Note{Label: "mine"}},
		"too long":     {label: strings.Repeat("a", notes.LongestLabel) + " (new)", want: notes.Note{Label: strings.Repeat("a", notes.LongestLabel)}},
		"none":         {},
		"deleted":      {label: "CI (new)", deleted: true},
		"a later file": {label: "CI (new)", laterVersion: true},
	} {
		t.Run(name, func(t *testing.T) {
			w := begun(t, OrderSafe)
			w.clicks(ActCreate)
			of := keys.RefOf(w.guide.Keys, w.seen().New)
			path := ""
			if c.laterVersion {
				path = filepath.Join(t.TempDir(), "notes.json")
				check.Must(t, os.WriteFile(path, []byte(`{"version":99}`), 0o600))
			}
			store := notes.Open(path, slog.New(slog.DiscardHandler))
			if !c.laterVersion {
				check.Must(t, store.Change(of, notes.Note{}, c.before))
			}
			w.guide.Label = KeepLabel(store)
			if c.deleted {
				w.set(of.KeyID, client.StateDeleted)
				check.Must(t, w.guide.Keys.Load(t.Context()))
			}
			err := w.guide.Abandon(t.Context(), w.old, c.label)
			check.Equal(t, "told", errors.Is(err, ErrNotesStay), c.laterVersion)
			check.Equal(t, "open", w.open(), false)
			if got := store.Of(of); !got.Equal(c.want) {
				t.Errorf("the new key's note is %+v, want %+v", got, c.want)
			}
		})
	}
}
