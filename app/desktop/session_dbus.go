//go:build linux || freebsd || netbsd || openbsd || dragonfly

package desktop

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/godbus/dbus/v5"
)

var (
	errNoBus   = errors.New("no such bus")
	errBusGone = errors.New("the bus went away")
)

// Watch calls away each time the person's session is locked or the machine is about to sleep, until ctx
// ends; where the system says neither, it returns at once. It blocks: run it in the background. Sleep
// waits for away where the system lets it, so away should be quick. One lock can be told by the desktop,
// its screen saver and logind, each of which calls away, from any goroutine and also at the same time.
func Watch(ctx context.Context, log *slog.Logger, away func()) {
	var buses sync.WaitGroup
	buses.Go(func() { listen(ctx, log.With("bus", "system"), systemAddress(), listenToLogind, away) })
	buses.Go(func() { listen(ctx, log.With("bus", "session"), sessionAddress(), listenToScreenSavers, away) })
	buses.Wait()
}

// subscribe asks a bus for the signals that matter. It returns what to do with each signal that comes, and
// what to do in the end.
type subscribe func(ctx context.Context, log *slog.Logger, conn *dbus.Conn, away func()) (
	heed func(*dbus.Signal), end func(), err error)

// listen hears one bus until ctx ends or the bus goes away. The other bus is none of its business.
func listen(ctx context.Context, log *slog.Logger, address string, ask subscribe, away func()) {
	err := hear(ctx, log, address, ask, away)
	if ctx.Err() == nil {
		log.Info("no word of the screen lock", "error", err)
	}
}

// hear hands away the signals of one bus. It returns why it stopped.
func hear(ctx context.Context, log *slog.Logger, address string, ask subscribe, away func()) error {
	conn, err := connect(ctx, address)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	heed, end, err := ask(ctx, log, conn, away)
	if err != nil {
		return err
	}
	defer end()
	for signal := range signals { // closed with the connection, which ctx closes
		if ctx.Err() != nil {
			break
		}
		heed(signal)
	}
	return errBusGone
}

// connect makes a connection of our own, which closes when ctx ends. The shared one of the library
// belongs to the keyring, and delivers signals in no particular order.
func connect(ctx context.Context, address string) (*dbus.Conn, error) {
	local := unixOnly(address)
	if local == "" {
		return nil, errNoBus
	}
	return dbus.Connect(local, dbus.WithContext(ctx), dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
}

// unixOnly leaves of a bus address what is a socket of this machine: connecting to it is done or refused
// at once, while a TCP connection can hang where ctx does not reach.
func unixOnly(address string) string {
	var local []string
	for part := range strings.SplitSeq(address, ";") {
		if strings.HasPrefix(part, "unix:") {
			local = append(local, part)
		}
	}
	return strings.Join(local, ";")
}

// systemAddress returns the address of the system bus, or "".
func systemAddress() string {
	if address := os.Getenv("DBUS_SYSTEM_BUS_ADDRESS"); address != "" {
		return address
	}
	for _, socket := range []string{"/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket"} {
		if isSocket(socket) {
			return "unix:path=" + socket
		}
	}
	return ""
}

// sessionAddress returns the address of the session bus that is there already, or "". It starts none.
func sessionAddress() string {
	if address := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); address != "" {
		return address
	}
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		return ""
	}
	socket := filepath.Join(dir, "bus")
	if !isSocket(socket) {
		return ""
	}
	return "unix:path=" + dbus.EscapeBusAddressValue(socket)
}

func isSocket(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().Type() == os.ModeSocket
}
