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

// What two processes say to each other, a line each: the first one greets with its process ID, the second asks
// to come up, with a server or without, and the first says when it has, or that it has no window yet.
const (
	callGreeting = "access-keys "
	callRequest  = "come up "
	callDone     = "came up"
	callOpening  = "opening"

	callsAtOnce = 32                      // heeded: who calls and says nothing is not to keep others waiting
	longestLine = 1024                    // of what is said, in bytes
	callLimit   = 1500 * time.Millisecond // for a call as a whole: the caller has a little more patience
)

// ErrOpening is what a window answers that is not there yet. The caller asks again, for that may fail.
var ErrOpening = errors.New("the window is still opening")

var (
	errNotUnderstood = errors.New("what was said cannot be understood")
	errUnfitServer   = errors.New("the server's address is too long, or has characters that cannot be seen")
)

// Serve heeds the calls of other processes until ctx ends or the claim is given up, and gives it up then. It
// blocks: run it in the background. heed is to have the window come up, with server ("" is none) offered to sign
// in to; its error means that it has not, and its ctx ends when nobody waits for it any more.
func (i *Instance) Serve(ctx context.Context, heed func(ctx context.Context, server string) error) {
	defer i.Release()
	stop := context.AfterFunc(ctx, i.Release)
	defer stop()
	var calls sync.WaitGroup
	defer calls.Wait()
	lines := make(chan struct{}, callsAtOnce)
	for {
		conn, err := i.listener.Accept()
		switch {
		case errors.Is(err, net.ErrClosed):
			return
		case err != nil:
			pause(ctx, claimAgain) // such as that there are too many open files
			continue
		}
		lines <- struct{}{}
		calls.Go(func() {
			_ = answer(ctx, conn, heed) // who called finds another way
			<-lines
		})
	}
}

// pause waits, for no longer than ctx lasts.
func pause(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}

// answer heeds one call. What it says comes from any program of the user's.
func answer(ctx context.Context, conn net.Conn, heed func(context.Context, string) error) error {
	defer func() { _ = conn.Close() }()
	ctx, cancel := context.WithTimeout(ctx, callLimit)
	defer cancel()
	if err := hold(ctx, conn); err != nil {
		return err
	}
	if err := say(conn, callGreeting+strconv.Itoa(os.Getpid())); err != nil {
		return err
	}
	server, err := lineFrom(bufio.NewReaderSize(conn, longestLine), callRequest)
	if err != nil {
		return err
	}
	if !fit(server) {
		return errUnfitServer
	}
	switch err := heed(ctx, server); {
	case errors.Is(err, ErrOpening):
		return say(conn, callOpening)
	case err != nil:
		return err
	}
	return say(conn, callDone)
}

// callUp asks the process that listens at a place to come up.
func callUp(ctx context.Context, place, server string) error {
	if server = strings.TrimSpace(server); !fit(server) {
		return errUnfitServer
	}
	c, err := dial(ctx, place)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	if err := hold(ctx, c); err != nil {
		return err
	}
	lines := bufio.NewReaderSize(c, longestLine)
	first, err := lineFrom(lines, callGreeting)
	if err != nil {
		return err
	}
	pid, err := strconv.ParseUint(first, 10, 32)
	if err != nil {
		return errNotUnderstood
	}
	letComeUp(uint32(pid))
	if err := say(c, callRequest+server); err != nil {
		return err
	}
	said, err := lineFrom(lines, "")
	switch {
	case err != nil:
		return err
	case said == callOpening:
		return ErrOpening
	case said != callDone:
		return errNotUnderstood
	}
	return nil
}

// hold has a connection end with ctx.
func hold(ctx context.Context, conn net.Conn) error {
	deadline, ok := ctx.Deadline()
	if !ok {
		return nil
	}
	return conn.SetDeadline(deadline)
}

func say(conn net.Conn, line string) error {
	_, err := fmt.Fprintln(conn, line)
	return err
}

// lineFrom returns what follows a word in the next line.
func lineFrom(lines *bufio.Reader, word string) (string, error) {
	line, err := lines.ReadSlice('\n')
	if err != nil {
		return "", err
	}
	rest, ok := strings.CutPrefix(strings.TrimSuffix(string(line), "\n"), word)
	if !ok {
		return "", errNotUnderstood
	}
	return rest, nil
}

// fit reports whether text can be an address that a user typed.
func fit(text string) bool {
	return len(text) < longestLine-len(callRequest) && utf8.ValidString(text) &&
		!strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) })
}
