//go:build windows

package main

import (
	"fmt"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32                     = windows.NewLazySystemDLL("user32.dll")
	openClipboard              = user32.NewProc("OpenClipboard")
	closeClipboard             = user32.NewProc("CloseClipboard")
	emptyClipboard             = user32.NewProc("EmptyClipboard")
	enumClipboardFormats       = user32.NewProc("EnumClipboardFormats")
	getClipboardData           = user32.NewProc("GetClipboardData")
	setClipboardData           = user32.NewProc("SetClipboardData")
	getClipboardFormatName     = user32.NewProc("GetClipboardFormatNameW")
	registerClipboardFormat    = user32.NewProc("RegisterClipboardFormatW")
	getClipboardSequenceNumber = user32.NewProc("GetClipboardSequenceNumber")

	kernel32      = windows.NewLazySystemDLL("kernel32.dll")
	globalAlloc   = kernel32.NewProc("GlobalAlloc")
	globalLock    = kernel32.NewProc("GlobalLock")
	globalSize    = kernel32.NewProc("GlobalSize")
	globalUnlock  = kernel32.NewProc("GlobalUnlock")
	rtlMoveMemory = kernel32.NewProc("RtlMoveMemory")
)

// patience is how long to wait for other programs to close the clipboard.
const patience = 5 * time.Second

const (
	cfUnicodeText   = 13
	firstRegistered = 0xC000 // formats from here on have a name
	gmemMoveable    = 0x0002
)

// whileOpen opens the clipboard, calls act and closes it again. Only one program at a time can open the clipboard.
func whileOpen(act func() error) error {
	runtime.LockOSThread() // an open clipboard belongs to a thread
	defer runtime.UnlockOSThread()
	ok, _, err := openClipboard.Call(0)
	for deadline := time.Now().Add(patience); ok == 0; ok, _, err = openClipboard.Call(0) {
		if time.Now().After(deadline) {
			return fmt.Errorf("opening the clipboard: %w", err)
		}
		time.Sleep(5 * time.Millisecond)
	}
	defer closeClipboard.Call()
	return act()
}

// contents is what the clipboard holds.
type contents struct {
	Sequence uint32            `json:"sequence"` // counts the clipboard's changes
	Text     string            `json:"text"`
	Formats  map[string][]byte `json:"formats"` // data by name; nil for the system's formats other than text
}

func read() contents {
	sequence, _, _ := getClipboardSequenceNumber.Call()
	c := contents{Sequence: uint32(sequence), Formats: map[string][]byte{}}
	for format := next(0); format != 0; format = next(format) {
		switch {
		case format == cfUnicodeText:
			data := dataOf(format)
			c.Formats["CF_UNICODETEXT"] = data
			c.Text = text(data)
		case format >= firstRegistered:
			c.Formats[nameOf(format)] = dataOf(format)
		default:
			c.Formats[fmt.Sprint("CF_", format)] = nil // the handle may be no memory, but a bitmap
		}
	}
	return c
}

func next(format uintptr) uintptr {
	format, _, _ = enumClipboardFormats.Call(format)
	return format
}

func nameOf(format uintptr) string {
	var name [256]uint16
	n, _, _ := getClipboardFormatName.Call(format, uintptr(unsafe.Pointer(&name[0])), uintptr(len(name)))
	return windows.UTF16ToString(name[:n])
}

// dataOf copies a format's data out of the clipboard's memory.
func dataOf(format uintptr) []byte {
	handle, _, _ := getClipboardData.Call(format)
	size, _, _ := globalSize.Call(handle)
	from, _, _ := globalLock.Call(handle)
	if size == 0 || from == 0 {
		return nil
	}
	defer globalUnlock.Call(handle)
	data := make([]byte, size)
	rtlMoveMemory.Call(uintptr(unsafe.Pointer(&data[0])), from, size)
	return data
}

// text decodes UTF-16 up to a NUL.
func text(data []byte) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i]) | uint16(data[2*i+1])<<8
	}
	return windows.UTF16ToString(units)
}

// write replaces what the clipboard holds by a text.
func write(s string) error {
	units, err := windows.UTF16FromString(s)
	if err != nil {
		return err
	}
	if ok, _, err := emptyClipboard.Call(); ok == 0 {
		return fmt.Errorf("emptying the clipboard: %w", err)
	}
	return put(cfUnicodeText, units)
}

// add adds a text in a private format to what the clipboard holds, as clipboard histories do.
func add(s string) error {
	units, err := windows.UTF16FromString(s)
	if err != nil {
		return err
	}
	name, err := windows.UTF16PtrFromString("AccessKeysPeek")
	if err != nil {
		return err
	}
	format, _, err := registerClipboardFormat.Call(uintptr(unsafe.Pointer(name)))
	if format == 0 {
		return fmt.Errorf("registering a format: %w", err)
	}
	return put(format, units)
}

func put(format uintptr, units []uint16) error {
	size := uintptr(2 * len(units))
	handle, _, err := globalAlloc.Call(gmemMoveable, size)
	if handle == 0 {
		return err
	}
	to, _, _ := globalLock.Call(handle)
	rtlMoveMemory.Call(to, uintptr(unsafe.Pointer(&units[0])), size)
	globalUnlock.Call(handle)
	if set, _, err := setClipboardData.Call(format, handle); set == 0 {
		return fmt.Errorf("setting the text: %w", err)
	}
	return nil
}
