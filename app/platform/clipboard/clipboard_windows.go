package clipboard

import (
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"sync/atomic"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

const (
	unicodeText    = 13     // CF_UNICODETEXT
	movable        = 0x0002 // GMEM_MOVEABLE, which the clipboard requires
	openFor        = time.Second
	openAgainAfter = 10 * time.Millisecond
)

var (
	errNoOwner   = errors.New("no window is attached to own what is copied")
	errOvertaken = errors.New("another program has taken the clipboard")
)

// windowsBoard is the clipboard of Windows. The system keeps its content. The secret is still there if the system's count
// of changes is the same, or if the clipboard's owner is still the window that copied the secret: a program that adds a
// format, as histories do, changes the count but not the owner.
type windowsBoard struct {
	calls  *clipboardCalls
	count  atomic.Uint32  // the count of changes after the secret was copied; 0 means no secret
	window atomic.Uintptr // the window that copied the secret
}

func newBoard(*slog.Logger) board { return &windowsBoard{calls: newClipboardCalls()} }

func (w *windowsBoard) copy(window uintptr, secret string) error {
	if window == 0 {
		return errNoOwner
	}
	text, err := windows.UTF16FromString(secret)
	if err != nil {
		return err
	}
	defer clear(text)
	if err := w.open(window, func() error { return w.fill(text) }); err != nil {
		return err
	}
	count := w.calls.sequence()
	if w.calls.owner() != window { // count includes a change by another program
		return errOvertaken
	}
	w.window.Store(window)
	w.count.Store(count)
	return nil
}

// fill replaces the content of the open clipboard by the secret. It first sets the marks that exclude the secret from
// histories, from other devices, and from programs that watch the clipboard.
func (w *windowsBoard) fill(text []uint16) error {
	if err := w.calls.empty(); err != nil {
		return err
	}
	w.count.Store(0)
	err := w.mark()
	if err == nil {
		bytes := unsafe.Slice((*byte)(unsafe.Pointer(&text[0])), 2*len(text))
		err = w.put(unicodeText, bytes)
	}
	if err != nil {
		return errors.Join(err, w.calls.empty())
	}
	return nil
}

// mark sets the marks of Windows: https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats
func (w *windowsBoard) mark() error {
	for _, name := range []string{
		"ExcludeClipboardContentFromMonitorProcessing", // its value does not matter
		"CanIncludeInClipboardHistory",
		"CanUploadToCloudClipboard",
	} {
		format, err := w.calls.register(name)
		if err != nil {
			return err
		}
		no := make([]byte, 4) // a DWORD
		if err := w.put(format, no); err != nil {
			return fmt.Errorf("marking with %s: %w", name, err)
		}
	}
	return nil
}

// put adds data to the clipboard. The system owns the memory once it has accepted it.
func (w *windowsBoard) put(format uint32, data []byte) error {
	memory, err := w.calls.allocate(data)
	if err != nil {
		return err
	}
	if err := w.calls.set(format, memory); err != nil {
		w.calls.discard(memory, len(data))
		return err
	}
	return nil
}

func (*windowsBoard) marks() bool { return true }

func (*windowsBoard) close() {}

// open opens the clipboard, calls act, and closes it. Only the thread that opened the clipboard can close it. Other
// programs have it open only for moments, so open retries for a while.
func (w *windowsBoard) open(window uintptr, act func() error) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	err := w.calls.open(window)
	for end := time.Now().Add(openFor); err != nil && time.Now().Before(end); err = w.calls.open(window) {
		time.Sleep(openAgainAfter)
	}
	if err != nil {
		return err
	}
	defer w.calls.close()
	return act()
}
