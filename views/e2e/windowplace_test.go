package e2e

import (
	"encoding/json"
	"image"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"accesskeys/app"
)

// area is where the window is now.
func (r *running) area() image.Rectangle {
	r.t.Helper()
	w, err := r.display.Window(r.cmd.Process.Pid)
	must(r.t, err)
	r.window = w
	return w.Area()
}

// putAt moves and resizes the window from outside, and returns where it is then.
func (r *running) putAt(x, y, width, height int) image.Rectangle {
	r.t.Helper()
	must(r.t, r.window.Resize(width, height))
	r.wait("the new size", func() bool { return r.area().Size() == image.Pt(width, height) })
	before := r.area().Min
	must(r.t, r.window.Move(x, y))
	r.wait("the new place", func() bool { return r.area().Min != before })
	r.settled()
	return r.area()
}

// kept is what the program has remembered of its window.
func (d *desk) kept() app.WindowPlace { return d.remembered().Window }

// remembered is what the program's settings file says.
func (d *desk) remembered() (s app.Settings) {
	d.t.Helper()
	content, err := os.ReadFile(filepath.Join(d.home, "config", "access-keys", "settings.json"))
	if err == nil {
		must(d.t, json.Unmarshal(content, &s))
	}
	return s
}

func TestWindowOpensWhereItWas(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	r := d.open()
	if size := r.area().Size(); size != image.Pt(1221, 700) {
		t.Errorf("the first time it is of size %v", size)
	}
	want := r.putAt(90, 70, 1003, 601)
	for range 5 { // it must not creep by its frame
		r.press("ctrl+q")
		r.waitEnd()
		r = d.open()
		r.settled()
		if got := r.area(); got != want {
			t.Fatalf("it opens at %v, want %v", got, want)
		}
	}
}

func TestWindowPlaceIsKeptHoweverItEnds(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	r := d.open()
	for i, end := range []func() error{
		func() error { return r.window.Close() },
		func() error { return r.cmd.Process.Signal(syscall.SIGTERM) },
		func() error { return r.cmd.Process.Signal(syscall.SIGINT) },
		func() error { // nothing tells the program, which keeps the place when the pointer has moved over the window
			at := r.area().Min
			must(t, r.window.Point(image.Pt(200, 200)))
			r.wait("the place to be kept", func() bool { return d.kept().X == at.X && d.kept().Y == at.Y })
			return r.cmd.Process.Kill()
		},
	} {
		want := r.putAt(40+30*i, 50+20*i, 900+10*i, 560)
		must(t, end())
		<-r.ended
		r = d.open()
		r.settled()
		if got := r.area(); got != want {
			t.Errorf("end %d: it opens at %v, want %v", i, got, want)
		}
	}
}

func TestMaximisedWindowOpensMaximised(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	r := d.open()
	must(t, r.window.Maximize()) // sooner than its place is kept
	r.wait("the window to fill the screen", func() bool { return r.area().Dx() >= 1390 })
	r.press("ctrl+q")
	r.waitEnd()
	r = d.open()
	r.wait("the window to fill the screen again", func() bool { return r.area().Dx() >= 1390 })
	r.settled()
	must(t, r.window.Unmaximize())
	r.wait("the first size", func() bool { return r.area().Size() == image.Pt(1221, 700) })

	normal := r.putAt(90, 70, 1003, 601)
	r.wait("the place to be kept", func() bool { return d.kept().X == normal.Min.X && d.kept().Y == normal.Min.Y })
	must(t, r.window.Maximize())
	r.wait("the window to fill the screen", func() bool { return r.area().Dx() >= 1390 })
	r.settled()
	r.press("ctrl+q")
	r.waitEnd()
	r = d.open()
	r.wait("the window to fill the screen again", func() bool { return r.area().Dx() >= 1390 })
	r.settled()
	must(t, r.window.Unmaximize())
	r.wait("the former place", func() bool { return r.area() == normal })
}

func TestWindowOpensWithinReach(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	r := d.open()
	r.putAt(800, 500, 1100, 600)
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
	r.putAt(90, 70, 1230, 650)
	r.press("ctrl+q")
	r.waitEnd()
	if kept := d.kept(); kept != (app.WindowPlace{}) {
		t.Errorf("it kept %+v", kept)
	}
}
