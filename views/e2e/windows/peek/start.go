//go:build windows

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	getDlgItem                 = user32.NewProc("GetDlgItem")
	sendMessage                = user32.NewProc("SendMessageW")
	allocConsole               = kernel32.NewProc("AllocConsole")
	freeConsole                = kernel32.NewProc("FreeConsole")
	setConsoleCtrlHandler      = kernel32.NewProc("SetConsoleCtrlHandler")
	readConsoleOutputCharacter = kernel32.NewProc("ReadConsoleOutputCharacterW")
)

const (
	messageText = 0xFFFF // the ID of a message box's text
	wmGetText   = 0x000D
	columns     = 80 // width of a console
)

// ended is the result of a program that peek has started.
type ended struct {
	Status uint32
	Told   string // what its message box or the console said
}

// startWithout starts a program without standard streams, as the desktop does. It closes the message box that the
// program shows, and prints as JSON what the box said.
func startWithout(title string, args []string) error {
	_, _, _ = freeConsole.Call()
	process, err := create(args)
	if err != nil {
		return err
	}
	var box windows.HWND
	for deadline := time.Now().Add(6 * patience); box == 0; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			_ = windows.TerminateProcess(process, 1)
			return errors.New("no message box")
		}
		box, _ = windowTitled(title)
	}
	var text [1024]uint16
	item, _, _ := getDlgItem.Call(uintptr(box), messageText)
	n, _, _ := sendMessage.Call(item, wmGetText, uintptr(len(text)), uintptr(unsafe.Pointer(&text[0])))
	if ok, _, err := postMessage.Call(uintptr(box), wmClose, 0, 0); ok == 0 {
		return err
	}
	return report(process, windows.UTF16ToString(text[:n]))
}

// startInConsole starts a program in a console, and prints as JSON what it has written there. If interruptAt is not
// empty, it presses Ctrl+C once the program has written that text.
func startInConsole(args []string, interruptAt string) error {
	_, _, _ = freeConsole.Call()
	if ok, _, err := allocConsole.Call(); ok == 0 {
		return fmt.Errorf("making a console: %w", err)
	}
	screen, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		return err
	}
	process, err := create(args)
	if err != nil {
		return err
	}
	if interruptAt != "" {
		if err := interrupt(process, screen, interruptAt); err != nil {
			return err
		}
	}
	if err := waitFor(process); err != nil {
		return err
	}
	text, err := written(screen)
	if err != nil {
		return err
	}
	return report(process, text)
}

// interrupt presses Ctrl+C in the console once a program has written a text there.
func interrupt(process windows.Handle, screen *os.File, at string) error {
	for deadline := time.Now().Add(6 * patience); ; time.Sleep(20 * time.Millisecond) {
		text, err := written(screen)
		if err == nil && strings.Contains(text, at) {
			break
		}
		if err == nil && time.Now().After(deadline) {
			err = fmt.Errorf("the console says only %q", text)
		}
		if err != nil {
			return errors.Join(err, windows.TerminateProcess(process, 1))
		}
	}
	// Ctrl+C goes to every program of the console, so peek ignores it from here on. It must not do so earlier: the started
	// program would inherit that.
	if ok, _, err := setConsoleCtrlHandler.Call(0, 1); ok == 0 {
		return err
	}
	return windows.GenerateConsoleCtrlEvent(windows.CTRL_C_EVENT, 0)
}

// written returns what the console shows.
func written(screen *os.File) (string, error) {
	var text [10 * columns]uint16
	var n uint32
	if ok, _, err := readConsoleOutputCharacter.Call(screen.Fd(), uintptr(unsafe.Pointer(&text[0])), uintptr(len(text)), 0,
		uintptr(unsafe.Pointer(&n))); ok == 0 {
		return "", fmt.Errorf("reading the console: %w", err)
	}
	return strings.TrimSpace(windows.UTF16ToString(text[:n])), nil
}

// create starts a program without standard streams, detached from the console. Windows gives the console only to console
// programs, but Wine to every program that is not detached.
func create(args []string) (windows.Handle, error) {
	line, err := windows.UTF16PtrFromString(windows.ComposeCommandLine(args))
	if err != nil {
		return 0, err
	}
	how := windows.StartupInfo{Flags: windows.STARTF_USESTDHANDLES}
	how.Cb = uint32(unsafe.Sizeof(how))
	var made windows.ProcessInformation
	if err := windows.CreateProcess(nil, line, nil, nil, false, windows.DETACHED_PROCESS, nil, nil, &how, &made); err != nil {
		return 0, err
	}
	return made.Process, nil
}

// waitFor waits until a program has ended. If that takes too long, it terminates the program and returns an error.
func waitFor(process windows.Handle) error {
	event, err := windows.WaitForSingleObject(process, uint32((6 * patience).Milliseconds()))
	if err == nil && event == uint32(windows.WAIT_TIMEOUT) {
		err = errors.Join(errors.New("it did not end"), windows.TerminateProcess(process, 1))
	}
	return err
}

// report waits until a program has ended, and prints its result as JSON.
func report(process windows.Handle, told string) error {
	if err := waitFor(process); err != nil {
		return err
	}
	e := ended{Told: told}
	if err := windows.GetExitCodeProcess(process, &e.Status); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(e)
}
