//go:build linux || freebsd || netbsd || openbsd || dragonfly

package display

import (
	"context"
	"os/exec"
	"time"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/platform/sessionbus"
)

const (
	notifyLimit = 3 * time.Second // how long the desktop may take to accept a notification
	dialogLimit = time.Second     // a dialog program that runs longer than this has shown the message
)

// tell shows a desktop notification. If that fails, it runs the first available program that shows a message.
func tell(title, text string) {
	ctx, cancel := context.WithTimeout(context.Background(), notifyLimit)
	defer cancel()
	if notify(ctx, title, text) == nil {
		return
	}
	for _, program := range [][]string{
		{"zenity", "--error", "--no-markup", "--title=" + title, "--text=" + text},
		{"kdialog", "--title", title, "--error", text},
		{"xmessage", "-center", text},
	} {
		if showBy(program) == nil {
			return
		}
	}
}

// notify shows a notification according to https://specifications.freedesktop.org/notification-spec.
func notify(ctx context.Context, title, text string) error {
	conn, err := sessionbus.Connect(ctx, sessionbus.SessionAddress())
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	const (
		replaces = uint32(0)
		icon     = "dialog-error"
		critical = byte(2)
		byServer = int32(-1) // the notification server decides how long it is shown
	)
	return conn.Object("org.freedesktop.Notifications", "/org/freedesktop/Notifications").CallWithContext(ctx,
		"org.freedesktop.Notifications.Notify", 0, title, replaces, icon, title, text, []string{},
		map[string]dbus.Variant{"urgency": dbus.MakeVariant(critical)}, byServer).Err
}

// showBy starts a program that shows a message. It does not wait until the user closes the message.
func showBy(program []string) error {
	cmd := exec.Command(program[0], program[1:]...)
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(dialogLimit):
		return nil
	}
}
