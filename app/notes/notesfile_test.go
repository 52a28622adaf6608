package notes_test

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client"
)

const base = "https://server.example/api/v1"

func ref(id string) keys.Ref { return keys.Ref{Base: base, User: "user", KeyID: id} }

func label(s string) notes.Note { return notes.Note{Label: s} }

// shelf holds the stores of several processes for the same directory.
type shelf struct {
	*testing.T
	path string
	log  strings.Builder
}

func newShelf(t *testing.T) *shelf {
	return &shelf{T: t, path: filepath.Join(t.TempDir(), "access-keys", "notes.json")}
}

func (s *shelf) open() *notes.Store {
	s.Helper()
	n := notes.Open(s.path, slog.New(slog.NewTextHandler(&s.log, &slog.HandlerOptions{Level: slog.LevelDebug})))
	check.Must(s, n.Load())
	return n
}

func (s *shelf) set(n *notes.Store, r keys.Ref, note notes.Note) {
	s.Helper()
	check.Must(s, n.Change(r, n.Of(r), note))
}

func TestNotesAreKept(t *testing.T) {
	s := newShelf(t)
	n := s.open()
	whole := notes.Note{Label: "CI billing", Places: []string{"CI > billing", "laptop"}, Text: "Ask Mei.\nBefore May."}
	changes := 0
	n.Changed.Subscribe(func(struct{}) { changes++ })
	s.set(n, ref("AK1"), whole)
	s.set(n, ref("AK1"), whole)
	check.Equal(t, "changes told", changes, 1)
	check.Private(t, filepath.Dir(s.path), "notes.json")

	again := s.open()
	if got := again.Of(ref("AK1")); !got.Equal(whole) {
		t.Errorf("got %v", got)
	}
	noted := again.Noted(base, "user")(&keys.Key{AccessKey: client.AccessKey{ID: "AK1"}})
	check.Equal(t, "noted", noted, keys.Noted{Label: "CI billing", Search: "ci billing\nci > billing\nlaptop\nask mei.\nbefore may."})
	check.Equal(t, "of another user", again.Of(keys.Ref{Base: base, User: "other", KeyID: "AK1"}).IsZero(), true)
	check.Equal(t, "of another server", again.Of(keys.Ref{Base: "https://other.example/api/v1", User: "user", KeyID: "AK1"}).IsZero(), true)
	check.Equal(t, "of another key", again.Of(ref("AK2")).IsZero(), true)
	if strings.Contains(s.log.String(), "CI") {
		t.Errorf("the log tells of notes: %s", s.log.String())
	}
}

// The API can move on its server, and a server can begin to state the owners of keys.
func TestNoteStaysWithItsKey(t *testing.T) {
	s := newShelf(t)
	n := s.open()
	nobody := keys.Ref{Base: base, KeyID: "AK1"}
	s.set(n, nobody, label("first"))
	moved := keys.Ref{Base: "https://server.example/v2", User: "user", KeyID: "AK1"}
	check.Equal(t, "label there", n.Of(moved).Label, "first")
	s.set(n, moved, label("second"))
	check.Equal(t, "count", n.Count(base, "user"), 1)
	check.Equal(t, "label before", n.Of(nobody).Label, "second")
	s.set(n, moved, notes.Note{})
	check.Equal(t, "notes", n.CountAt(base), 0)
}

func TestLastNoteTakesTheFileWithIt(t *testing.T) {
	s := newShelf(t)
	n := s.open()
	s.set(n, ref("AK1"), label("a"))
	s.set(n, ref("AK1"), notes.Note{})
	if _, err := os.Stat(s.path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file: %v", err)
	}
}

func TestForgettingAUsersNotesLeavesOthers(t *testing.T) {
	s := newShelf(t)
	n := s.open()
	other := keys.Ref{Base: "https://other.example/api/v1", User: "user", KeyID: "AK1"}
	s.set(n, ref("AK1"), label("a"))
	s.set(n, ref("AK2"), label("b"))
	s.set(n, other, label("c"))
	another := keys.Ref{Base: base, User: "another", KeyID: "AK3"}
	s.set(n, another, label("d"))
	check.Equal(t, "count", n.Count("https://server.example/moved", "user"), 2)
	check.Must(t, n.Forget(base, "user"))
	check.Equal(t, "count then", n.Count(base, "user"), 0)
	check.Equal(t, "of another server", s.open().Of(other).Label, "c")
	check.Equal(t, "of another user", s.open().Of(another).Label, "d")
}

func TestForgettingNotesOfAnUnknownUserLeavesThoseOfUsers(t *testing.T) {
	nobody := keys.Ref{Base: base, KeyID: "AK9"}
	for name, test := range map[string]struct {
		others []keys.Ref
		user   string
		want   int
	}{
		"a server that names nobody":       {nil, "", 1},
		"a server that has begun to":       {[]keys.Ref{ref("AK1")}, "user", 2},
		"the user is not known":            {[]keys.Ref{ref("AK1")}, "", 0},
		"it may be another user's":         {[]keys.Ref{ref("AK1")}, "another", 0},
		"the user's own, beside another's": {[]keys.Ref{ref("AK1"), {Base: base, User: "another", KeyID: "AK2"}}, "user", 1},
	} {
		s := newShelf(t)
		n := s.open()
		s.set(n, nobody, label("a"))
		for _, r := range test.others {
			s.set(n, r, label("b"))
		}
		check.Equal(t, name+": count", n.Count(base, test.user), test.want)
		check.Must(t, n.Forget(base, test.user))
		kept := 0
		for _, r := range append(test.others, nobody) {
			if !n.Of(r).IsZero() {
				kept++
			}
		}
		check.Equal(t, name+": kept", kept, 1+len(test.others)-test.want)
	}
}

func TestProcessesLoseNothingOfEachOther(t *testing.T) {
	s := newShelf(t)
	const each = 15
	var group sync.WaitGroup
	for p := range 3 {
		n := s.open()
		group.Go(func() {
			for i := range each {
				r := ref(fmt.Sprintf("AK%d-%d", p, i))
				if err := n.Change(r, notes.Note{}, label("a")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	check.Equal(t, "notes", s.open().Count(base, "user"), 3*each)
}

func TestChangesOfOneNoteAreMerged(t *testing.T) {
	s := newShelf(t)
	a, b := s.open(), s.open()
	seen := notes.Note{Label: "a", Text: "a"}
	s.set(a, ref("AK1"), seen)
	check.Must(t, b.Change(ref("AK1"), seen, notes.Note{Label: "a", Text: "b", Places: []string{"b"}}))
	check.Must(t, a.Change(ref("AK1"), seen, notes.Note{Label: "c", Text: "a"}))
	if got := a.Of(ref("AK1")); !got.Equal(notes.Note{Label: "c", Text: "b", Places: []string{"b"}}) {
		t.Errorf("merged: %v", got)
	}

	err := b.Change(ref("AK1"), seen, notes.Note{Label: "d", Text: "a"})
	check.Equal(t, "clash", errors.Is(err, notes.ErrChanged), true)
	check.Equal(t, "what there is", b.Of(ref("AK1")).Label, "c")
	s.set(b, ref("AK1"), label("d"))
	check.Equal(t, "label then", s.open().Of(ref("AK1")).Label, "d")
}

func TestTooLongNoteIsRefused(t *testing.T) {
	s := newShelf(t)
	n := s.open()
	var limit *notes.LimitError
	err := n.Change(ref("AK1"), notes.Note{}, label(strings.Repeat("x", notes.LongestLabel+1)))
	check.Equal(t, "refused", errors.As(err, &limit), true)
	check.Equal(t, "notes", n.CountAt(base), 0)
	if strings.Contains(err.Error(), "xx") {
		t.Errorf("the error tells of the note: %v", err)
	}
}

func TestDamagedFileIsSetAside(t *testing.T) {
	for name, content := range map[string]string{"cut": `{"version":1,"notes":[{"ba`, "type": `{"notes":{"a":1}}`, "null": "null", "empty": ""} {
		s := newShelf(t)
		n := s.open()
		s.set(n, ref("AK1"), label("a"))
		check.Must(t, os.WriteFile(s.path, []byte(content), 0o600))
		fresh := notes.Open(s.path, slog.New(slog.DiscardHandler))
		check.Equal(t, name, errors.Is(fresh.Load(), notes.ErrDamaged), true)
		check.Equal(t, "notes", fresh.CountAt(base), 0)
		aside, err := filepath.Glob(s.path + ".corrupt-*")
		check.Must(t, err)
		check.Equal(t, "set aside", len(aside), 1)
		kept, err := os.ReadFile(aside[0])
		check.Must(t, err)
		check.Equal(t, "kept", string(kept), content)

		check.Must(t, os.WriteFile(s.path, []byte(content), 0o600))
		s.set(n, ref("AK2"), label("b")) // the notes in memory are not lost
		check.Equal(t, "notes then", s.open().Count(base, "user"), 2)
	}
}

func TestLaterVersionIsLeftAlone(t *testing.T) {
	s := newShelf(t)
	check.Must(t, os.MkdirAll(filepath.Dir(s.path), 0o700))
	const content = `{"version":2,"notes":[]}`
	check.Must(t, os.WriteFile(s.path, []byte(content), 0o600))
	n := notes.Open(s.path, slog.New(slog.DiscardHandler))
	check.Equal(t, "load", errors.Is(n.Load(), notes.ErrNewer), true)
	check.Equal(t, "change", errors.Is(n.Change(ref("AK1"), notes.Note{}, label("a")), notes.ErrNewer), true)
	kept, err := os.ReadFile(s.path)
	check.Must(t, err)
	check.Equal(t, "file", string(kept), content)
}

func TestFailedWriteChangesNothing(t *testing.T) {
	s := newShelf(t)
	n := s.open()
	s.set(n, ref("AK1"), label("a"))
	check.Must(t, os.RemoveAll(filepath.Dir(s.path)))
	check.Must(t, os.WriteFile(filepath.Dir(s.path), nil, 0o600))
	if err := n.Change(ref("AK1"), label("a"), label("b")); err == nil {
		t.Error("no error")
	}
	check.Equal(t, "label", n.Of(ref("AK1")).Label, "a")
}

func TestWithoutAFileNotesAreInMemory(t *testing.T) {
	n := notes.Open("", slog.New(slog.DiscardHandler))
	check.Must(t, n.Load())
	check.Must(t, n.Change(ref("AK1"), notes.Note{}, label("a")))
	check.Must(t, n.Load())
	check.Equal(t, "label", n.Of(ref("AK1")).Label, "a")
}
