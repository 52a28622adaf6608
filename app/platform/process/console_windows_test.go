package process_test

import (
	"os"
	"runtime"
	"testing"

	"golang.org/x/sys/windows"

	"accesskeys/app/platform/process"
	"accesskeys/app/platform/winapi"
)

// The invalid handle of a standard stream may have the number of another handle by now.
func TestWindowsHandleOfAReplacedStreamStaysOpen(t *testing.T) {
	kernel := windows.NewLazySystemDLL("kernel32.dll")
	_, _ = winapi.Call(kernel.NewProc("FreeConsole"))
	if made, err := winapi.Call(kernel.NewProc("AllocConsole")); made == 0 {
		t.Fatal(err)
	}
	event, err := windows.CreateEvent(nil, 1, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = windows.CloseHandle(event) })
	before := os.Stdin
	t.Cleanup(func() { os.Stdin = before })
	stream := os.NewFile(uintptr(event), "stdin")
	os.Stdin = stream
	console := process.AttachConsole()
	if os.Stdin == stream {
		t.Fatal("the stream was not replaced")
	}
	runtime.GC() // finds the stream and has its finalizer run
	done := make(chan bool)
	runtime.SetFinalizer(&[]byte{1}, func(*[]byte) { close(done) })
	runtime.GC()
	<-done // finalizers run one after another
	if _, err := windows.WaitForSingleObject(event, 0); err != nil {
		t.Errorf("the handle was closed: %v", err)
	}
	runtime.KeepAlive(console)
}
