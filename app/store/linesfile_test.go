package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
)

func linesAt(path string) Lines { return Lines{Path: path, Log: slog.New(slog.DiscardHandler)} }

func appendLines(t *testing.T, l Lines, lines ...string) {
	t.Helper()
	var all [][]byte
	for _, line := range lines {
		all = append(all, []byte(line))
	}
	written, err := l.Append(t.Context(), all...)
	check.Must(t, err)
	if written != len(lines) {
		t.Errorf("%d lines were written, want %d", written, len(lines))
	}
}

// backwards returns all lines of a file, the last first.
func backwards(t *testing.T, l Lines) (all []string) {
	t.Helper()
	all, _ = linesSince(t, l, Mark{})
	return all
}

func linesSince(t *testing.T, l Lines, since Mark) (all []string, now Mark) {
	t.Helper()
	now, err := l.Backwards(t.Context(), since, func(lines [][]byte) bool {
		for _, line := range lines {
			all = append(all, string(line))
		}
		return true
	})
	check.Must(t, err)
	return all, now
}

func TestLinesAreReadSinceAMark(t *testing.T) {
	l := linesAt(filepath.Join(t.TempDir(), "history.jsonl"))
	read := func(since Mark, whole bool, want ...string) Mark {
		t.Helper()
		got, now := linesSince(t, l, since)
		if !slices.Equal(got, want) || now.Whole() != whole {
			t.Errorf("it reads %q, whole %v; want %q, %v", got, now.Whole(), want, whole)
		}
		return now
	}
	none := read(Mark{}, true)
	appendLines(t, l, "one", "two")
	at := read(none, true, "two", "one")
	at = read(at, false)
	check.Must(t, os.WriteFile(l.Path, []byte("one\ntwo\nthr"), 0o600)) // another process is writing
	at = read(at, false)
	check.Must(t, os.WriteFile(l.Path, []byte("one\ntwo\nthree\nfour\n"), 0o600))
	at = read(at, false, "four", "three")
	check.Must(t, os.WriteFile(l.Path, []byte("one\n"), 0o600))
	at = read(at, true, "one")
	check.Must(t, l.Rewrite(t.Context(), func([]byte) []byte { return []byte("five\nsix\nseven\n") }))
	at = read(at, true, "seven", "six", "five")
	check.Must(t, os.WriteFile(l.Path, []byte("written over with more\n"), 0o600))
	at = read(at, true, "written over with more")
	check.Must(t, os.WriteFile(l.Path, []byte("written over with same\nand more\n"), 0o600))
	at = read(at, true, "and more", "written over with same")
	long := strings.Repeat("x", tailSize)
	check.Must(t, os.WriteFile(l.Path, []byte("one\n"+long+"\n"), 0o600))
	at = read(at, true, long, "one")
	check.Must(t, os.WriteFile(l.Path, []byte("two\n"+long+"\n"), 0o600))
	check.Must(t, os.Chtimes(l.Path, time.Time{}, at.file.ModTime().Add(time.Millisecond))) // the clock may not have advanced
	at = read(at, true, long, "two")
	check.Must(t, os.Remove(l.Path))
	read(at, true)
}

func TestLinesAreReadFromTheLastToTheFirst(t *testing.T) {
	l := linesAt(filepath.Join(t.TempDir(), "new", "history.jsonl"))
	if got := backwards(t, l); got != nil {
		t.Errorf("without a file it reads %q", got)
	}
	var want []string
	for i := range 5000 { // several chunks
		want = append(want, fmt.Sprintf("%d %s", i, strings.Repeat("x", i%97)))
	}
	appendLines(t, l, want...)
	slices.Reverse(want)
	if got := backwards(t, l); !slices.Equal(got, want) {
		t.Errorf("%d lines are read, want %d", len(got), len(want))
	}
	calls := 0
	_, err := l.Backwards(t.Context(), Mark{}, func(lines [][]byte) bool { calls++; return false })
	check.Must(t, err)
	if calls != 1 {
		t.Errorf("take is called %d times after it was to end", calls)
	}
	if info, err := os.Stat(l.Path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestALineAfterOneThatWasCutOffIsWhole(t *testing.T) {
	l := linesAt(filepath.Join(t.TempDir(), "history.jsonl"))
	check.Must(t, os.WriteFile(l.Path, []byte("one\ntw"), 0o600))
	appendLines(t, l, "three", "four")
	if got := backwards(t, l); !slices.Equal(got, []string{"four", "three", "tw", "one"}) {
		t.Errorf("it reads %q", got)
	}
}

func TestTheFirstLineIsRead(t *testing.T) {
	l := linesAt(filepath.Join(t.TempDir(), "history.jsonl"))
	for content, want := range map[string]string{"one\ntwo\n": "one", "on": "", "": "", strings.Repeat("x", 100) + "\n": ""} {
		check.Must(t, os.WriteFile(l.Path, []byte(content), 0o600))
		got, err := l.First(50)
		check.Must(t, err)
		if string(got) != want {
			t.Errorf("of %q the first line is %q", content, got)
		}
	}
}

// Several goroutines append while another repeatedly removes the oldest lines.
func TestNothingIsLostWhileTheFileIsRewritten(t *testing.T) {
	l := linesAt(filepath.Join(t.TempDir(), "history.jsonl"))
	const writers, each = 4, 50
	var dropped [][]byte
	var writing, pruning sync.WaitGroup
	ctx, stop := context.WithCancel(t.Context())
	pruning.Go(func() {
		for ctx.Err() == nil {
			_ = l.Rewrite(ctx, func(content []byte) []byte {
				first, rest, _ := bytes.Cut(content, []byte{'\n'})
				if len(first) > 0 {
					dropped = append(dropped, bytes.Clone(first))
				}
				return rest
			})
		}
	})
	for w := range writers {
		writing.Go(func() {
			for i := range each {
				again, busy := true, (*Error)(nil)
				for again { // as the lock is not given in turn, it may be had by others for too long
					_, err := linesAt(l.Path).Append(t.Context(), fmt.Appendf(nil, "%d-%d", w, i))
					again = errors.As(err, &busy) && busy.Kind == KindBusy
					if err != nil && !again {
						t.Error(err)
					}
				}
			}
		})
	}
	writing.Wait()
	stop()
	pruning.Wait()
	if got := len(backwards(t, l)) + len(dropped); got != writers*each {
		t.Errorf("%d lines are left or were dropped, want %d", got, writers*each)
	}
}

func TestAPipeInPlaceOfTheFileIsNotWaitedFor(t *testing.T) {
	l := linesAt(filepath.Join(t.TempDir(), "history.jsonl"))
	check.Must(t, os.Mkdir(l.Path, 0o700))
	_, err := l.Append(t.Context(), []byte("one"))
	assertKind(t, err, KindOccupied)
	_, err = l.Backwards(t.Context(), Mark{}, func([][]byte) bool { return true })
	assertKind(t, err, KindOccupied)
}
