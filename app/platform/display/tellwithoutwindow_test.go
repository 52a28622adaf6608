//go:build linux

package display_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/display"
	"accesskeys/app/platform/platformtest"
)

const toldTitle, toldText = "访问密钥", "No window can open: --help <b>&"

// tellAndEnd is the role of a program that cannot open its window.
func tellAndEnd() error {
	display.Tell(toldTitle, toldText)
	return nil
}

// tellIn starts a process without a terminal that calls Tell, with the given environment.
func tellIn(t *testing.T, env ...string) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run", "^TestRole$")
	cmd.Env = append(append(os.Environ(), platformtest.RoleEnv+"=tell", "DISPLAY=", "XDG_RUNTIME_DIR="), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// notifications is a fake notification server.
type notifications struct {
	fail *dbus.Error
	got  chan [2]string
}

func (n notifications) Notify(_ string, _ uint32, _, summary, body string, _ []string, _ map[string]dbus.Variant, _ int32) (uint32, *dbus.Error) {
	n.got <- [2]string{summary, body}
	return 1, n.fail
}

func TestFailureIsToldByTheDesktop(t *testing.T) {
	dir := t.TempDir()
	told := filepath.Join(dir, "told")
	for name, script := range map[string]string{"kdialog": "exit 1", "xmessage": "printf %s \"$2\" >" + told} {
		check.Must(t, os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700))
	}
	bus := platformtest.NewBus(t)
	conn := bus.Join(t)
	n := notifications{got: make(chan [2]string, 1)}
	const name, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
	check.Must(t, conn.Export(n, path, name))
	_, err := conn.RequestName(name, dbus.NameFlagDoNotQueue)
	check.Must(t, err)

	tellIn(t, "DBUS_SESSION_BUS_ADDRESS="+bus.Address, "PATH="+dir)
	if got := <-n.got; got != [2]string{toldTitle, toldText} {
		t.Errorf("the desktop was told %q", got)
	}
	if _, err := os.Stat(told); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it was told twice: %v", err)
	}

	n.fail = dbus.MakeFailedError(errors.New("no room"))
	check.Must(t, conn.Export(n, path, name))
	tellIn(t, "DBUS_SESSION_BUS_ADDRESS="+bus.Address, "PATH="+dir)
	if got, err := os.ReadFile(told); err != nil || string(got) != toldText {
		t.Errorf("the first program that works was told %q, %v", got, err)
	}
	tellIn(t, "DBUS_SESSION_BUS_ADDRESS=", "PATH=") // there is nothing to show it, so Tell must return at once
}
