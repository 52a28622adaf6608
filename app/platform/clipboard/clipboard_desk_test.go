//go:build linux

package clipboard

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"accesskeys/client"
)

// someTime is how long a test waits for something that must happen.
const someTime = 20 * time.Second

// desk is a user's desktop, on which other programs use the clipboard.
type desk interface {
	paste(target string) (string, error) // returns an error if the clipboard does not have the target
	targets() []string
	copy(text string)
}

// desks are the desktops on which the clipboard is tested. Each is started for the test that uses it.
func desks() map[string]func(t *testing.T) desk {
	return map[string]func(t *testing.T) desk{
		"X11":     func(t *testing.T) desk { return newX11Desk(t) },
		"Wayland": func(t *testing.T) desk { return newCompositor(t, "ext_data_control_manager_v1", "wl_seat") },
		"sway":    func(t *testing.T) desk { return newSway(t) },
	}
}

// onEveryDesk runs a test of a clipboard on each desktop, and checks that nothing of the clipboard is left afterwards.
func onEveryDesk(t *testing.T, test func(t *testing.T, c *Clipboard, d desk)) {
	for name, start := range desks() {
		t.Run(name, func(t *testing.T) {
			d := start(t)
			c := New(nil)
			test(t, c, d)
			c.Close()
			nothingRuns(t)
		})
	}
}

// alone sets the environment to that of a user without any desktop.
func alone(t *testing.T) {
	t.Helper()
	for _, name := range []string{"DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "FYNE_PLATFORM", "XAUTHORITY"} {
		t.Setenv(name, "")
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_RUNTIME_DIR", home)
}

func TestCopyPutsASecretThereWithItsMark(t *testing.T) {
	onEveryDesk(t, func(t *testing.T, c *Clipboard, d desk) {
		if !c.Marks(t.Context()) {
			t.Fatal("it can't mark")
		}
		copies(t, c, "wJalrXUtnFEMI/K7MDENG")
		for _, target := range []string{"UTF8_STRING", "STRING", "TEXT", "text/plain", "text/plain;charset=utf-8"} {
			pastes(t, d, target, "wJalrXUtnFEMI/K7MDENG")
		}
		pastes(t, d, "x-kde-passwordManagerHint", "secret")
		if slices.Contains(d.targets(), "SAVE_TARGETS") {
			t.Error("a manager is told that it may keep it")
		}
	})
}

func TestClearTakesTheSecretAway(t *testing.T) {
	onEveryDesk(t, func(t *testing.T, c *Clipboard, d desk) {
		copies(t, c, "to-be-cleared")
		clears(t, c)
		isEmpty(t, d)
		clears(t, c)
	})
}

func TestWhatAnotherProgramCopiedStays(t *testing.T) {
	onEveryDesk(t, func(t *testing.T, c *Clipboard, d desk) {
		copies(t, c, "to-be-replaced")
		d.copy("of another program")
		until(t, "the secret to be lost", func() bool { return !c.Held() })
		clears(t, c)
		pastes(t, d, "UTF8_STRING", "of another program")
		c.Close()
		pastes(t, d, "UTF8_STRING", "of another program")
	})
}

func TestCopyReplacesWhatIsThere(t *testing.T) {
	onEveryDesk(t, func(t *testing.T, c *Clipboard, d desk) {
		d.copy("of another program")
		pastes(t, d, "UTF8_STRING", "of another program")
		copies(t, c, "the first")
		copies(t, c, "the second")
		pastes(t, d, "UTF8_STRING", "the second")
		for i := range 50 { // within a few milliseconds, so that mistaken events would show
			clears(t, c)
			copies(t, c, fmt.Sprint("number ", i))
		}
		pastes(t, d, "UTF8_STRING", "number 49")
		if !c.Held() {
			t.Error("an earlier copy's end was taken for the last one's")
		}
	})
}

func TestCloseLeavesNothing(t *testing.T) {
	onEveryDesk(t, func(t *testing.T, c *Clipboard, d desk) {
		copies(t, c, "to-be-left")
		c.Close()
		isEmpty(t, d)
		if c.Held() {
			t.Error("it says that it still holds something")
		}
		if err := c.Copy(t.Context(), client.NewSecret("late")); !errors.Is(err, errClosed) {
			t.Errorf("Copy after Close: %v", err)
		}
	})
}

func TestManyAtOnce(t *testing.T) {
	onEveryDesk(t, func(t *testing.T, c *Clipboard, d desk) {
		var all sync.WaitGroup
		for worker := range 4 {
			all.Go(func() {
				for i := range 25 {
					if err := c.Copy(t.Context(), client.NewSecret(fmt.Sprint(worker, i))); err != nil {
						t.Error(err)
					}
					c.Held()
					if err := c.Clear(t.Context()); err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		isEmpty(t, d)
		copies(t, c, "the last")
		pastes(t, d, "UTF8_STRING", "the last")
	})
}

func TestWithoutADesktop(t *testing.T) {
	alone(t)
	c := New(nil)
	defer c.Close()
	if c.Marks(t.Context()) {
		t.Error("it says that it can mark")
	}
	if err := c.Copy(t.Context(), client.NewSecret("nowhere-to-go")); err == nil {
		t.Error("it says that it copied")
	}
}

func copies(t *testing.T, c *Clipboard, secret string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), someTime)
	defer cancel()
	if err := c.Copy(ctx, client.NewSecret(secret)); err != nil {
		t.Fatal(err)
	}
}

func clears(t *testing.T, c *Clipboard) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), someTime)
	defer cancel()
	if err := c.Clear(ctx); err != nil {
		t.Fatal(err)
	}
	if c.Held() {
		t.Error("it holds what it cleared")
	}
}

func pastes(t *testing.T, d desk, target, want string) {
	t.Helper()
	got, err := d.paste(target)
	if err != nil || got != want {
		t.Errorf("pasted as %s: %q, %v; want %q", target, got, err, want)
	}
}

func isEmpty(t *testing.T, d desk) {
	t.Helper()
	if got, err := d.paste("UTF8_STRING"); err == nil {
		t.Errorf("there is %q on the clipboard", got)
	}
}

// until waits until a condition is true.
func until(t *testing.T, what string, so func() bool) {
	t.Helper()
	for deadline := time.Now().Add(someTime); !so(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

// nothingRuns waits until no goroutine of a clipboard is left.
func nothingRuns(t *testing.T) {
	t.Helper()
	until(t, "the clipboard's goroutines to end", func() bool {
		stacks := make([]byte, 1<<20)
		all := string(stacks[:runtime.Stack(stacks, true)])
		return !strings.Contains(all, "Link).serve") && !strings.Contains(all, "xgb.(*Conn)")
	})
}

// program starts a program that runs until the test ends. Its output goes to out.
func program(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(cmd) })
}

// stop ends a program, and kills it if necessary.
func stop(cmd *exec.Cmd) {
	_ = cmd.Process.Signal(syscall.SIGTERM)
	late := time.AfterFunc(5*time.Second, func() { _ = cmd.Process.Kill() })
	defer late.Stop()
	_ = cmd.Wait()
}
