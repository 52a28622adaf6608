package store

import (
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/app/apptest/check"
)

// content is the type that the tests store.
type content struct {
	Text string `json:"text"`
}

func fileAt(path string) File { return File{Path: path, Log: slog.New(slog.DiscardHandler)} }

// assertHolds fails unless the file has that text.
func assertHolds(t *testing.T, path, text string) {
	t.Helper()
	b, err := os.ReadFile(path)
	check.Must(t, err)
	var c content
	check.Must(t, json.Unmarshal(b, &c))
	if c.Text != text {
		t.Errorf("%s holds %q, want %q", path, c.Text, text)
	}
}

// assertKind fails unless err is an Error of that kind that names no temporary file.
func assertKind(t *testing.T, err error, kind Kind) {
	t.Helper()
	e, ok := err.(*Error)
	if !ok {
		t.Fatalf("got %v, want an Error of kind %s", err, kind)
	}
	if e.Kind != kind {
		t.Errorf("kind %s, want %s: %v", e.Kind, kind, err)
	}
	if filepath.Ext(e.Path) == ".tmp" {
		t.Errorf("it names a temporary file: %s", e.Path)
	}
}

// assertNoTemporary fails if a temporary file was left.
func assertNoTemporary(t *testing.T, dir string) {
	t.Helper()
	check.Must(t, filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if filepath.Ext(path) == ".tmp" {
			t.Errorf("left behind: %s", path)
		}
		return err
	}))
}

func TestWhatWasWrittenIsRead(t *testing.T) {
	f := fileAt(filepath.Join(t.TempDir(), "new", "settings.json"))
	check.Must(t, f.Write(content{"one"}))
	check.Must(t, f.Write(content{"two"}))
	var c content
	found, err := f.Read(&c)
	check.Must(t, err)
	if !found || c.Text != "two" {
		t.Errorf("read %v, %q", found, c.Text)
	}
	assertNoTemporary(t, filepath.Dir(f.Path))
	check.Must(t, f.Remove())
	check.Must(t, f.Remove()) // there is none
	found, err = f.Read(&c)
	check.Must(t, err)
	if found {
		t.Error("read after it was removed")
	}
}

// An empty file and null count as corrupt, like a file that is cut off.
func TestCorruptFileIsKeptAsideAndCountsAsNone(t *testing.T) {
	for name, text := range map[string]string{"empty": "", "null": "null\n", "cut off": `{"text":"a`, "wrong type": `["a"]`} {
		t.Run(name, func(t *testing.T) {
			f := fileAt(filepath.Join(t.TempDir(), "settings.json"))
			told := 0
			f.Corrupt = func() { told++ }
			check.Must(t, os.WriteFile(f.Path, []byte(text), 0o600))
			found, err := f.Read(&content{})
			check.Must(t, err)
			if found || told != 1 {
				t.Errorf("found %v, told %d times", found, told)
			}
			aside, _ := filepath.Glob(f.Path + ".corrupt-*")
			if len(aside) != 1 {
				t.Fatalf("kept aside: %v", aside)
			}
			if kept, _ := os.ReadFile(aside[0]); string(kept) != text {
				t.Errorf("kept %q", kept)
			}
		})
	}
}

func TestValuesOfTheWrongTypeAreSkippedWherePartial(t *testing.T) {
	f := fileAt(filepath.Join(t.TempDir(), "settings.json"))
	f.Partial = true
	check.Must(t, os.WriteFile(f.Path, []byte(`{"text":"a","number":"b"}`), 0o600))
	var v struct {
		Text   string `json:"text"`
		Number int    `json:"number"`
	}
	found, err := f.Read(&v)
	check.Must(t, err)
	if !found || v.Text != "a" {
		t.Errorf("found %v, %+v", found, v)
	}
}

func TestWhatIsNotJSONIsNotWritten(t *testing.T) {
	f := fileAt(filepath.Join(t.TempDir(), "settings.json"))
	check.Must(t, f.Write(content{"before"}))
	if err := f.Write(func() {}); err == nil {
		t.Error("no error")
	}
	assertHolds(t, f.Path, "before")
}

func TestNothingIsWrittenThatCouldNotBeRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file.json")
	check.Must(t, fileAt(path).Write(content{Text: "before"}))
	err := fileAt(path).Write(content{Text: strings.Repeat("x", MaxSize)})
	assertKind(t, err, KindOther)
	if !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v", err)
	}
	assertHolds(t, path, "before")
}
