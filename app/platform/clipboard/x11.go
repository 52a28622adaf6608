//go:build linux || freebsd || netbsd || openbsd

package clipboard

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync/atomic"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

var (
	errX11Gone  = errors.New("the connection to the X server was lost")
	errOutbid   = errors.New("another program has taken the clipboard")
	errNoWindow = errors.New("the X server gave no window")
)

// x11Board is the clipboard of X11, which is the selection CLIPBOARD. It connects to the X server when it is first used.
type x11Board struct {
	log  *slog.Logger
	link atomic.Pointer[x11Link]
}

func (x *x11Board) copy(_ uintptr, secret string) error {
	link, err := x.Connect()
	if err != nil {
		return err
	}
	return link.copy(secret)
}

func (x *x11Board) clear() error {
	if link := x.link.Load(); link != nil {
		return link.clear()
	}
	return nil
}

func (x *x11Board) removeBlank(ctx context.Context) error {
	if link := x.link.Load(); link != nil {
		return link.removeBlank(ctx)
	}
	return nil
}

func (x *x11Board) held() bool {
	link := x.link.Load()
	return link != nil && link.holding.held.Load()
}

func (x *x11Board) marks() bool {
	_, err := x.Connect()
	return err == nil
}

func (x *x11Board) close() {
	if link := x.link.Swap(nil); link != nil {
		link.conn.Close()
		<-link.done
	}
}

// Connect returns the current connection, or a new one if there is none.
func (x *x11Board) Connect() (*x11Link, error) {
	if link := x.link.Load(); link != nil && !link.over() {
		return link, nil
	}
	link, err := dialX11(x.log)
	if err != nil {
		return nil, err
	}
	x.link.Store(link)
	return link, nil
}

// x11Link is a connection to the X server. For each secret, a new window owns the selection, so that an event about an
// earlier secret is never mistaken for one about the current secret.
type x11Link struct {
	log        *slog.Logger
	conn       *xgb.Conn
	atoms      map[string]xproto.Atom
	holding    holding
	blank      holding                          // the blank that replaces a cleared secret for a moment
	cleared    atomic.Pointer[former]           // the secret that the blank replaces
	answers    chan xproto.SelectionNotifyEvent // answers of other owners of the clipboard
	timeWindow atomic.Uint32                    // the window for which serverTime waits; 0 means none
	times      chan xproto.Timestamp            // the time for which serverTime waits
	done       chan struct{}                    // closed when the connection has ended
}

func dialX11(log *slog.Logger) (*x11Link, error) {
	// xgb logs a message for every server without an authority file. All connections share the logger. Setting its
	// output is safe at any time; replacing it would not be.
	xgb.Logger.SetOutput(io.Discard)
	conn, err := xgb.NewConn()
	if err != nil {
		return nil, fmt.Errorf("no X server: %w", err)
	}
	atoms, err := internAtoms(conn)
	if err != nil {
		conn.Close()
		return nil, fmt.Errorf("asking the X server for atoms: %w", err)
	}
	link := &x11Link{log: log, conn: conn, atoms: atoms,
		times: make(chan xproto.Timestamp, 1), answers: make(chan xproto.SelectionNotifyEvent, 1), done: make(chan struct{})}
	go link.serve()
	return link, nil
}

func internAtoms(conn *xgb.Conn) (map[string]xproto.Atom, error) {
	names := []string{"CLIPBOARD", "TARGETS", "TIMESTAMP", "MULTIPLE", "ATOM_PAIR", "UTF8_STRING", "TEXT",
		"text/plain", "text/plain;charset=utf-8", hint, answered}
	asked := make([]xproto.InternAtomCookie, len(names))
	for i, name := range names {
		asked[i] = xproto.InternAtom(conn, false, uint16(len(name)), name)
	}
	atoms := map[string]xproto.Atom{"STRING": xproto.AtomString}
	for i, name := range names {
		reply, err := asked[i].Reply()
		if err != nil {
			return nil, err
		}
		atoms[name] = reply.Atom
	}
	return atoms, nil
}

// over reports whether the connection has ended.
func (l *x11Link) over() bool {
	select {
	case <-l.done:
		return true
	default:
		return false
	}
}

// copy takes the selection and offers secret. It drops the earlier secret only after that, because a manager that does not
// accept an empty clipboard would otherwise restore something in between.
func (l *x11Link) copy(secret string) error {
	window, now, err := l.newOwner()
	if err != nil {
		return err
	}
	before := l.holding.put(uint32(window), uint32(now), secret)
	err = l.takeSelection(window, now)
	if before != 0 {
		xproto.DestroyWindow(l.conn, xproto.Window(before))
	}
	if err != nil {
		l.holding.drop(uint32(window))
		xproto.DestroyWindow(l.conn, window)
		return err
	}
	return nil
}

// newOwner creates a window that can own the selection, and returns it with the X server's time.
func (l *x11Link) newOwner() (window xproto.Window, now xproto.Timestamp, err error) {
	if window, err = l.newWindow(); err == nil {
		now, err = l.serverTime(window)
	}
	return window, now, err
}

// newWindow creates an invisible window.
func (l *x11Link) newWindow() (xproto.Window, error) {
	window, err := xproto.NewWindowId(l.conn)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", errNoWindow, err)
	}
	root := xproto.Setup(l.conn).DefaultScreen(l.conn).Root
	err = xproto.CreateWindowChecked(l.conn, 0, window, root, -1, -1, 1, 1, 0, xproto.WindowClassInputOnly, 0,
		xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check()
	if err != nil {
		return 0, fmt.Errorf("%w: %w", errNoWindow, err)
	}
	return window, nil
}

// serverTime returns the X server's time. A selection must be taken at that time and not at CurrentTime, because the
// server could otherwise handle the claims of two programs in the wrong order. serverTime appends nothing to a property
// and gets the time from the event that follows.
func (l *x11Link) serverTime(window xproto.Window) (xproto.Timestamp, error) {
	select {
	case <-l.times: // left over from an earlier call
	default:
	}
	l.timeWindow.Store(uint32(window))
	defer l.timeWindow.Store(0)
	xproto.ChangeProperty(l.conn, xproto.PropModeAppend, window, xproto.AtomWmName, xproto.AtomString, 8, 0, nil)
	select {
	case now := <-l.times:
		return now, nil
	case <-l.done:
		return 0, errX11Gone
	}
}

// takeSelection makes window the owner of the selection. It asks for the owner afterwards, because the server does not
// report that another program took the selection at a later time.
func (l *x11Link) takeSelection(window xproto.Window, now xproto.Timestamp) error {
	selection := l.atoms["CLIPBOARD"]
	if err := xproto.SetSelectionOwnerChecked(l.conn, window, selection, now).Check(); err != nil {
		return fmt.Errorf("taking the clipboard: %w", err)
	}
	owner, err := xproto.GetSelectionOwner(l.conn, selection).Reply()
	if err != nil {
		return fmt.Errorf("taking the clipboard: %w", err)
	}
	if owner.Owner != window {
		return errOutbid
	}
	return nil
}
