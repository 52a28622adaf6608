//go:build unix

package e2e

import (
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"accesskeys/client/demo"
)

// again starts the program another time. That process must end by itself with status 0 and say why.
func (d *desk) again(args ...string) {
	d.t.Helper()
	cmd := d.command(program, args...)
	log := &logBuffer{}
	cmd.Stdout, cmd.Stderr = log, log
	must(d.t, cmd.Start())
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	d.wait("the second start to end", func() bool { return len(ended) > 0 })
	if err := <-ended; err != nil || !strings.Contains(log.String(), "open already") {
		d.t.Errorf("the second start ended with %v and said %q", err, log)
	}
}

func TestSecondStartBringsTheWindowUp(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	r := d.open()
	r.settled()
	r.wait("the window in front", r.window.InFront)

	must(t, r.window.Minimize())
	r.wait("the window to be minimised", func() bool { return !r.window.OnScreen() })
	d.again()
	r.wait("the minimised window in front", r.window.InFront)

	other := d.open("--demo")
	other.waitKeys(1)
	other.wait("the demo in front", other.window.InFront)
	d.again()
	r.wait("the covered window in front", r.window.InFront)

	onDemo := d.open("--demo")
	onDemo.wait("a second demo", onDemo.window.InFront)
	r.press("ctrl+q") // to what is in front
	onDemo.waitEnd()
}

func TestSecondStartPassesItsServerOn(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, false)
	r := d.open()
	blank := r.settled()
	d.again("--server", s.URL())
	must(t, r.window.Changed(blank.Rect, blank, patience))
	r.wait("the window in front", r.window.InFront)
	r.typeIn(s.Credentials().KeyID) // the keyboard is where something is missing
	r.press("Tab")
	r.typeIn(s.Credentials().Secret.Reveal())
	r.press("Return")
	r.waitKeys(1)
}

func TestStartBesideOneThatHangs(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	hung := d.open()
	hung.settled()
	must(t, hung.cmd.Process.Signal(syscall.SIGSTOP))
	d.open().settled()
	must(t, hung.cmd.Process.Signal(syscall.SIGCONT))
}

func TestStartAfterACrash(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	r := d.open()
	must(t, r.cmd.Process.Kill())
	<-r.ended
	r = d.open()
	r.settled()
	d.again()
	r.wait("the window in front", r.window.InFront)
	r.press("ctrl+q")
	r.waitEnd()
	left, err := exec.Command("find", d.home, "-name", "*.sock").Output()
	must(t, err)
	if len(left) != 0 {
		t.Errorf("it left %s", left)
	}
}
