//go:build linux || freebsd || netbsd || openbsd || dragonfly

package screenlock

import (
	"context"
	"log/slog"
	"slices"

	"github.com/godbus/dbus/v5"
)

const activeChanged = "ActiveChanged"

// screenSaverInterfaces returns the interfaces whose signal ActiveChanged reports, with a boolean, that the screen was
// locked or unlocked. KDE uses that of freedesktop.
func screenSaverInterfaces() []string {
	return []string{
		"org.freedesktop.ScreenSaver",
		"org.gnome.ScreenSaver",
		"org.cinnamon.ScreenSaver",
		"org.mate.ScreenSaver",
		"org.xfce.ScreenSaver",
	}
}

// listenToScreenSavers is a subscribe function for the session bus. It accepts the signal from any sender and object,
// because desktops differ in that and every program on this bus runs as the user, who may lock the window.
func listenToScreenSavers(ctx context.Context, _ *slog.Logger, conn *dbus.Conn, away func()) (func(*dbus.Signal), func(), error) {
	var names []string
	for _, name := range screenSaverInterfaces() {
		err := conn.AddMatchSignalContext(ctx, dbus.WithMatchInterface(name), dbus.WithMatchMember(activeChanged))
		if err != nil {
			return nil, nil, err
		}
		names = append(names, name+"."+activeChanged)
	}
	handle := func(s *dbus.Signal) {
		if slices.Contains(names, s.Name) && firstIsTrue(s.Body) {
			away()
		}
	}
	return handle, func() {}, nil
}

// firstIsTrue reports whether the first argument of a signal is the boolean true.
func firstIsTrue(body []any) bool { return len(body) > 0 && body[0] == true }
