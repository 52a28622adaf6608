//go:build linux

package process_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/platformtest"
	"accesskeys/app/platform/process"
)

// waitForEnd waits for a signal, after another part of the process has begun to listen as well, and prints which it
// was and how many the other part got.
func waitForEnd() error {
	e := process.NewEndSignals()
	ctx := e.Context(context.Background())
	e.Expect()
	other := make(chan os.Signal, 10)
	go signal.Notify(other, syscall.SIGINT, syscall.SIGTERM)
	e.TakeBack()
	fmt.Println("ready")
	<-ctx.Done()
	fmt.Println(context.Cause(ctx), len(other))
	return nil
}

func TestEndSignals(t *testing.T) {
	if signal.Ignored(syscall.SIGHUP) { // as with nohup; child processes would ignore it too
		signal.Notify(make(chan os.Signal, 1), syscall.SIGHUP)
	}
	for _, test := range []struct {
		name, ignored string
		sent          []os.Signal
		want          string
	}{
		{"SIGINT", "", []os.Signal{syscall.SIGINT}, "interrupt 0"},
		{"SIGTERM", "", []os.Signal{syscall.SIGTERM}, "terminated 0"},
		{"SIGHUP", "", []os.Signal{syscall.SIGHUP}, "hangup 0"},
		{"nohup", "HUP", []os.Signal{syscall.SIGHUP, syscall.SIGTERM}, "terminated 0"},
		{"background job", "HUP INT", []os.Signal{syscall.SIGINT, syscall.SIGHUP, syscall.SIGTERM}, "terminated 0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			cmd := exec.CommandContext(t.Context(), "sh", "-c",
				`for s in $0; do trap "" $s; done; exec /proc/`+fmt.Sprint(os.Getpid())+`/exe -test.run='^TestRole$'`, test.ignored)
			cmd.Env = append(os.Environ(), platformtest.RoleEnv+"=wait for the end", "GORACE=atexit_sleep_ms=0")
			out, err := cmd.StdoutPipe()
			check.Must(t, err)
			check.Must(t, cmd.Start())
			lines := bufio.NewReader(out)
			for line := ""; line != "ready\n"; {
				line, err = lines.ReadString('\n')
				check.Must(t, err)
			}
			for _, s := range test.sent {
				check.Must(t, cmd.Process.Signal(s))
			}
			said, err := io.ReadAll(lines)
			check.Must(t, err)
			check.Must(t, cmd.Wait())
			if got, _, _ := strings.Cut(string(said), "\n"); got != test.want {
				t.Errorf("it said %q, want %q", got, test.want)
			}
		})
	}
}

// TestRole is not a test but what the processes of the tests above do.
func TestRole(t *testing.T) {
	platformtest.Play(t, map[string]func() error{"wait for the end": waitForEnd})
}
