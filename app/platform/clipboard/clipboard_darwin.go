package clipboard

import (
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
	concealedType   = "org.nspasteboard.ConcealedType" // marks a secret: http://nspasteboard.org
	currentHostOnly = 1                                // NSPasteboardContentsCurrentHostOnly
	utf8Encoding    = 4                                // NSUTF8StringEncoding
)

var errPasteboard = errors.New("the pasteboard did not take it")

// darwinBoard is the general pasteboard of macOS. The system keeps its content. Whether the secret is still there follows
// from the system's count of changes. The toolkit uses the pasteboard too, on the UI thread. Package views/clipboardguard
// makes the UI thread wait during a copy or a clear.
type darwinBoard struct {
	mu    sync.Mutex   // guards the pasteboard, which is not documented to be thread-safe
	count atomic.Int64 // the count of changes after the secret was copied; 0 means no secret
	board func() (pasteboard, error)
}

func newBoard(*slog.Logger) board {
	return &darwinBoard{board: sync.OnceValues(generalPasteboard)}
}

func (d *darwinBoard) copy(_ uintptr, secret string) error {
	return d.use(func(p pasteboard) error {
		d.count.Store(0)
		count := p.prepare()
		// Set the mark first, so that the secret is never there without it.
		if !p.set(concealedType, "") || !p.set(textType, secret) {
			p.empty()
			return errPasteboard
		}
		d.count.Store(count)
		return nil
	})
}

func (d *darwinBoard) marks() bool {
	return d.use(func(pasteboard) error { return nil }) == nil
}

func (d *darwinBoard) close() {}

// use calls act with the pasteboard, one call at a time.
func (d *darwinBoard) use(act func(pasteboard) error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.withPool(act)
}

// withPool calls act on a thread with an autorelease pool, which releases temporary objects of AppKit.
func (d *darwinBoard) withPool(act func(pasteboard) error) error {
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

// changes returns the count of changes of the pasteboard.
func (p pasteboard) changes() int64 {
	return int64(objc.Send[int](p.id, objc.RegisterName("changeCount")))
}

// prepare empties the pasteboard for new contents that stay on this Mac and are not shared with the user's other devices.
// It returns the new count of changes.
func (p pasteboard) prepare() int64 {
	return int64(objc.Send[int](p.id, objc.RegisterName("prepareForNewContentsWithOptions:"), uint(currentHostOnly)))
}

func (p pasteboard) empty() { p.id.Send(objc.RegisterName("clearContents")) }

// set adds contents of a type, and reports whether the pasteboard accepted them.
func (p pasteboard) set(kind, contents string) bool {
	content, typed := pasteboardString(contents), pasteboardString(kind)
	defer content.Send(objc.RegisterName("release"))
	defer typed.Send(objc.RegisterName("release"))
	if content == 0 || typed == 0 { // setString: would raise an exception for nil, which ends the program
		return false
	}
	return objc.Send[bool](p.id, objc.RegisterName("setString:forType:"), content, typed)
}

// pasteboardString returns an NSString that the caller must release, or nil if s is not UTF-8. It leaves no other copy of
// s behind.
func pasteboardString(s string) objc.ID {
	buffer := append([]byte(s), 0) // not empty, so that there is a first byte to point at
	defer clear(buffer)
	fresh := objc.ID(objc.GetClass("NSString")).Send(objc.RegisterName("alloc"))
	made := fresh.Send(objc.RegisterName("initWithBytes:length:encoding:"),
		unsafe.Pointer(&buffer[0]), uint(len(s)), uint(utf8Encoding))
	runtime.KeepAlive(buffer)
	return made
}
