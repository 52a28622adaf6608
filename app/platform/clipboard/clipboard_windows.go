package clipboard

import (
	"context"
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
	movable        = 0x0002 // GMEM_MOVEABLE, which the clipboard insists on
	openFor        = time.Second
	openAgainAfter = 10 * time.Millisecond
)

var (
	errNoOwner   = errors.New("no window is attached to own what is copied")
	errOvertaken = errors.New("another program has taken the clipboard")
)

// windowsBoard is Windows' clipboard. What is put there stays there by itself. It is still the same while the system's
// count of changes is, or while its owner is the window that copied: a program that adds a format to it, as histories
// do, changes the count and not the owner.
type windowsBoard struct {
	calls  *clipboardCalls
	count  atomic.Uint32  // of changes when the secret was put there; 0 is no secret
	window atomic.Uintptr // that copied
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
	if w.calls.owner() != window { // then the count is of another program's change
		return errOvertaken
	}
	w.window.Store(window)
	w.count.Store(count)
	return nil
}

// fill replaces what is on the clipboard, which is open, with a secret and the marks that keep it out of
// histories, off other devices and from programs that watch. The secret is never there without them.
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

// mark puts Windows' marks on the clipboard: https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats
func (w *windowsBoard) mark() error {
	for _, name := range []string{
		"ExcludeClipboardContentFromMonitorProcessing", // what it holds does not matter
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

// put adds data to the clipboard. The system owns the memory once it has taken it.
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

// clear takes the secret away if it is still there. The clipboard is opened for no
// window in particular: the one that copied may be gone by now.
func (w *windowsBoard) clear() error {
	if !w.held() {
		w.count.Store(0)
		return nil
	}
	return w.open(0, func() error {
		if w.held() { // still, now that nobody else can change it
			if err := w.calls.empty(); err != nil {
				return err
			}
		}
		w.count.Store(0)
		return nil
	})
}

// leave has nothing to do: what is cleared here is empty, and has no owner that could go.
func (w *windowsBoard) leave(context.Context) error { return nil }

func (w *windowsBoard) held() bool {
	count := w.count.Load()
	return count != 0 && (count == w.calls.sequence() || w.calls.owner() == w.window.Load())
}

func (*windowsBoard) marks() bool { return true }

func (*windowsBoard) close() {}

// open has the clipboard open while act is at work, and to itself. Only the thread that
// opened it can close it. Others have it open for moments only, so it is tried for a while.
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
