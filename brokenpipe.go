package main

import (
	"errors"
	"os"
	"os/signal"
	"syscall"
)

// outliveReaders keeps the program alive when what reads its standard output or error goes away: the write fails, and
// that is all. The signal is taken, not ignored, because programs that are started from here would inherit that.
func outliveReaders() { signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) }

// readerLeft reports whether err is that nobody reads any more what is printed.
func readerLeft(err error) bool { return errors.Is(err, syscall.EPIPE) }
