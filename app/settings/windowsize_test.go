package settings

import (
	"log/slog"
	"os"
	"path/filepath"
	"testing"

	"accesskeys/app/apptest/check"
)

func TestWindowSizeOutlivesTheProcess(t *testing.T) {
	dir := t.TempDir()
	size := WindowSize{Width: 900, Height: 600, Maximized: true}
	first := opened(dir)
	first.SetWindow(size)
	check.Must(t, first.Save())
	check.Equal(t, "next", opened(dir).Get().Window, size)
}

func TestTrialRemembersNoWindow(t *testing.T) {
	dir := t.TempDir()
	trial := Open("", slog.New(slog.DiscardHandler))
	trial.SetWindow(WindowSize{Width: 900, Height: 600})
	check.Must(t, trial.Save())
	check.Equal(t, "next", opened(dir).Get().Window, WindowSize{})
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
		check.Must(t, os.WriteFile(filepath.Join(dir, "settings.json"), []byte(content), 0o600))
		check.Equal(t, content, opened(dir).Get().Window, want)
	}
}
