package clipboard

import (
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

// clipboardCalls holds the functions of the Windows API that the clipboard needs.
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

// owner returns the window that last emptied the clipboard.
func (c *clipboardCalls) owner() uintptr {
	window, _, _ := c.getClipboardOwner.Call()
	return window
}

// sequence returns the number of changes of the clipboard, or 0 if the process has no access to the clipboard.
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

// allocate returns memory of the kind that the clipboard accepts, with a copy of data.
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

// discard clears and frees memory from allocate that the clipboard did not accept.
func (c *clipboardCalls) discard(memory uintptr, size int) {
	_ = c.write(memory, make([]byte, size))
	_, _, _ = c.globalFree.Call(memory)
}

// write copies data into memory that the system has allocated. It uses the system's own copy function, because Go code
// must not use such an address as a pointer.
func (c *clipboardCalls) write(memory uintptr, data []byte) error {
	at, _, err := c.globalLock.Call(memory)
	if at == 0 {
		return fmt.Errorf("GlobalLock: %w", err)
	}
	_, _, _ = c.rtlMoveMemory.Call(at, uintptr(unsafe.Pointer(&data[0])), uintptr(len(data)))
	_, _, _ = c.globalUnlock.Call(memory)
	return nil
}
