package e2e

import (
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/e2e/x11"
)

// Where a window has something to see only when it is done: the first row's ID, and the bare label.
var (
	firstIDArea = image.Rect(270, firstRowAt-14, 500, firstRowAt+14)
	labelArea   = image.Rect(4, 4, 60, 40)
)

// measured is a program to start, and where to look for what it shows.
type measured struct {
	name, path string
	area       image.Rectangle
}

func contenders(b *testing.B) []measured {
	b.Helper()
	bare := filepath.Join(b.TempDir(), "bare")
	must(b, build("./bare", bare))
	return []measured{{"bare", bare, labelArea}, {"app", program, firstIDArea}}
}

// remembered is a desk on which the program is signed in, so that it opens straight into the list.
func remembered(b *testing.B) (*desk, *demo.Server) { return rememberedWith(b, demo.Options{}) }

func rememberedWith(b *testing.B, o demo.Options) (*desk, *demo.Server) {
	b.Helper()
	s := backend(b, o)
	d := newDesk(b, true)
	r := d.signedIn(s)
	r.wait("the sign-in to be remembered", func() bool {
		return d.stored(signInService, account(s, s.Credentials().KeyID)) != ""
	})
	r.wait("the list to be kept", func() bool { return d.keptList() != "" })
	r.press("ctrl+q")
	r.waitEnd()
	return d, s
}

// BenchmarkStart takes the time from exec until what the window is for can be seen.
func BenchmarkStart(b *testing.B) {
	d, _ := remembered(b)
	for _, m := range contenders(b) {
		b.Run(m.name, func(b *testing.B) {
			for b.Loop() {
				cmd, _ := d.see(b, m)
				b.StopTimer()
				end(b, cmd)
				b.StartTimer()
			}
		})
	}
}

// BenchmarkFirstRows is BenchmarkStart with few keys, with as many as one person could ever have, and with a server
// that takes its time: all that comes between is the list's way and the work on it.
func BenchmarkFirstRows(b *testing.B) {
	for _, c := range []struct {
		keys  int
		delay time.Duration
	}{{2, 0}, {10000, 0}, {2, time.Second}} {
		b.Run(fmt.Sprintf("%d keys %s away", c.keys, c.delay), func(b *testing.B) {
			d, s := rememberedWith(b, demo.Options{Keys: c.keys})
			s.SetFaults(demo.Faults{Delay: c.delay})
			for b.Loop() {
				cmd, _ := d.see(b, measured{"app", program, firstIDArea})
				b.StopTimer()
				end(b, cmd)
				b.StartTimer()
			}
		})
	}
}

// BenchmarkIdle tells the proportional memory 5 s after the start, and then the share of a core used
// over 10 s in which nothing happens.
func BenchmarkIdle(b *testing.B) {
	d, _ := remembered(b)
	for _, m := range contenders(b) {
		b.Run(m.name, func(b *testing.B) {
			for b.Loop() {
				cmd, _ := d.see(b, m)
				time.Sleep(5 * time.Second)
				b.ReportMetric(float64(pss(b, cmd.Process.Pid))/1024, "MiB-PSS")
				before := cpuTime(b, cmd.Process.Pid)
				time.Sleep(10 * time.Second)
				b.ReportMetric(100*(cpuTime(b, cmd.Process.Pid)-before).Seconds()/10, "%-of-a-core")
				end(b, cmd)
			}
		})
	}
}

// BenchmarkShow takes the time from the click on Show, with the secret in the keyring, to the secret's
// pixels: of the first click after the start, and of later ones (their median).
func BenchmarkShow(b *testing.B) {
	d, s := remembered(b)
	d.revealOnce(b, s)
	app := contenders(b)[1]
	rows := enabledRows(s)
	for b.Loop() {
		cmd, w := d.see(b, app)
		first := toggle(b, w, rows[0])
		var later []time.Duration
		for range 5 {
			toggle(b, w, rows[0])
			later = append(later, toggle(b, w, rows[0]), toggle(b, w, rows[1]))
			toggle(b, w, rows[1])
		}
		slices.Sort(later)
		b.ReportMetric(float64(first.Microseconds())/1000, "ms-first")
		b.ReportMetric(float64(later[len(later)/2].Microseconds())/1000, "ms-later")
		end(b, cmd)
	}
}

// enabledRows are the rows whose secrets are measured: two enabled keys.
func enabledRows(s *demo.Server) []int {
	var rows []int
	for i, k := range listed(s) {
		if k.State == client.StateEnabled {
			rows = append(rows, i)
		}
	}
	return rows[:2]
}

// revealOnce has those secrets fetched, so that the keyring holds them.
func (d *desk) revealOnce(b *testing.B, s *demo.Server) {
	r := d.open()
	r.waitKeys(1)
	for _, row := range enabledRows(s) {
		id := r.choose(s, listed(s)[row].ID)
		r.press("Return")
		r.wait("the secret in the keyring", func() bool { return d.stored(vaultService, account(s, id)) != "" })
	}
	r.press("ctrl+q")
	r.waitEnd()
}

// see starts a program and returns when it can be seen to be ready.
func (d *desk) see(b *testing.B, m measured) (*exec.Cmd, *x11.Window) {
	cmd := d.command(m.path)
	cmd.Stderr = &logBuffer{}
	must(b, cmd.Start())
	var window *x11.Window
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		if window == nil {
			window, _ = d.display.Window(cmd.Process.Pid)
			continue
		}
		if picture, err := window.Part(m.area); err == nil && inked(picture) {
			return cmd, window
		}
	}
	b.Fatalf("%s showed nothing", m.name)
	return nil, nil
}

// inked tells whether there is text in a picture: something in strong contrast to its corner.
func inked(p *image.RGBA) bool {
	for i := 0; i < len(p.Pix); i += 4 {
		if d := int(p.Pix[i]) - int(p.Pix[0]); d > 96 || d < -96 {
			return true
		}
	}
	return false
}

// end stops a program, which must not take long: a hang is reported with where it hangs.
func end(b *testing.B, cmd *exec.Cmd) {
	must(b, cmd.Process.Signal(syscall.SIGTERM))
	hung := time.AfterFunc(patience, func() { _ = cmd.Process.Signal(syscall.SIGQUIT) })
	_ = cmd.Wait() // the bare window knows no signals
	if !hung.Stop() {
		b.Fatalf("the program did not end:\n%s", cmd.Stderr)
	}
}

// toggle clicks a row's Show or Hide and takes the time until the secret's pixels change.
func toggle(b *testing.B, w *x11.Window, row int) time.Duration {
	at := rowAt(row, showX)
	must(b, w.Point(at))
	_, err := w.Still(150*time.Millisecond, patience)
	must(b, err)
	before, err := w.Part(secretArea(row))
	must(b, err)
	start := time.Now()
	must(b, w.Click(at, x11.Left))
	must(b, w.Changed(secretArea(row), before, patience))
	return time.Since(start)
}

// pss is a process's proportional set size in KiB: its memory, with what it shares shared out.
func pss(b *testing.B, pid int) int {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	must(b, err)
	for line := range strings.Lines(string(data)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "Pss:" {
			kib, err := strconv.Atoi(fields[1])
			must(b, err)
			return kib
		}
	}
	b.Fatal("no PSS in smaps_rollup")
	return 0
}

// cpuTime is what a process has used of the processor.
func cpuTime(b testing.TB, pid int) time.Duration {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	must(b, err)
	fields := strings.Fields(string(data[strings.LastIndexByte(string(data), ')')+1:]))
	var ticks int
	for _, f := range fields[11:13] { // utime and stime, in hundredths of a second
		n, err := strconv.Atoi(f)
		must(b, err)
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}
