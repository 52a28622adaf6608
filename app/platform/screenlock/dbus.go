//go:build linux || freebsd || netbsd || openbsd || dragonfly

// Package screenlock tells when the user's screen is locked or the computer is about to sleep.
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

// Watch calls away each time the user's session is locked or the machine is about to sleep, until ctx
// ends; where the system says neither, it returns at once. It blocks: run it in the background. Sleep
// waits for away where the system lets it, so away should be quick. One lock can be told by the desktop,
// its screen saver and logind, each of which calls away, from any goroutine and also at the same time.
func Watch(ctx context.Context, log *slog.Logger, away func()) {
	var buses sync.WaitGroup
	buses.Go(func() { listen(ctx, log.With("bus", "system"), sessionbus.SystemAddress(), listenToLogind, away) })
	buses.Go(func() {
		listen(ctx, log.With("bus", "session"), sessionbus.SessionAddress(), listenToScreenSavers, away)
	})
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
	conn, err := sessionbus.Connect(ctx, address)
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
