package winapi

import (
	"testing"
	"unsafe"

	"golang.org/x/sys/windows"
)

// The stack of a goroutine is moved when it grows, which the calls below do at one depth or another. What Windows
// writes must arrive all the same.
func TestWhatWindowsWritesArrivesAtEveryDepthOfTheStack(t *testing.T) {
	lost := 0
	for depth := range 1000 {
		arrived := make(chan bool)
		go func() { arrived <- atDepth(depth) }()
		if !<-arrived {
			lost++
		}
	}
	if lost > 0 {
		t.Errorf("what Windows wrote was lost %d times of 1000", lost)
	}
}

// atDepth calls from so many frames further down, and reports whether the time that Windows wrote has arrived.
//
//go:noinline
func atDepth(depth int) bool {
	if depth > 0 {
		return atDepth(depth - 1)
	}
	var time windows.Filetime
	now := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetSystemTimeAsFileTime") // finding it takes much of the stack
	_, _ = Call(now, uintptr(unsafe.Pointer(&time)))
	return time.HighDateTime != 0
}
