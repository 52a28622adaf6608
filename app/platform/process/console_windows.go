package process

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"

	"accesskeys/app/platform/winapi"
)

// attachParentProcess is ATTACH_PARENT_PROCESS.
const attachParentProcess = ^uintptr(0)

// Console is the console of the program that started this one.
type Console struct {
	// Attached is that the program has the console, and had none before.
	Attached bool
	// replaced are the standard streams that led nowhere. Once garbage, they close what has their handles' numbers by now.
	replaced []*os.File
}

// AttachConsole has the program's standard streams use the console of the one that started it: Windows gives a program
// with windows none. Streams that lead elsewhere, to a file or a pipe, stay. Keep what it returns alive until the program
// ends.
func AttachConsole() (c Console) {
	streams := []struct {
		file   **os.File
		id     uint32
		device string
		mode   int
	}{
		{&os.Stdin, windows.STD_INPUT_HANDLE, "CONIN$", os.O_RDWR},
		{&os.Stdout, windows.STD_OUTPUT_HANDLE, "CONOUT$", os.O_RDWR},
		{&os.Stderr, windows.STD_ERROR_HANDLE, "CONOUT$", os.O_RDWR},
	}
	leads := make([]bool, len(streams)) // asked before: attaching may set what is not set
	for i, s := range streams {
		_, err := (*s.file).Stat()
		leads[i] = err == nil
	}
	attach := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")
	ok, err := winapi.Call(attach, attachParentProcess)
	if ok == 0 && !errors.Is(err, windows.ERROR_ACCESS_DENIED) { // which is that it has one already
		return c
	}
	for i, s := range streams {
		if leads[i] {
			continue
		}
		if console, err := os.OpenFile(s.device, s.mode, 0); err == nil {
			c.replaced = append(c.replaced, *s.file)
			*s.file = console
			_ = windows.SetStdHandle(s.id, windows.Handle(console.Fd())) // for what Go prints as it crashes
		}
	}
	c.Attached = ok != 0
	return c
}

// IgnoreInterrupt has Ctrl+C in the console not end the program. The console's shell does not wait for a program with
// windows: what is typed there is for others.
func IgnoreInterrupt() {
	ignore := windows.NewLazySystemDLL("kernel32.dll").NewProc("SetConsoleCtrlHandler")
	_, _ = winapi.Call(ignore, 0, 1)
}
