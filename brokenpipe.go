package main

import (
	"errors"
	"os"
	"os/signal"
	"syscall"
)

// surviveBrokenPipe keeps the program running when the reader of its standard output or error goes away. The write
// then fails, and nothing else happens. It catches SIGPIPE rather than ignoring it, because child processes would
// inherit an ignored signal.
func surviveBrokenPipe() { signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) }

// isBrokenPipe reports whether err means that nobody reads the program's output any more.
func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
