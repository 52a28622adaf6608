// Package x11 operates a window from outside, as a user at an X display would: with real key presses and clicks, and by
// the pixels on screen. The end-to-end tests and the README's picture use it.
package x11

import (
	"errors"
	"fmt"
	"image"
	"io"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// Display is a connection to an X server.
type Display struct {
	name string
	conn *xgb.Conn
	root xproto.Window
	size image.Point
	keys map[xproto.Keysym]stroke
}

// Open connects to an X server by its name, such as ":99".
func Open(name string) (*Display, error) {
	xgb.Logger.SetOutput(io.Discard) // it logs a remark about every server without an authority file
	conn, err := xgb.NewConnDisplay(name)
	if err != nil {
		return nil, fmt.Errorf("no X display %q: %w", name, err)
	}
	if err := xtest.Init(conn); err != nil {
		conn.Close()
		return nil, fmt.Errorf("the X server cannot be sent input: %w", err)
	}
	screen := xproto.Setup(conn).DefaultScreen(conn)
	d := &Display{name: name, conn: conn, root: screen.Root,
		size: image.Pt(int(screen.WidthInPixels), int(screen.HeightInPixels))}
	if d.keys, err = keyboard(conn); err != nil {
		conn.Close()
		return nil, err
	}
	return d, nil
}

// Close ends the connection.
func (d *Display) Close() { d.conn.Close() }

// Window is a top-level window with a title.
type Window struct {
	display *Display
	id      xproto.Window
	area    image.Rectangle // on the display
}

// ErrNoWindow means that no window with a title is on screen.
var ErrNoWindow = errors.New("no window with a title is on screen")

// Window finds the first window on screen that has a title and belongs to the process pid; 0 is any.
func (d *Display) Window(pid int) (*Window, error) {
	return d.search(d.root, pid)
}

func (d *Display) search(parent xproto.Window, pid int) (*Window, error) {
	tree, err := xproto.QueryTree(d.conn, parent).Reply()
	if err != nil {
		return nil, err
	}
	for _, id := range tree.Children {
		if w := d.titled(id, pid); w != nil {
			return w, nil
		}
		if w, err := d.search(id, pid); err == nil {
			return w, nil
		}
	}
	return nil, ErrNoWindow
}

// titled returns the window with this ID if it is visible, has a title and belongs to pid, and nil otherwise.
func (d *Display) titled(id xproto.Window, pid int) *Window {
	attributes, err := xproto.GetWindowAttributes(d.conn, id).Reply()
	if err != nil || attributes.MapState != xproto.MapStateViewable {
		return nil
	}
	if len(d.property(id, "_NET_WM_NAME")) == 0 {
		return nil
	}
	owner := d.property(id, "_NET_WM_PID")
	if pid != 0 && (len(owner) < 4 || int(xgb.Get32(owner)) != pid) {
		return nil
	}
	geometry, err := xproto.GetGeometry(d.conn, xproto.Drawable(id)).Reply()
	if err != nil {
		return nil
	}
	at, err := xproto.TranslateCoordinates(d.conn, id, d.root, 0, 0).Reply()
	if err != nil {
		return nil
	}
	corner := image.Pt(int(at.DstX), int(at.DstY))
	size := image.Pt(int(geometry.Width), int(geometry.Height))
	return &Window{display: d, id: id, area: image.Rectangle{Min: corner, Max: corner.Add(size)}}
}

func (d *Display) property(id xproto.Window, name string) []byte {
	atom, err := xproto.InternAtom(d.conn, true, uint16(len(name)), name).Reply()
	if err != nil {
		return nil
	}
	value, err := xproto.GetProperty(d.conn, false, id, atom.Atom, xproto.GetPropertyTypeAny, 0, 1<<16).Reply()
	if err != nil {
		return nil
	}
	return value.Value
}

// Title returns the window's title.
func (w *Window) Title() string { return string(w.display.property(w.id, "_NET_WM_NAME")) }

// Size returns the window's size in pixels.
func (w *Window) Size() image.Point { return w.area.Size() }

// Area returns the window's rectangle on the display in pixels, without its frame.
func (w *Window) Area() image.Rectangle { return w.area }

// Size returns the display's size in pixels.
func (d *Display) Size() image.Point { return d.size }

// Focus gives the keyboard to the window.
func (w *Window) Focus() error {
	return xproto.SetInputFocusChecked(w.display.conn, xproto.InputFocusPointerRoot, w.id, xproto.TimeCurrentTime).Check()
}

// Resize asks for another size in pixels.
func (w *Window) Resize(width, height int) error {
	return xproto.ConfigureWindowChecked(w.display.conn, w.id,
		xproto.ConfigWindowWidth|xproto.ConfigWindowHeight, []uint32{uint32(width), uint32(height)}).Check()
}

// Maximize asks the window manager to maximize the window.
func (w *Window) Maximize() error {
	const add = 1 // _NET_WM_STATE_ADD of EWMH
	return w.tell(w.display.root, "_NET_WM_STATE", []uint32{add, w.display.atom("_NET_WM_STATE_MAXIMIZED_VERT"),
		w.display.atom("_NET_WM_STATE_MAXIMIZED_HORZ")}, forManager)
}

// Unmaximize asks the window manager to restore the window from its maximized state.
func (w *Window) Unmaximize() error {
	const remove = 0 // _NET_WM_STATE_REMOVE of EWMH
	return w.tell(w.display.root, "_NET_WM_STATE", []uint32{remove, w.display.atom("_NET_WM_STATE_MAXIMIZED_VERT"),
		w.display.atom("_NET_WM_STATE_MAXIMIZED_HORZ")}, forManager)
}

// Close asks the program to close the window, as the title bar's button does.
func (w *Window) Close() error {
	return w.tell(w.id, "WM_PROTOCOLS", []uint32{w.display.atom("WM_DELETE_WINDOW"), xproto.TimeCurrentTime}, 0)
}

// Minimize asks the window manager to minimise the window.
func (w *Window) Minimize() error {
	const iconic = 3 // ICCCM 4.1.4
	return w.tell(w.display.root, "WM_CHANGE_STATE", []uint32{iconic}, forManager)
}

// Restore asks for a minimised window to be shown again.
func (w *Window) Restore() error {
	return xproto.MapWindowChecked(w.display.conn, w.id).Check()
}

// InFront reports whether the window is on screen, above all other managed windows, and has the keyboard.
func (w *Window) InFront() bool {
	attributes, err := xproto.GetWindowAttributes(w.display.conn, w.id).Reply()
	if err != nil || attributes.MapState != xproto.MapStateViewable {
		return false
	}
	focus, err := xproto.GetInputFocus(w.display.conn).Reply()
	if err != nil || focus.Focus != w.id {
		return false
	}
	stack := w.display.property(w.display.root, "_NET_CLIENT_LIST_STACKING")
	return len(stack) >= 4 && xproto.Window(xgb.Get32(stack[len(stack)-4:])) == w.id
}

// OnScreen reports whether the window is on screen, not minimised.
func (w *Window) OnScreen() bool {
	attributes, err := xproto.GetWindowAttributes(w.display.conn, w.id).Reply()
	return err == nil && attributes.MapState == xproto.MapStateViewable
}

// OpenElsewhere opens a tiny window at the display's corner, bypassing the window manager, and gives it the keyboard.
func (d *Display) OpenElsewhere() error {
	id, err := xproto.NewWindowId(d.conn)
	if err != nil {
		return err
	}
	for _, step := range []interface{ Check() error }{
		xproto.CreateWindowChecked(d.conn, xproto.WindowClassCopyFromParent, id, d.root, 0, 0, 1, 1, 0,
			xproto.WindowClassInputOutput, 0, xproto.CwOverrideRedirect, []uint32{1}),
		xproto.MapWindowChecked(d.conn, id),
		xproto.SetInputFocusChecked(d.conn, xproto.InputFocusParent, id, xproto.TimeCurrentTime),
	} {
		if err := step.Check(); err != nil {
			return err
		}
	}
	return nil
}

// forManager selects the window manager among those that listen to the root window.
const forManager = xproto.EventMaskSubstructureRedirect | xproto.EventMaskSubstructureNotify

// tell sends a client message about the window.
func (w *Window) tell(to xproto.Window, kind string, words []uint32, mask uint32) error {
	message := xproto.ClientMessageEvent{Format: 32, Window: w.id, Type: xproto.Atom(w.display.atom(kind)),
		Data: xproto.ClientMessageDataUnionData32New(append(words, make([]uint32, 5-len(words))...))}
	return xproto.SendEventChecked(w.display.conn, false, to, mask, string(message.Bytes())).Check()
}

func (d *Display) atom(name string) uint32 {
	reply, err := xproto.InternAtom(d.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		return xproto.AtomNone
	}
	return uint32(reply.Atom)
}
