package display

import (
	"os"
	"slices"
)

// Tell shows a message by what the system has for that, for a program that is about to end and has no window. It does
// nothing where the user reads standard error. It takes a few seconds at most, but on Windows until the user has
// closed the message.
func Tell(title, text string) {
	if !slices.ContainsFunc([]*os.File{os.Stdin, os.Stdout, os.Stderr}, isTerminal) {
		tell(title, text)
	}
}

// isTerminal reports whether a file is a device that characters are written to, other than the one for nothing.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}
