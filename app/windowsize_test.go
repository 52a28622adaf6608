package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWindowSizeOutlivesTheProcess(t *testing.T) {
	dir := t.TempDir()
	size := WindowSize{Width: 900, Height: 600, Maximized: true}
	first := New(Config{Dir: dir})
	first.SetWindow(size)
	must(t, first.Save())
	equal(t, "next", New(Config{Dir: dir}).Settings().Window, size)
}

func TestTrialRemembersNoWindow(t *testing.T) {
	dir := t.TempDir()
	trial := New(Config{Dir: dir, Ephemeral: true})
	trial.SetWindow(WindowSize{Width: 900, Height: 600})
	must(t, trial.Save())
	equal(t, "next", New(Config{Dir: dir}).Settings().Window, WindowSize{})
}

func TestImpossibleWindowSize(t *testing.T) {
	for content, want := range map[string]WindowSize{
		`{"window":{"width":0,"height":0,"maximized":true}}`: {Maximized: true},
		`{"window":{"width":-1,"height":600}}`:               {},
		`{"window":{"width":900,"height":1000000000}}`:       {},
		// Earlier versions remembered where it was, too.
		`{"window":{"width":900,"height":600,"placed":true,"x":-100,"y":3,"top":20,"maximized":true}}`: {Width: 900, Height: 600, Maximized: true},
	} {
		dir := t.TempDir()
		must(t, os.WriteFile(filepath.Join(dir, "settings.json"), []byte(content), 0o600))
		equal(t, content, New(Config{Dir: dir}).Settings().Window, want)
	}
}
