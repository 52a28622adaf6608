package winapi

import (
	"testing"
	"unsafe"

	"golang.org/x/sys/windows"
)

// The stack of a goroutine moves when it grows, which happens at some depth of the calls below. What Windows writes must
// arrive all the same.
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

// atDepth makes the call from the given number of frames deeper, and reports whether the time that Windows wrote arrived.
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
