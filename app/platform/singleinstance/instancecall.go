package singleinstance

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// The lines of the protocol between two processes. The first process greets with its process ID. The second asks it to
// raise its window and may name a server. The first answers when it has raised the window, or that the window is still
// opening.
const (
	callGreeting = "access-keys "
	callRequest  = "come up "
	callDone     = "came up"
	callOpening  = "opening"

	callsAtOnce = 32                      // answered in parallel, so that a silent caller does not delay others
	longestLine = 1024                    // bytes of a line
	callLimit   = 1500 * time.Millisecond // the time limit of a whole call; less than the caller's claimLimit
)

// ErrOpening means that the window of the process that has the claim is still opening. The caller asks again, because
// opening may fail.
var ErrOpening = errors.New("the window is still opening")

var (
	errNotUnderstood = errors.New("what was said cannot be understood")
	errUnfitServer   = errors.New("the server's address is too long, or has characters that cannot be seen")
)

// Serve answers the calls of other processes until ctx is done or the claim is released, and then releases the claim. It
// blocks, so it should run in the background. onRaise must raise the window and offer server to sign in to ("" means
// none). It returns an error if the window was not raised. Its ctx is done when the caller no longer waits.
func (i *Instance) Serve(ctx context.Context, onRaise func(ctx context.Context, server string) error) {
	defer i.Release()
	stop := context.AfterFunc(ctx, i.Release)
	defer stop()
	var calls sync.WaitGroup
	defer calls.Wait()
	slots := make(chan struct{}, callsAtOnce)
	for {
		conn, err := i.listener.Accept()
		switch {
		case errors.Is(err, net.ErrClosed):
			return
		case err != nil:
			sleep(ctx, retryInterval) // for example because there are too many open files
			continue
		}
		slots <- struct{}{}
		calls.Go(func() {
			_ = answer(ctx, conn, onRaise) // the caller notices an error and tries again
			<-slots
		})
	}
}

// sleep waits for d, or until ctx is done.
func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}

// answer answers one call. The caller may be any program of the user, so answer must not trust what it sends.
func answer(ctx context.Context, conn net.Conn, onRaise func(context.Context, string) error) error {
	defer func() { _ = conn.Close() }()
	ctx, cancel := context.WithTimeout(ctx, callLimit)
	defer cancel()
	if err := setDeadline(ctx, conn); err != nil {
		return err
	}
	if err := writeLine(conn, callGreeting+strconv.Itoa(os.Getpid())); err != nil {
		return err
	}
	server, err := readLine(bufio.NewReaderSize(conn, longestLine), callRequest)
	if err != nil {
		return err
	}
	if !validServer(server) {
		return errUnfitServer
	}
	switch err := onRaise(ctx, server); {
	case errors.Is(err, ErrOpening):
		return writeLine(conn, callOpening)
	case err != nil:
		return err
	}
	return writeLine(conn, callDone)
}

// askToRaise asks the process that listens at a place to raise its window.
func askToRaise(ctx context.Context, place, server string) error {
	if server = strings.TrimSpace(server); !validServer(server) {
		return errUnfitServer
	}
	c, err := dial(ctx, place)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	if err := setDeadline(ctx, c); err != nil {
		return err
	}
	lines := bufio.NewReaderSize(c, longestLine)
	first, err := readLine(lines, callGreeting)
	if err != nil {
		return err
	}
	pid, err := strconv.ParseUint(first, 10, 32)
	if err != nil {
		return errNotUnderstood
	}
	allowRaise(uint32(pid))
	if err := writeLine(c, callRequest+server); err != nil {
		return err
	}
	reply, err := readLine(lines, "")
	switch {
	case err != nil:
		return err
	case reply == callOpening:
		return ErrOpening
	case reply != callDone:
		return errNotUnderstood
	}
	return nil
}

// setDeadline gives a connection the deadline of ctx.
func setDeadline(ctx context.Context, conn net.Conn) error {
	deadline, ok := ctx.Deadline()
	if !ok {
		return nil
	}
	return conn.SetDeadline(deadline)
}

func writeLine(conn net.Conn, line string) error {
	_, err := fmt.Fprintln(conn, line)
	return err
}

// readLine reads the next line, which must begin with prefix, and returns the rest of it.
func readLine(lines *bufio.Reader, prefix string) (string, error) {
	line, err := lines.ReadSlice('\n')
	if err != nil {
		return "", err
	}
	rest, ok := strings.CutPrefix(strings.TrimSuffix(string(line), "\n"), prefix)
	if !ok {
		return "", errNotUnderstood
	}
	return rest, nil
}

// validServer reports whether text can be the address of a server that a user typed.
func validServer(text string) bool {
	return len(text) < longestLine-len(callRequest) && utf8.ValidString(text) &&
		!strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) })
}
