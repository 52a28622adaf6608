package clipboard

import (
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

// clipboardCalls is what of Windows' API the clipboard is worked with.
type clipboardCalls struct {
	openClipboard, closeClipboard, emptyClipboard, setClipboardData  *windows.LazyProc
	getClipboardOwner, getSequenceNumber, registerFormat             *windows.LazyProc
	globalAlloc, globalFree, globalLock, globalUnlock, rtlMoveMemory *windows.LazyProc
}

func newClipboardCalls() *clipboardCalls {
	user, kernel := windows.NewLazySystemDLL("user32.dll"), windows.NewLazySystemDLL("kernel32.dll")
	return &clipboardCalls{
		openClipboard:     user.NewProc("OpenClipboard"),
		closeClipboard:    user.NewProc("CloseClipboard"),
		emptyClipboard:    user.NewProc("EmptyClipboard"),
		setClipboardData:  user.NewProc("SetClipboardData"),
		getClipboardOwner: user.NewProc("GetClipboardOwner"),
		getSequenceNumber: user.NewProc("GetClipboardSequenceNumber"),
		registerFormat:    user.NewProc("RegisterClipboardFormatW"),
		globalAlloc:       kernel.NewProc("GlobalAlloc"),
		globalFree:        kernel.NewProc("GlobalFree"),
		globalLock:        kernel.NewProc("GlobalLock"),
		globalUnlock:      kernel.NewProc("GlobalUnlock"),
		rtlMoveMemory:     kernel.NewProc("RtlMoveMemory"),
	}
}

func (c *clipboardCalls) open(window uintptr) error {
	if ok, _, err := c.openClipboard.Call(window); ok == 0 {
		return fmt.Errorf("OpenClipboard: %w", err)
	}
	return nil
}

func (c *clipboardCalls) close() { _, _, _ = c.closeClipboard.Call() }

func (c *clipboardCalls) empty() error {
	if ok, _, err := c.emptyClipboard.Call(); ok == 0 {
		return fmt.Errorf("EmptyClipboard: %w", err)
	}
	return nil
}

func (c *clipboardCalls) set(format uint32, memory uintptr) error {
	if ok, _, err := c.setClipboardData.Call(uintptr(format), memory); ok == 0 {
		return fmt.Errorf("SetClipboardData: %w", err)
	}
	return nil
}

// owner is the window that emptied the clipboard last.
func (c *clipboardCalls) owner() uintptr {
	window, _, _ := c.getClipboardOwner.Call()
	return window
}

// sequence counts the clipboard's changes. 0 is that it may not be seen.
func (c *clipboardCalls) sequence() uint32 {
	count, _, _ := c.getSequenceNumber.Call()
	return uint32(count)
}

func (c *clipboardCalls) register(name string) (uint32, error) {
	text, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return 0, err
	}
	format, _, err := c.registerFormat.Call(uintptr(unsafe.Pointer(text)))
	if format == 0 {
		return 0, fmt.Errorf("RegisterClipboardFormat %s: %w", name, err)
	}
	return uint32(format), nil
}

// allocate is memory of the kind that the clipboard takes, with data in it.
func (c *clipboardCalls) allocate(data []byte) (uintptr, error) {
	memory, _, err := c.globalAlloc.Call(movable, uintptr(len(data)))
	if memory == 0 {
		return 0, fmt.Errorf("GlobalAlloc: %w", err)
	}
	if err := c.write(memory, data); err != nil {
		_, _, _ = c.globalFree.Call(memory)
		return 0, err
	}
	return memory, nil
}

// discard frees memory of allocate's that the clipboard did not take, and leaves nothing in it.
func (c *clipboardCalls) discard(memory uintptr, size int) {
	_ = c.write(memory, make([]byte, size))
	_, _, _ = c.globalFree.Call(memory)
}

// write has the system copy data to where only the system may say what the memory is.
func (c *clipboardCalls) write(memory uintptr, data []byte) error {
	at, _, err := c.globalLock.Call(memory)
	if at == 0 {
		return fmt.Errorf("GlobalLock: %w", err)
	}
	_, _, _ = c.rtlMoveMemory.Call(at, uintptr(unsafe.Pointer(&data[0])), uintptr(len(data)))
	_, _, _ = c.globalUnlock.Call(memory)
	return nil
}
