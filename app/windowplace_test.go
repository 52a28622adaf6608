package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWindowPlaceOutlivesTheProcess(t *testing.T) {
	dir := t.TempDir()
	place := WindowPlace{Width: 900, Height: 600, Placed: true, X: -40, Y: 20, Top: 18, Maximized: true}
	first := New(Config{Dir: dir})
	first.Settings.SetWindow(place)
	must(t, first.Settings.Save())
	equal(t, "next", New(Config{Dir: dir}).Settings.Get().Window, place)
}

func TestTrialRemembersNoWindow(t *testing.T) {
	dir := t.TempDir()
	trial := New(Config{Dir: dir, Ephemeral: true})
	trial.Settings.SetWindow(WindowPlace{Width: 900, Height: 600})
	must(t, trial.Settings.Save())
	equal(t, "next", New(Config{Dir: dir}).Settings.Get().Window, WindowPlace{})
}

func TestImpossibleWindowPlace(t *testing.T) {
	for content, want := range map[string]WindowPlace{
		`{"window":{"width":0,"height":0,"maximized":true}}`:                                {Maximized: true},
		`{"window":{"width":-1,"height":600}}`:                                              {},
		`{"window":{"width":900,"height":1000000000}}`:                                      {},
		`{"window":{"width":900,"height":600,"placed":true,"x":9999999,"y":0}}`:             {Width: 900, Height: 600},
		`{"window":{"width":900,"height":600,"placed":true,"top":-5}}`:                      {Width: 900, Height: 600},
		`{"window":{"width":900,"height":600,"placed":true,"x":-100,"y":3,"top":20}}`:       {Width: 900, Height: 600, Placed: true, X: -100, Y: 3, Top: 20},
		`{"window":{"width":900,"height":600,"placed":false,"x":1,"y":1,"maximized":true}}`: {Width: 900, Height: 600, Maximized: true},
	} {
		dir := t.TempDir()
		must(t, os.WriteFile(filepath.Join(dir, "settings.json"), []byte(content), 0o600))
		equal(t, content, New(Config{Dir: dir}).Settings.Get().Window, want)
	}
}
