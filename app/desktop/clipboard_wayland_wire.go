//go:build linux || freebsd || netbsd || openbsd

package desktop

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// Wayland's numbers: https://wayland.freedesktop.org/docs/html/apa.html
const (
	waylandDisplay     = 1          // the object that every connection begins with
	waylandServerIDs   = 0xff000000 // and above are objects that the compositor made
	waylandHeader      = 8
	waylandFDs         = 28 // in one message, as libwayland has it
	displaySync        = 0
	displayGetRegistry = 1
	displayError       = 0
	displayDeleteID    = 1
	registryBind       = 0
	registryGlobal     = 0
)

var errWaylandMessage = errors.New("the compositor sent a message that is cut short")

// wire speaks Wayland's protocol. Any goroutine may send; one receives.
type wire struct {
	conn     *net.UnixConn
	in       []byte // received, not looked at yet
	fds      []int  // likewise
	registry uint32

	mu   sync.Mutex // for all below, so that the compositor hears of new objects in the order of their IDs
	last uint32
	live map[uint32]string // what kind of object each is that the compositor knows
}

// global is the number under which the compositor has something to offer.
type global uint32

// dialWayland connects to the compositor and learns what it has to offer.
func dialWayland() (*wire, map[string]global, error) {
	path, err := waylandSocket()
	if err != nil {
		return nil, nil, err
	}
	conn, err := net.DialUnix("unix", nil, &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		return nil, nil, fmt.Errorf("no compositor: %w", err)
	}
	w := &wire{conn: conn, last: waylandDisplay, live: map[uint32]string{waylandDisplay: "wl_display"}}
	_ = conn.SetDeadline(time.Now().Add(2 * time.Second))
	globals, err := w.globals()
	if err != nil {
		w.close()
		return nil, nil, fmt.Errorf("asking the compositor what it has: %w", err)
	}
	_ = conn.SetDeadline(time.Time{})
	return w, globals, nil
}

// waylandSocket is where libwayland, too, would look for the compositor.
func waylandSocket() (string, error) {
	name := os.Getenv("WAYLAND_DISPLAY")
	if name == "" {
		name = "wayland-0"
	}
	if filepath.IsAbs(name) {
		return name, nil
	}
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		return "", errors.New("no compositor: XDG_RUNTIME_DIR is not set")
	}
	return filepath.Join(dir, name), nil
}

// globals is what the compositor offers to everyone.
func (w *wire) globals() (map[string]global, error) {
	registry, err := w.create("wl_registry", func(id uint32) request {
		return call(waylandDisplay, displayGetRegistry).object(id)
	})
	if err != nil {
		return nil, err
	}
	w.registry = registry
	if err := w.sync(); err != nil {
		return nil, err
	}
	found := map[string]global{}
	for {
		m, err := w.receive()
		if err != nil {
			return nil, err
		}
		if w.kind(m.object) == "wl_callback" {
			return found, nil
		}
		if m.object == registry && m.opcode == registryGlobal {
			name := global(m.number())
			found[m.text()] = name
		}
	}
}

// bind makes an object of a global, in version 1 of its interface.
func (w *wire) bind(kind string, g global) (uint32, error) {
	return w.create(kind, func(id uint32) request {
		return call(w.registry, registryBind).number(uint32(g)).text(kind).number(1).object(id)
	})
}

// sync has the compositor send an event to a new wl_callback when it has done all that was sent before.
func (w *wire) sync() error {
	_, err := w.create("wl_callback", func(id uint32) request {
		return call(waylandDisplay, displaySync).object(id)
	})
	return err
}

// create sends a request that makes an object, and returns the object.
func (w *wire) create(kind string, with func(id uint32) request) (uint32, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.last++
	w.live[w.last] = kind
	return w.last, w.write(with(w.last))
}

// send sends a request.
func (w *wire) send(r request) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.write(r)
}

func (w *wire) write(r request) error {
	binary.NativeEndian.PutUint16(r[6:], uint16(len(r)))
	_, err := w.conn.Write(r)
	return err
}

// kind is what kind an object is of, or nothing once it is gone.
func (w *wire) kind(object uint32) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.live[object]
}

// receive is the next event. It returns the compositor's complaint as an error: that ends a connection.
func (w *wire) receive() (*message, error) {
	for {
		m, err := w.next()
		if err != nil {
			return nil, err
		}
		if m.object != waylandDisplay {
			return m, nil
		}
		switch m.opcode {
		case displayError:
			object, code := m.number(), m.number()
			return nil, fmt.Errorf("the compositor objects: %s (%s, code %d)", m.text(), w.kind(object), code)
		case displayDeleteID:
			w.forget(m.number())
		}
	}
}

func (w *wire) forget(object uint32) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.live, object)
}

// next is the next event of any object.
func (w *wire) next() (*message, error) {
	for {
		if len(w.in) >= waylandHeader {
			size := int(binary.NativeEndian.Uint16(w.in[6:]))
			if size < waylandHeader {
				return nil, errWaylandMessage
			}
			if len(w.in) >= size {
				m := &message{object: binary.NativeEndian.Uint32(w.in), opcode: binary.NativeEndian.Uint16(w.in[4:]),
					rest: w.in[waylandHeader:size]}
				w.in = w.in[size:]
				return m, nil
			}
		}
		if err := w.fill(); err != nil {
			return nil, err
		}
	}
}

// fill waits for more to look at.
func (w *wire) fill() error {
	data, control := make([]byte, 4096), make([]byte, syscall.CmsgSpace(4*waylandFDs))
	n, controlled, _, _, err := w.conn.ReadMsgUnix(data, control)
	if err != nil {
		return err
	}
	if n == 0 {
		return net.ErrClosed
	}
	w.in = append(w.in, data[:n]...)
	messages, err := syscall.ParseSocketControlMessage(control[:controlled])
	if err != nil {
		return err
	}
	for _, m := range messages {
		if fds, err := syscall.ParseUnixRights(&m); err == nil {
			w.fds = append(w.fds, fds...)
		}
	}
	return nil
}

// file is the next file that came with the events. They come in the order of the events that speak of them.
func (w *wire) file() (*os.File, error) {
	if len(w.fds) == 0 {
		return nil, errWaylandMessage
	}
	fd := w.fds[0]
	w.fds = w.fds[1:]
	if err := syscall.SetNonblock(fd, true); err != nil { // else no deadline works on it
		_ = syscall.Close(fd)
		return nil, err
	}
	return os.NewFile(uintptr(fd), "requestor"), nil
}

// close ends the connection; the one who receives learns of it.
func (w *wire) close() { _ = w.conn.Close() }

// discard closes the files that nobody asked for.
func (w *wire) discard() {
	for _, fd := range w.fds {
		_ = syscall.Close(fd)
	}
	w.fds = nil
}

// request is a message to the compositor in the making.
type request []byte

// call begins a request to an object.
func call(object uint32, opcode uint16) request {
	r := binary.NativeEndian.AppendUint32(nil, object)
	r = binary.NativeEndian.AppendUint16(r, opcode)
	return append(r, 0, 0) // its size, filled in when it is sent
}

func (r request) number(v uint32) request { return binary.NativeEndian.AppendUint32(r, v) }

func (r request) object(id uint32) request { return r.number(id) }

func (r request) text(s string) request {
	r = append(r.number(uint32(len(s)+1)), s...)
	return append(r, make([]byte, 4-len(s)%4)...) // it ends in a zero, and in a multiple of four
}

// message is an event. What is read beyond its end is zero or empty.
type message struct {
	object uint32
	opcode uint16
	rest   []byte
}

func (m *message) number() uint32 {
	if len(m.rest) < 4 {
		m.rest = nil
		return 0
	}
	v := binary.NativeEndian.Uint32(m.rest)
	m.rest = m.rest[4:]
	return v
}

func (m *message) text() string {
	size := uint64(m.number())
	padded := (size + 3) &^ 3
	if size == 0 || padded > uint64(len(m.rest)) {
		m.rest = nil
		return ""
	}
	s := string(m.rest[:size-1])
	m.rest = m.rest[padded:]
	return s
}
