package e2e

import (
	"encoding/json"
	"image"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"accesskeys/app/settings"
)

// area returns the window's current rectangle.
func (r *running) area() image.Rectangle {
	r.t.Helper()
	w, err := r.display.Window(r.cmd.Process.Pid)
	must(r.t, err)
	r.window = w
	return w.Area()
}

// resize resizes the window from outside.
func (r *running) resize(width, height int) {
	r.t.Helper()
	must(r.t, r.window.Resize(width, height))
	r.wait("the new size", func() bool { return r.area().Size() == image.Pt(width, height) })
	r.settled()
}

// kept returns the window size that the program has saved.
func (d *desk) kept() settings.WindowSize { return d.remembered().Window }

// remembered returns the content of the program's settings file.
func (d *desk) remembered() (s settings.Settings) {
	d.t.Helper()
	content, err := os.ReadFile(filepath.Join(d.home, "config", "access-keys", "settings.json"))
	if err == nil {
		must(d.t, json.Unmarshal(content, &s))
	}
	return s
}

func TestWindowOpensAsLargeAsItWas(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	r := d.open()
	if size := r.area().Size(); size != image.Pt(1221, 700) {
		t.Errorf("the first time it is of size %v", size)
	}
	width := 1003
	for i, end := range []func() error{
		func() error { r.press("ctrl+q"); return nil },
		func() error { return r.window.Close() },
		func() error { return r.cmd.Process.Signal(syscall.SIGTERM) },
		func() error { return r.cmd.Process.Signal(syscall.SIGINT) },
		func() error {
			r.wait("the size to be kept", func() bool { return d.kept().Width == width })
			return r.cmd.Process.Kill()
		},
		func() error { return r.window.Close() }, // without another size: it must not grow by its frame
	} {
		if i < 5 {
			width = 1003 + 10*i
			r.resize(width, 601)
		}
		must(t, end())
		<-r.ended
		r = d.open()
		r.settled()
		if got := r.area().Size(); got != image.Pt(width, 601) {
			t.Errorf("end %d: it opens at %v", i, got)
		}
	}
}

func TestMaximisedWindowOpensMaximised(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	r := d.open()
	must(t, r.window.Maximize()) // sooner than its size is kept
	r.wait("the window to fill the screen", func() bool { return r.area().Dx() >= 1390 })
	r.press("ctrl+q")
	r.waitEnd()
	r = d.open()
	r.wait("the window to fill the screen again", func() bool { return r.area().Dx() >= 1390 })
	r.settled()
	must(t, r.window.Unmaximize())
	r.wait("the first size", func() bool { return r.area().Size() == image.Pt(1221, 700) })
}

func TestWindowOpensWithinReach(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	r := d.open()
	r.resize(1100, 640)
	r.press("ctrl+q")
	r.waitEnd()

	d.startDisplay("800x600")
	r = d.open()
	r.settled()
	if got := r.area(); !got.In(image.Rectangle{Max: d.display.Size()}) {
		t.Errorf("it opens at %v on a screen of %v", got, d.display.Size())
	}
}

func TestDemoRemembersNoWindow(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	r := d.open("--demo")
	r.waitKeys(1)
	r.resize(1230, 650)
	r.press("ctrl+q")
	r.waitEnd()
	if kept := d.kept(); kept != (settings.WindowSize{}) {
		t.Errorf("it kept %+v", kept)
	}
}
