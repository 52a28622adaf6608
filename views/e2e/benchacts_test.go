package e2e

import (
	"image"
	"os/exec"
	"testing"
	"time"

	"accesskeys/views/e2e/x11"
)

// Areas of the window that change only when it has opened, or when an act is done.
var (
	firstIDArea  = image.Rect(270, firstRowAt-14, 500, firstRowAt+14)
	demoIDArea   = firstIDArea.Add(image.Pt(0, 37)) // below the line that tells which keys expire soon
	labelArea    = image.Rect(4, 4, 60, 40)
	twoRowsArea  = image.Rect(262, firstRowAt-27, 1190, firstRowAt+2*rowPitch-31)
	questionArea = image.Rect(400, 200, 820, 500)
	wholeWindow  = image.Rect(0, 0, 1221, 700)
)

// opened is a program that was started, with its window.
type opened struct {
	*contender
	cmd      *exec.Cmd
	window   *x11.Window
	frames   *x11.Frames
	idleFrom time.Duration // of the processor
}

func (c *contender) open(b *testing.B) *opened {
	cmd, window, _, _ := c.desk.timed(b, c.measured)
	frames, err := window.Frames()
	must(b, err)
	must(b, window.Focus())
	return &opened{contender: c, cmd: cmd, window: window, frames: frames}
}

const (
	calm  = 150 * time.Millisecond // without a frame, after which an act is done
	often = 4                      // repetitions of each act in a round
)

// use carries out typical acts of users, and measures the time of each.
func (o *opened) use(b *testing.B, results samples) {
	if o.rows == nil {
		o.useWindow(b, results)
		return
	}
	for i := range often {
		for j, row := range o.rows {
			show := showLater
			if i+j == 0 {
				show = showFirst
			}
			o.click(b, results, show, row)
			o.click(b, results, hide, row)
		}
	}
	for range often {
		o.reload(b, results)
	}
	o.useWindow(b, results)
	if o.server != nil {
		o.useList(b, results)
	}
}

// useWindow has the window painted again.
func (o *opened) useWindow(b *testing.B, results samples) {
	for range often {
		o.frames.Rest(calm)
		before := cpuTime(b, o.cmd.Process.Pid)
		started := time.Now()
		must(b, o.window.Spoil())
		at, ok := o.frames.Next(patience)
		if !ok {
			b.Fatalf("%s was not painted again", o.name)
		}
		results.add(o.name, repaint, millis(at.Sub(started)))
		results.add(o.name, repaintCPU, millis(cpuTime(b, o.cmd.Process.Pid)-before))
	}
}

// useList carries out the acts that need the program's list.
func (o *opened) useList(b *testing.B, results samples) {
	d := o.desk.display
	press := func(chord string) func() error { return func() error { return d.Press(chord) } }
	must(b, d.Press("Home"))
	o.frames.Rest(calm)
	for range often {
		o.act(b, results, arrow, twoRowsArea, press("Down"))
		o.act(b, results, arrow, twoRowsArea, press("Up"))
	}
	for i := range often {
		measure := question
		if i == 0 {
			measure = questionFirst
		}
		o.act(b, results, measure, questionArea, press("Delete"))
		must(b, d.Press("Escape"))
		o.frames.Rest(calm)
	}
	must(b, d.Press("ctrl+f"))
	o.frames.Rest(calm)
	for _, text := range []string{"a", "k"} {
		o.act(b, results, filterKey, wholeWindow, func() error { return d.Type(text) })
	}
	for _, chord := range []string{"Escape", "Home"} { // back to the list, on its first key
		must(b, d.Press(chord))
		o.frames.Rest(calm)
	}
}

// click clicks a row's Show or Hide.
func (o *opened) click(b *testing.B, results samples, measure string, row int) {
	at := rowAt(row, showX)
	must(b, o.window.Point(at))
	o.frames.Rest(doublePress) // or Hide would be the second click of a double click on Show
	o.act(b, results, measure, secretArea(row), func() error { return o.window.Click(at, x11.Left) })
}

// reload reads the list again after a key has changed.
func (o *opened) reload(b *testing.B, results samples) {
	if o.server != nil {
		k := listed(o.server)[o.rows[1]]
		change := o.other.Enable
		if k.State == "enabled" {
			change = o.other.Disable
		}
		must(b, change(b.Context(), k.ID))
	}
	o.act(b, results, reload, twoRowsArea, func() error { return o.desk.display.Press("F5") })
}

// act carries out an act, measures the time until an area looks different, and counts the frames until nothing more is
// painted.
func (o *opened) act(b *testing.B, results samples, measure string, area image.Rectangle, do func() error) {
	b.Helper()
	o.frames.Rest(calm)
	before, err := o.window.Part(area)
	must(b, err)
	started := time.Now()
	must(b, do())
	for frames := 1; ; frames++ {
		at, ok := o.frames.Next(patience)
		if !ok || time.Since(started) > patience {
			b.Fatalf("%s: %s changed nothing", o.name, measure)
		}
		now, err := o.window.Part(area)
		must(b, err)
		if string(now.Pix) != string(before.Pix) {
			results.add(o.name, measure, millis(at.Sub(started)))
			results.add(o.name, measure+framesAfter, float64(frames+o.frames.Rest(calm)))
			return
		}
	}
}
