//go:build windows

// Peek is another program on the desktop. Its argument says what it does:
//
//	clipboard      print as JSON what the clipboard holds
//	copy TEXT      copy something itself
//	close TITLE    close a window
//	minimize TITLE minimise a window
//	restore TITLE  restore it
//	process TITLE  print as JSON what it may do to a window's process
//	lock           tell all windows what Windows tells them when the session is locked
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	if err := run(append(os.Args[1:], "", "")); err != nil {
		fmt.Fprintln(os.Stderr, "peek:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch what, of := args[0], args[1]; what {
	case "clipboard":
		return whileOpen(func() error { return json.NewEncoder(os.Stdout).Encode(read()) })
	case "copy":
		return whileOpen(func() error { return write(of) })
	case "close":
		return closeWindow(of)
	case "minimize":
		return showWindow(of, swMinimize)
	case "restore":
		return showWindow(of, swRestore)
	case "process":
		return tryProcess(of)
	case "lock":
		return tellLocked()
	default:
		return fmt.Errorf("cannot do %q", what)
	}
}
