//go:build linux || freebsd || netbsd || openbsd || dragonfly

// Package screenlock reports when the user's screen is locked or the computer is about to sleep.
package screenlock

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/platform/sessionbus"
)

var (
	errBusGone = errors.New("the bus went away")
)

// Watch calls away each time the user's session is locked or the machine is about to sleep, until ctx is done, so it
// should run in the background. If the system reports neither, Watch returns at once. Where the system allows, sleep
// waits for away, which should therefore be quick. The desktop, its screen saver and logind can all report the same lock,
// so away may be called several times for it, from different goroutines and in parallel.
func Watch(ctx context.Context, log *slog.Logger, away func()) {
	var buses sync.WaitGroup
	buses.Go(func() { listen(ctx, log.With("bus", "system"), sessionbus.SystemAddress(), listenToLogind, away) })
	buses.Go(func() {
		listen(ctx, log.With("bus", "session"), sessionbus.SessionAddress(), listenToScreenSavers, away)
	})
	buses.Wait()
}

// subscribe is a function that subscribes to the relevant signals of a bus. It returns a function that handles a signal,
// and one to call at the end.
type subscribe func(ctx context.Context, log *slog.Logger, conn *dbus.Conn, away func()) (
	handle func(*dbus.Signal), end func(), err error)

// listen handles the signals of one bus until ctx is done or the bus goes away. It logs if there are no signals.
func listen(ctx context.Context, log *slog.Logger, address string, ask subscribe, away func()) {
	err := handleSignals(ctx, log, address, ask, away)
	if ctx.Err() == nil {
		log.Info("no word of the screen lock", "error", err)
	}
}

// handleSignals connects to one bus and handles its signals until ctx is done or the bus goes away. It returns why it
// stopped.
func handleSignals(ctx context.Context, log *slog.Logger, address string, ask subscribe, away func()) error {
	conn, err := sessionbus.Connect(ctx, address)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	handle, end, err := ask(ctx, log, conn, away)
	if err != nil {
		return err
	}
	defer end()
	for signal := range signals { // closed with the connection, which is closed when ctx is done
		if ctx.Err() != nil {
			break
		}
		handle(signal)
	}
	return errBusGone
}
