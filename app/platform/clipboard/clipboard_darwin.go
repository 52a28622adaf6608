package clipboard

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"sync"
	"sync/atomic"
	"unsafe"

	"github.com/ebitengine/purego"
	"github.com/ebitengine/purego/objc"
)

const (
	textType        = "public.utf8-plain-text"
	concealedType   = "org.nspasteboard.ConcealedType" // what marks a secret: http://nspasteboard.org
	currentHostOnly = 1                                // NSPasteboardContentsCurrentHostOnly
	utf8Encoding    = 4                                // NSUTF8StringEncoding
)

var errPasteboard = errors.New("the pasteboard did not take it")

// darwinBoard is macOS's general pasteboard. What is put there stays there by itself, so the system's
// count of changes tells whether it is still the same.
// The toolkit uses it as well, on the UI thread: views/clipboardguard has that wait.
type darwinBoard struct {
	mu    sync.Mutex   // for board: nobody promises that several threads may use it at once
	count atomic.Int64 // of changes when the secret was put there; 0 is no secret
	board func() (pasteboard, error)
}

func newBoard(*slog.Logger) board {
	return &darwinBoard{board: sync.OnceValues(generalPasteboard)}
}

func (d *darwinBoard) copy(_ uintptr, secret string) error {
	return d.use(func(p pasteboard) error {
		d.count.Store(0)
		count := p.prepare()
		// The mark first: the secret is never there without it.
		if !p.set(concealedType, "") || !p.set(textType, secret) {
			p.empty()
			return errPasteboard
		}
		d.count.Store(count)
		return nil
	})
}

// clear takes the secret away if nothing changed since it was put there.
func (d *darwinBoard) clear() error {
	count := d.count.Swap(0)
	if count == 0 {
		return nil
	}
	return d.use(func(p pasteboard) error {
		if p.changes() == count {
			p.empty()
		}
		return nil
	})
}

// leave has nothing to do: what is cleared here is empty, and has no owner that could go.
func (d *darwinBoard) leave(context.Context) error { return nil }

func (d *darwinBoard) held() bool {
	count := d.count.Load()
	if count == 0 || !d.mu.TryLock() { // while something is being done about it, what was true before
		return count != 0
	}
	defer d.mu.Unlock()
	held := false
	_ = d.pooled(func(p pasteboard) error {
		held = p.changes() == count
		return nil
	})
	return held
}

func (d *darwinBoard) marks() bool {
	return d.use(func(pasteboard) error { return nil }) == nil
}

func (d *darwinBoard) close() {}

// use has the pasteboard to itself.
func (d *darwinBoard) use(act func(pasteboard) error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.pooled(act)
}

// pooled calls act where objects that AppKit leaves to a pool are released, which is a matter of the
// thread.
func (d *darwinBoard) pooled(act func(pasteboard) error) error {
	board, err := d.board()
	if err != nil {
		return err
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	pool := objc.ID(objc.GetClass("NSAutoreleasePool")).Send(objc.RegisterName("new"))
	defer pool.Send(objc.RegisterName("drain"))
	return act(board)
}

// pasteboard is an NSPasteboard.
type pasteboard struct{ id objc.ID }

func generalPasteboard() (pasteboard, error) {
	_, err := purego.Dlopen("/System/Library/Frameworks/AppKit.framework/AppKit", purego.RTLD_LAZY|purego.RTLD_GLOBAL)
	if err != nil {
		return pasteboard{}, fmt.Errorf("no pasteboard: %w", err)
	}
	id := objc.ID(objc.GetClass("NSPasteboard")).Send(objc.RegisterName("generalPasteboard"))
	if id == 0 {
		return pasteboard{}, fmt.Errorf("no pasteboard: %w", errors.ErrUnsupported)
	}
	return pasteboard{id: id.Send(objc.RegisterName("retain"))}, nil
}

// changes counts how often the pasteboard changed hands.
func (p pasteboard) changes() int64 {
	return int64(objc.Send[int](p.id, objc.RegisterName("changeCount")))
}

// prepare empties the pasteboard for contents that stay on this Mac, off the clipboard that a user's
// devices share. It returns the count of changes from now on.
func (p pasteboard) prepare() int64 {
	return int64(objc.Send[int](p.id, objc.RegisterName("prepareForNewContentsWithOptions:"), uint(currentHostOnly)))
}

func (p pasteboard) empty() { p.id.Send(objc.RegisterName("clearContents")) }

// set adds contents of a type, and reports whether they were taken.
func (p pasteboard) set(kind, contents string) bool {
	content, typed := pasteboardString(contents), pasteboardString(kind)
	defer content.Send(objc.RegisterName("release"))
	defer typed.Send(objc.RegisterName("release"))
	if content == 0 || typed == 0 { // which setString: would raise an exception for, and end the program
		return false
	}
	return objc.Send[bool](p.id, objc.RegisterName("setString:forType:"), content, typed)
}

// pasteboardString is an NSString to be released, or nil for what is not UTF-8. It leaves no other copy of its contents
// behind.
func pasteboardString(s string) objc.ID {
	buffer := append([]byte(s), 0) // so that there is something to point at
	defer clear(buffer)
	fresh := objc.ID(objc.GetClass("NSString")).Send(objc.RegisterName("alloc"))
	made := fresh.Send(objc.RegisterName("initWithBytes:length:encoding:"),
		unsafe.Pointer(&buffer[0]), uint(len(s)), uint(utf8Encoding))
	runtime.KeepAlive(buffer)
	return made
}
