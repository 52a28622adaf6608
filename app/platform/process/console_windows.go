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
	// Attached is set if the program got the console and had none before.
	Attached bool
	// replaced are the earlier, invalid standard streams. They must not be garbage-collected, because that would close
	// whatever uses their handles' numbers then.
	replaced []*os.File
}

// AttachConsole makes the program's standard streams use the console of the program that started it, because Windows does
// not give one to a GUI program. Streams that lead to a file or a pipe stay as they are. The caller must keep the Console
// alive until the program ends.
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
	valid := make([]bool, len(streams)) // determined first, because attaching may change the streams
	for i, s := range streams {
		_, err := (*s.file).Stat()
		valid[i] = err == nil
	}
	attach := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")
	ok, err := winapi.Call(attach, attachParentProcess)
	if ok == 0 && !errors.Is(err, windows.ERROR_ACCESS_DENIED) { // this error means that there is a console already
		return c
	}
	for i, s := range streams {
		if valid[i] {
			continue
		}
		if console, err := os.OpenFile(s.device, s.mode, 0); err == nil {
			c.replaced = append(c.replaced, *s.file)
			*s.file = console
			_ = windows.SetStdHandle(s.id, windows.Handle(console.Fd())) // for what Go prints when it crashes
		}
	}
	c.Attached = ok != 0
	return c
}

// IgnoreInterrupt keeps Ctrl+C in the console from ending the program. The console's shell does not wait for a GUI
// program, so that what is typed there is meant for other programs.
func IgnoreInterrupt() {
	ignore := windows.NewLazySystemDLL("kernel32.dll").NewProc("SetConsoleCtrlHandler")
	_, _ = winapi.Call(ignore, 0, 1)
}
