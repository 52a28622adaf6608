//go:build windows

// Peek plays another program on the desktop. Its first argument is a command:
//
//	clipboard      print as JSON what the clipboard holds
//	copy TEXT      copy a text
//	add TEXT       add a private format to what the clipboard holds
//	close TITLE    close a window
//	minimize TITLE minimise a window
//	restore TITLE  restore a window
//	start TITLE PROGRAM ARGS...  start a program without standard streams, and print as JSON what its message box said
//	console PROGRAM ARGS...      start a program from a console, and print as JSON what it wrote there
//	interrupt TEXT PROGRAM ARGS...  the same, with Ctrl+C once the program has written TEXT
//	process TITLE  print as JSON which rights it gets to a window's process
//	credentials    print as JSON the names of what the Credential Manager holds
//	lock           send all windows the message that Windows sends when the session is locked
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
	case "add":
		return whileOpen(func() error { return add(of) })
	case "close":
		return closeWindow(of)
	case "minimize":
		return showWindow(of, swMinimize)
	case "restore":
		return showWindow(of, swRestore)
	case "start":
		return startWithout(of, args[2:len(args)-2])
	case "console":
		return startInConsole(args[1:len(args)-2], "")
	case "interrupt":
		return startInConsole(args[2:len(args)-2], of)
	case "credentials":
		return printCredentials()
	case "process":
		return tryProcess(of)
	case "lock":
		return tellLocked()
	default:
		return fmt.Errorf("cannot do %q", what)
	}
}
