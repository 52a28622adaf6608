package e2e

import (
	"bytes"
	"image"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"

	"accesskeys/views/e2e/x11"
)

// running is the program, in its window.
type running struct {
	*desk
	cmd    *exec.Cmd
	log    *logBuffer
	window *x11.Window
	ended  chan struct{}
	err    error // how it ended
}

// open starts the program and waits for its window.
func (d *desk) open(args ...string) *running {
	d.t.Helper()
	r := &running{desk: d, log: &logBuffer{}, ended: make(chan struct{})}
	r.cmd = d.command(program, append([]string{"--log-level", "debug"}, args...)...)
	r.cmd.Stdout, r.cmd.Stderr = r.log, r.log
	r.begin()
	return r
}

// begin starts the program and waits for its window.
func (r *running) begin() {
	r.t.Helper()
	must(r.t, r.cmd.Start())
	go func() {
		r.err = r.cmd.Wait()
		close(r.ended)
	}()
	r.t.Cleanup(r.stop)
	r.waitFor("the window", allPatience, func() bool {
		w, err := r.display.Window(r.cmd.Process.Pid)
		r.window = w
		return err == nil
	})
	must(r.t, r.window.Focus())
}

// stop ends the program if it is still there, and reports what it logged if the test failed.
func (r *running) stop() {
	if r.t.Failed() {
		r.t.Logf("the program's log:\n%s", r.log)
		keep(r.t, ".log", []byte(r.log.String()))
		r.keepPicture()
	}
	_ = r.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-r.ended:
	case <-time.After(patience):
		_ = r.cmd.Process.Kill()
		r.t.Error("the program did not end at SIGTERM")
	}
	if strings.Contains(r.log.String(), "DATA RACE") {
		r.t.Errorf("a data race:\n%s", r.log)
	}
}

func (r *running) press(chords ...string) {
	r.t.Helper()
	for _, c := range chords {
		must(r.t, r.display.Press(c))
	}
}

func (r *running) typeIn(text string) {
	r.t.Helper()
	must(r.t, r.display.Type(text))
}

func (r *running) click(at image.Point) {
	r.t.Helper()
	must(r.t, r.window.Click(at, x11.Left))
}

// settled waits until the window is still, and returns its picture.
func (r *running) settled() *image.RGBA {
	r.t.Helper()
	p, err := r.window.Still(150*time.Millisecond, allPatience)
	must(r.t, err)
	return p
}

// doublePress is longer than what makes two presses of a key one double press, or comes too soon on a new page.
const doublePress = 550 * time.Millisecond

// rested is settled, but waits long enough that the next press counts as meant for what is shown.
func (r *running) rested() *image.RGBA {
	r.t.Helper()
	p, err := r.window.Still(doublePress, allPatience)
	must(r.t, err)
	return p
}

// waitLog waits until the program has logged something a number of times.
func (r *running) waitLog(what string, times int) {
	r.t.Helper()
	r.wait("the log line "+what, func() bool { return strings.Count(r.log.String(), what) >= times })
}

// waitKeys waits until a list is on screen, the nth since the start.
func (r *running) waitKeys(nth int) {
	r.t.Helper()
	r.waitLog("keys on screen", nth)
	r.settled()
}

// waitEnd waits until the program has ended with status 0.
func (r *running) waitEnd() {
	r.t.Helper()
	select {
	case <-r.ended:
		if r.err != nil {
			r.t.Fatalf("the program ended with %v", r.err)
		}
	case <-time.After(patience):
		r.t.Fatal("the program did not end")
	}
}

// logBuffer keeps what the program prints.
type logBuffer struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (b *logBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.all.Write(p)
}

func (b *logBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.all.String()
}
