//go:build linux

package clipboard

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"accesskeys/app/platform/wayland"
)

// compositor is a fake Wayland compositor that has only a clipboard. Other tests use sway, a real one.
type compositor struct {
	t       *testing.T
	globals []string

	listener *net.UnixListener
	ended    chan struct{} // closed when no client is served any more

	mu     sync.Mutex
	guests map[*guest]bool
	from   *guest // the client whose source is the selection; nil if there is none
	source uint32
	text   string // otherwise the text that another program copied
}

// guest is a client of the compositor.
type guest struct {
	*wayland.Conn
	offered map[uint32][]string // by source
	device  uint32
	made    uint32 // the number of objects that the compositor created for it
	silent  bool   // the compositor does not answer it
}

func newCompositor(t *testing.T, globals ...string) *compositor {
	t.Helper()
	alone(t)
	c := &compositor{t: t, globals: globals, guests: map[*guest]bool{}}
	c.open("wayland-7")
	t.Cleanup(c.close)
	return c
}

// open starts to listen, and sets the environment to the compositor's address.
func (c *compositor) open(name string) {
	c.t.Helper()
	address := &net.UnixAddr{Name: filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name), Net: "unix"}
	listener, err := net.ListenUnix("unix", address)
	if err != nil {
		c.t.Fatal(err)
	}
	c.t.Setenv("WAYLAND_DISPLAY", name)
	c.t.Setenv("XDG_SESSION_TYPE", "wayland")
	c.listener, c.ended = listener, make(chan struct{})
	go c.run()
}

// run serves all clients until the compositor ends.
func (c *compositor) run() {
	defer close(c.ended)
	var served sync.WaitGroup
	defer served.Wait()
	for {
		conn, err := c.listener.AcceptUnix()
		if err != nil {
			c.dismiss()
			return
		}
		g := &guest{Conn: &wayland.Conn{Socket: conn, Live: map[uint32]string{1: "wl_display"}}, offered: map[uint32][]string{}}
		c.mu.Lock()
		c.guests[g] = true
		c.mu.Unlock()
		served.Go(func() { c.serve(g) })
	}
}

// dismiss closes the connections of all clients.
func (c *compositor) dismiss() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for g := range c.guests {
		g.Close()
	}
}

// close ends the compositor and drops the selection, which the next compositor must not have.
func (c *compositor) close() {
	_ = c.listener.Close()
	<-c.ended
}

func (c *compositor) serve(g *guest) {
	for c.next(g) {
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.guests, g)
	if c.from == g {
		c.from = nil
	}
	g.Close()
}

// next handles the next request, and reports whether there was one.
func (c *compositor) next(g *guest) bool {
	m, err := g.Next()
	if err != nil {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.handle(g, m); err != nil && !isLoss(err) {
		c.t.Errorf("the compositor was told something wrong: %v", err)
		return false
	}
	return true
}

// isLoss reports whether an error means that either side closed the connection.
func isLoss(err error) bool {
	return errors.Is(err, net.ErrClosed) || errors.Is(err, syscall.EPIPE) || errors.Is(err, syscall.ECONNRESET)
}

func (c *compositor) handle(g *guest, m *wayland.Message) error {
	switch kind := g.Kind(m.Object); kind {
	case "wl_display":
		return c.display(g, m)
	case "wl_registry":
		name, of := m.Number(), m.Text()
		if version := m.Number(); version != 1 || c.globals[name-1] != of {
			return fmt.Errorf("bound %s", of)
		}
		return g.know(m.Number(), of)
	case "ext_data_control_manager_v1", "zwlr_data_control_manager_v1":
		if m.Opcode == managerCreateSource {
			return g.know(m.Number(), "source")
		}
		g.device = m.Number()
		return errors.Join(g.know(g.device, "device"), g.Send(wayland.Call(g.device, 1).Number(0)))
	case "source":
		return c.offering(g, m)
	case "device":
		return c.selected(g, m.Number())
	default:
		if m.Object >= wayland.FirstServerID && m.Opcode == offerDestroy {
			return nil
		}
		return fmt.Errorf("request %d of object %d, which is a %q", m.Opcode, m.Object, kind)
	}
}

// know records a new object. IDs must be in order.
func (g *guest) know(id uint32, kind string) error {
	g.Mu.Lock()
	defer g.Mu.Unlock()
	if id <= g.Last {
		return fmt.Errorf("object %d after %d", id, g.Last)
	}
	g.Last, g.Live[id] = id, kind
	return nil
}

func (c *compositor) display(g *guest, m *wayland.Message) error {
	id := m.Number()
	if m.Opcode == wayland.DisplaySync {
		if g.silent {
			return g.know(id, "wl_callback")
		}
		return errors.Join(g.know(id, "wl_callback"), g.Send(wayland.Call(id, 0).Number(0)), g.gone(id))
	}
	err := g.know(id, "wl_registry")
	for i, kind := range c.globals {
		err = errors.Join(err, g.Send(wayland.Call(id, wayland.RegistryGlobal).Number(uint32(i+1)).Text(kind).Number(1)))
	}
	return err
}

// gone tells a client that an object no longer exists.
func (g *guest) gone(id uint32) error {
	g.Forget(id)
	return g.Send(wayland.Call(wayland.DisplayID, wayland.DisplayDeleteID).Number(id))
}

func (c *compositor) offering(g *guest, m *wayland.Message) error {
	if m.Opcode == sourceOffer {
		g.offered[m.Object] = append(g.offered[m.Object], m.Text())
		return nil
	}
	if c.from == g && c.source == m.Object {
		c.from = nil
	}
	return g.gone(m.Object)
}

func (c *compositor) selected(g *guest, source uint32) error {
	if g.Kind(source) != "source" {
		return fmt.Errorf("object %d is copied, which is no source", source)
	}
	err := c.cancel()
	c.from, c.source, c.text = g, source, ""
	return err
}

func (c *compositor) cancel() error {
	if c.from == nil {
		return nil
	}
	return c.from.Send(wayland.Call(c.source, sourceCancelled))
}

// copy lets another program copy something, which all clients are told.
func (c *compositor) copy(text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	_ = c.cancel()
	c.from, c.text = nil, text
	for g := range c.guests {
		if g.device == 0 {
			continue
		}
		id := wayland.FirstServerID + g.made
		g.made++
		_ = g.Send(wayland.Call(g.device, deviceOffer).Object(id))
		_ = g.Send(wayland.Call(id, 0).Text("text/plain"))
		_ = g.Send(wayland.Call(g.device, 1).Object(id))
	}
}

// owner returns the client whose source is the selection, and the source.
func (c *compositor) owner() (*guest, uint32) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.from, c.source
}

func (c *compositor) targets() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.from == nil {
		return nil
	}
	return c.from.offered[c.source]
}

func (c *compositor) paste(target string) (string, error) {
	c.mu.Lock()
	from, source, text := c.from, c.source, c.text
	offered := from != nil && slices.Contains(from.offered[source], target)
	c.mu.Unlock()
	if from == nil && text != "" {
		return text, nil
	}
	if !offered {
		return "", errors.New("there is no such thing on the clipboard")
	}
	return from.ask(source, target)
}

// ask makes a client write the requested type to a pipe.
func (g *guest) ask(source uint32, target string) (string, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer func() { _ = read.Close() }()
	err = g.sendFile(source, target, write)
	_ = write.Close()
	if err != nil {
		return "", err
	}
	_ = read.SetReadDeadline(time.Now().Add(someTime))
	got, err := io.ReadAll(read)
	return string(got), err
}

func (g *guest) sendFile(source uint32, target string, file *os.File) error {
	m := wayland.Call(source, sourceSend).Text(target)
	m[6], m[7] = byte(len(m)), 0 // little-endian, like the machines that run the tests
	g.Mu.Lock()
	defer g.Mu.Unlock()
	_, _, err := g.Socket.WriteMsgUnix(m, syscall.UnixRights(int(file.Fd())), nil)
	return err
}
