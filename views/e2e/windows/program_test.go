//go:build wine

package windows

import (
	"cmp"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/e2e/x11"
)

// running is the program, in its window.
type running struct {
	t      *testing.T
	cmd    *exec.Cmd
	log    logFile
	window *x11.Window
	ended  chan struct{}
	err    error // how it ended
}

// backend returns the demo back end, in this process and so on Linux.
func backend(t *testing.T) *demo.Server {
	t.Helper()
	s, err := demo.Start("", demo.Options{})
	must(t, err)
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// open starts the program and waits for its window.
func open(t *testing.T, args ...string) *running {
	t.Helper()
	return openAt(t, filepath.Join(machine.dir, "access-keys.exe"), args...)
}

// openAt starts the program at a path and waits for its window.
func openAt(t *testing.T, path string, args ...string) *running {
	t.Helper()
	r := &running{t: t, log: newLogFile(t), ended: make(chan struct{})}
	r.cmd = machine.command("wine", append([]string{path, "--log-level", "debug"}, args...)...)
	r.cmd.Stdout, r.cmd.Stderr = r.log.File, r.log.File
	must(t, r.cmd.Start())
	go func() {
		r.err = r.cmd.Wait()
		close(r.ended)
	}()
	t.Cleanup(r.stop)
	wait(t, "the window", func() bool {
		w, err := machine.display.Window(r.cmd.Process.Pid)
		r.window = w
		return err == nil
	})
	must(t, r.window.Focus())
	return r
}

// stop ends the program if it is still there, and reports what it logged if the test failed.
func (r *running) stop() {
	if r.t.Failed() {
		r.t.Logf("the program's log:\n%s", r.log)
		r.keepPicture()
	}
	_ = r.cmd.Process.Kill()
	<-r.ended
}

// pictures is where pictures of the window are left, unless E2E_PICTURES names another directory.
const pictures = "../../../build/windows"

// keepPicture saves what the window shows under the name of the test, if there is a window.
func (r *running) keepPicture() {
	if r.window == nil {
		return
	}
	picture, err := r.window.Picture()
	if err != nil {
		return
	}
	dir := cmp.Or(os.Getenv("E2E_PICTURES"), pictures)
	must(r.t, os.MkdirAll(dir, 0o700))
	file, err := os.Create(filepath.Join(dir, strings.ReplaceAll(r.t.Name(), "/", "-")+".png"))
	must(r.t, err)
	defer file.Close()
	must(r.t, png.Encode(file, picture))
}

// forgetEverything has the next program start as if it were the first time.
func forgetEverything(t *testing.T) {
	t.Helper()
	dirs, err := filepath.Glob(filepath.Join(machine.prefix, "drive_c/users/*/AppData/Roaming/access-keys"))
	must(t, err)
	for _, dir := range dirs {
		must(t, os.RemoveAll(dir))
	}
}

// signedIn returns the program, signed in to a back end by hand.
func signedIn(t *testing.T, s *demo.Server) *running {
	t.Helper()
	forgetEverything(t)
	r := open(t)
	r.signIn(s)
	return r
}

// signIn signs in to a back end by hand.
func (r *running) signIn(s *demo.Server) {
	r.t.Helper()
	r.settled()
	r.typeIn(s.URL())
	r.press("Tab")
	r.typeIn(s.Credentials().KeyID)
	r.press("Tab")
	r.typeIn(s.Credentials().Secret.Reveal())
	r.press("Return")
	r.waitKeys()
}

// chooseOther selects an enabled key other than the app's own, and copies its ID to check which key is selected.
func (r *running) chooseOther(s *demo.Server) string {
	r.t.Helper()
	rows := slices.DeleteFunc(s.Keys(), func(k client.AccessKey) bool { return k.State == client.StateDeleted }) // are hidden
	row := slices.IndexFunc(rows, func(k client.AccessKey) bool {
		return k.State == client.StateEnabled && k.ID != s.Credentials().KeyID
	})
	r.press("Home")
	for range row {
		r.press("Down")
	}
	id := rows[row].ID
	r.press("ctrl+shift+c")
	wait(r.t, "the ID on the clipboard", func() bool { return clipboard(r.t).Text == id })
	r.settled()
	return id
}

func (r *running) press(chords ...string) {
	r.t.Helper()
	for _, c := range chords {
		must(r.t, machine.display.Press(c))
	}
}

func (r *running) typeIn(text string) {
	r.t.Helper()
	must(r.t, machine.display.Type(text))
}

// settled waits until the window is still, and returns its picture.
func (r *running) settled() *image.RGBA {
	r.t.Helper()
	p, err := r.window.Still(150*time.Millisecond, patience)
	must(r.t, err)
	return p
}

// waitKeys waits until a list is on screen.
func (r *running) waitKeys() {
	r.t.Helper()
	wait(r.t, "the keys on screen", func() bool { return strings.Contains(r.log.String(), "keys on screen") })
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
