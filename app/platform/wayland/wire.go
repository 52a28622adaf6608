//go:build linux || freebsd || netbsd || openbsd

// Package wayland implements the parts of the Wayland protocol that the program needs.
package wayland

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
	DisplayID          = 1          // the object with which every connection begins
	FirstServerID      = 0xff000000 // the lowest ID of an object that the compositor created
	waylandHeader      = 8
	waylandFDs         = 28 // the most files in one message, as in libwayland
	DisplaySync        = 0
	displayGetRegistry = 1
	DisplayError       = 0
	DisplayDeleteID    = 1
	registryBind       = 0
	RegistryGlobal     = 0
)

var errWaylandMessage = errors.New("the compositor sent a message that is cut short")

// Conn is a connection to the compositor. Any goroutine may send, but only one may receive.
type Conn struct {
	Socket   *net.UnixConn
	in       []byte // received bytes that are not parsed yet
	fds      []int  // received files that File has not returned yet
	registry uint32

	Mu   sync.Mutex        // guards the fields below; held while sending, so that IDs are sent in order
	Last uint32            // the ID of the last object that was created here
	Live map[uint32]string // the kinds of the existing objects
}

// Global is the compositor's number for a global object.
type Global uint32

// Dial connects to the compositor and returns the globals that it offers, by interface.
func Dial() (*Conn, map[string]Global, error) {
	path, err := waylandSocket()
	if err != nil {
		return nil, nil, err
	}
	conn, err := net.DialUnix("unix", nil, &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		return nil, nil, fmt.Errorf("no compositor: %w", err)
	}
	w := &Conn{Socket: conn, Last: DisplayID, Live: map[uint32]string{DisplayID: "wl_display"}}
	_ = conn.SetDeadline(time.Now().Add(2 * time.Second))
	globals, err := w.globals()
	if err != nil {
		w.Close()
		return nil, nil, fmt.Errorf("asking the compositor what it has: %w", err)
	}
	_ = conn.SetDeadline(time.Time{})
	return w, globals, nil
}

// waylandSocket returns the path of the compositor's socket, like libwayland.
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

// globals returns the compositor's globals, by interface.
func (w *Conn) globals() (map[string]Global, error) {
	registry, err := w.Create("wl_registry", func(id uint32) Request {
		return Call(DisplayID, displayGetRegistry).Object(id)
	})
	if err != nil {
		return nil, err
	}
	w.registry = registry
	if err := w.Sync(); err != nil {
		return nil, err
	}
	found := map[string]Global{}
	for {
		m, err := w.Receive()
		if err != nil {
			return nil, err
		}
		if w.Kind(m.Object) == "wl_callback" {
			return found, nil
		}
		if m.Object == registry && m.Opcode == RegistryGlobal {
			name := Global(m.Number())
			found[m.Text()] = name
		}
	}
}

// Bind creates an object for a global, with version 1 of its interface.
func (w *Conn) Bind(kind string, g Global) (uint32, error) {
	return w.Create(kind, func(id uint32) Request {
		return Call(w.registry, registryBind).Number(uint32(g)).Text(kind).Number(1).Object(id)
	})
}

// Sync asks the compositor to send an event to a new wl_callback when it has handled all earlier requests.
func (w *Conn) Sync() error {
	_, err := w.Create("wl_callback", func(id uint32) Request {
		return Call(DisplayID, DisplaySync).Object(id)
	})
	return err
}

// Create sends a request that creates an object, and returns the object's ID.
func (w *Conn) Create(kind string, with func(id uint32) Request) (uint32, error) {
	w.Mu.Lock()
	defer w.Mu.Unlock()
	w.Last++
	w.Live[w.Last] = kind
	return w.Last, w.write(with(w.Last))
}

// Send sends a request.
func (w *Conn) Send(r Request) error {
	w.Mu.Lock()
	defer w.Mu.Unlock()
	return w.write(r)
}

func (w *Conn) write(r Request) error {
	binary.NativeEndian.PutUint16(r[6:], uint16(len(r)))
	_, err := w.Socket.Write(r)
	return err
}

// Kind returns the kind of an object, or "" if it no longer exists.
func (w *Conn) Kind(object uint32) string {
	w.Mu.Lock()
	defer w.Mu.Unlock()
	return w.Live[object]
}

// Receive returns the next event, except those of the display. It returns a protocol error of the compositor, which ends
// the connection, as an error.
func (w *Conn) Receive() (*Message, error) {
	for {
		m, err := w.Next()
		if err != nil {
			return nil, err
		}
		if m.Object != DisplayID {
			return m, nil
		}
		switch m.Opcode {
		case DisplayError:
			object, code := m.Number(), m.Number()
			return nil, fmt.Errorf("the compositor objects: %s (%s, code %d)", m.Text(), w.Kind(object), code)
		case DisplayDeleteID:
			w.Forget(m.Number())
		}
	}
}

// Forget removes an object that no longer exists.
func (w *Conn) Forget(object uint32) {
	w.Mu.Lock()
	defer w.Mu.Unlock()
	delete(w.Live, object)
}

// Next returns the next event of any object.
func (w *Conn) Next() (*Message, error) {
	for {
		if len(w.in) >= waylandHeader {
			size := int(binary.NativeEndian.Uint16(w.in[6:]))
			if size < waylandHeader {
				return nil, errWaylandMessage
			}
			if len(w.in) >= size {
				m := &Message{Object: binary.NativeEndian.Uint32(w.in), Opcode: binary.NativeEndian.Uint16(w.in[4:]),
					Rest: w.in[waylandHeader:size]}
				w.in = w.in[size:]
				return m, nil
			}
		}
		if err := w.fill(); err != nil {
			return nil, err
		}
	}
}

// fill waits for more bytes or files and adds them to w.in and w.fds.
func (w *Conn) fill() error {
	data, control := make([]byte, 4096), make([]byte, syscall.CmsgSpace(4*waylandFDs))
	n, controlled, _, _, err := w.Socket.ReadMsgUnix(data, control)
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

// File returns the next file that came with the events. The files are in the order of the events to which they belong.
func (w *Conn) File() (*os.File, error) {
	if len(w.fds) == 0 {
		return nil, errWaylandMessage
	}
	fd := w.fds[0]
	w.fds = w.fds[1:]
	if err := syscall.SetNonblock(fd, true); err != nil { // deadlines work only on a non-blocking file
		_ = syscall.Close(fd)
		return nil, err
	}
	return os.NewFile(uintptr(fd), "requestor"), nil
}

// Close closes the connection. A call of Receive under way returns an error.
func (w *Conn) Close() { _ = w.Socket.Close() }

// Discard closes the files that File has not returned.
func (w *Conn) Discard() {
	for _, fd := range w.fds {
		_ = syscall.Close(fd)
	}
	w.fds = nil
}

// Request is a message to the compositor that is being built.
type Request []byte

// Call returns a request to an object, without arguments.
func Call(object uint32, opcode uint16) Request {
	r := binary.NativeEndian.AppendUint32(nil, object)
	r = binary.NativeEndian.AppendUint16(r, opcode)
	return append(r, 0, 0) // the size, which is set when the request is sent
}

// Number appends a number.
func (r Request) Number(v uint32) Request { return binary.NativeEndian.AppendUint32(r, v) }

// Object appends the ID of an object.
func (r Request) Object(id uint32) Request { return r.Number(id) }

// Text appends a text.
func (r Request) Text(s string) Request {
	r = append(r.Number(uint32(len(s)+1)), s...)
	return append(r, make([]byte, 4-len(s)%4)...) // a terminating zero, and padding to a multiple of four
}

// Message is an event. Reading beyond its end gives zero or empty values.
type Message struct {
	Object uint32
	Opcode uint16
	Rest   []byte // the arguments that are not read yet
}

// Number reads a number from the message.
func (m *Message) Number() uint32 {
	if len(m.Rest) < 4 {
		m.Rest = nil
		return 0
	}
	v := binary.NativeEndian.Uint32(m.Rest)
	m.Rest = m.Rest[4:]
	return v
}

// Text reads a text from the message.
func (m *Message) Text() string {
	size := uint64(m.Number())
	padded := (size + 3) &^ 3
	if size == 0 || padded > uint64(len(m.Rest)) {
		m.Rest = nil
		return ""
	}
	s := string(m.Rest[:size-1])
	m.Rest = m.Rest[padded:]
	return s
}
