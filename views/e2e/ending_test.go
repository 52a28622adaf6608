//go:build unix

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// ending is a way in which the program can be made to end.
type ending struct {
	copies  string // the keys that copy something before it
	display bool   // the display is still there afterwards
	end     func(r *running) error
}

func bySignal(s syscall.Signal) ending {
	return ending{"ctrl+c", true, func(r *running) error { return r.cmd.Process.Signal(s) }}
}

var endings = map[string]ending{
	"close":   {"ctrl+shift+c", true, func(r *running) error { return r.window.Close() }},
	"Ctrl-Q":  {"ctrl+shift+c", true, func(r *running) error { return r.display.Press("ctrl+q") }},
	"SIGINT":  bySignal(syscall.SIGINT),
	"SIGTERM": bySignal(syscall.SIGTERM),
	"SIGHUP":  bySignal(syscall.SIGHUP),
	"no X":    {"ctrl+c", false, func(r *running) error { return r.xvfb.Process.Kill() }},
	"logout":  {"ctrl+c", true, func(r *running) error { return r.signals(syscall.SIGTERM, syscall.SIGHUP, syscall.SIGTERM) }},
}

// signals sends several signals, as the end of a desktop session does.
func (r *running) signals(all ...os.Signal) error {
	for _, s := range all {
		if err := r.cmd.Process.Signal(s); err != nil {
			return err
		}
	}
	return nil
}

// TestEveryWayOut ends the program in each possible way. E2E_ENDINGS sets how often; the default is once.
func TestEveryWayOut(t *testing.T) {
	if signal.Ignored(syscall.SIGHUP) { // under nohup the program would ignore it too
		signal.Notify(make(chan os.Signal, 1), syscall.SIGHUP)
	}
	times := 1
	if n, err := strconv.Atoi(os.Getenv("E2E_ENDINGS")); err == nil {
		times = n
	}
	for name, way := range endings {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, true)
			sum := &tally{}
			defer func() { t.Log(sum) }()
			for range times {
				sum.add(d.tryEnding(way))
				if !way.display {
					d.startDisplay("1400x900")
				}
			}
		})
	}
}

// tryEnding starts the demo, leaves a secret in the keyring and something on the clipboard, and ends it.
func (d *desk) tryEnding(way ending) (r *running, hung bool) {
	d.t.Helper()
	must(d.t, d.display.ManageClipboard())
	r = d.open("--demo")
	r.waitKeys(1)
	r.press("Home", "Down", "Return")
	r.wait("the secret in the keyring", func() bool { return d.keeps() != "" })
	r.press(way.copies)
	r.wait("something on the clipboard", func() bool { return d.clipboard() != "" })
	copied := d.clipboard()

	must(d.t, way.end(r))
	select {
	case <-r.ended:
	case <-time.After(patience):
		d.t.Error("it did not end")
		must(d.t, r.cmd.Process.Kill())
		<-r.ended
		return r, true
	}
	if r.err != nil {
		d.t.Errorf("it ended with %v:\n%s", r.err, r.log)
	}
	if strings.Contains(r.log.String(), "without waiting any longer") {
		d.t.Error("something of it hung")
	}
	if kept := d.keeps(); kept != "" {
		d.t.Error("the keyring keeps a secret of the demo")
	}
	if !way.display {
		return r, false
	}
	if way.copies == "ctrl+c" && d.clipboard() == copied {
		d.t.Error("the secret is still on the clipboard")
	}
	asked, err := d.display.AskedToKeep()
	must(d.t, err)
	if asked {
		d.t.Error("the clipboard manager was asked to keep what was copied")
	}
	return r, false
}

func TestEndsWhateverHangs(t *testing.T) {
	t.Parallel()
	d := newDesk(t, true)
	r := d.open("--demo")
	r.waitKeys(1)
	r.press("Home", "Down", "Return")
	r.wait("the secret in the keyring", func() bool { return d.keeps() != "" })
	for _, part := range []*exec.Cmd{d.xvfb, d.keyring} {
		must(t, part.Process.Signal(syscall.SIGSTOP))
		defer func() { must(t, part.Process.Signal(syscall.SIGCONT)) }()
	}
	must(t, r.signals(syscall.SIGTERM, syscall.SIGINT))
	r.waitEnd()
}

// keeps returns the program's entries in the keyring.
func (d *desk) keeps() string {
	all := ""
	for _, service := range []string{signInService, vaultService} {
		out, err := d.command("secret-tool", "search", "--all", "service", service).Output()
		if err == nil {
			all += string(out)
		}
	}
	return all
}

// tally counts how the program ended.
type tally struct{ starts, well, races, panics, hangs, otherwise int }

func (s *tally) add(r *running, hung bool) {
	s.starts++
	switch log := r.log.String(); {
	case hung:
		s.hangs++
	case strings.Contains(log, "DATA RACE"):
		s.races++
	case strings.Contains(log, "panic: "):
		s.panics++
	case r.err != nil:
		s.otherwise++
	default:
		s.well++
	}
}

func (s *tally) String() string {
	return fmt.Sprintf("%d starts: %d ended with status 0; %d data races, %d panics, %d hangs, %d other ends",
		s.starts, s.well, s.races, s.panics, s.hangs, s.otherwise)
}
