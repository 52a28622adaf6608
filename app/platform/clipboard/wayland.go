//go:build linux || freebsd || netbsd || openbsd

package clipboard

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync/atomic"
	"time"

	"accesskeys/app/platform/wayland"
)

// The requests and events of ext-data-control-v1. Its predecessor zwlr-data-control-unstable-v1 has the same. With either
// protocol, a program may use the clipboard at any time, not only during a key press in its window.
const (
	managerCreateSource = 0
	managerGetDevice    = 1
	deviceSetSelection  = 0
	deviceOffer         = 0
	deviceFinished      = 2
	sourceOffer         = 0
	sourceDestroy       = 1
	sourceSend          = 0
	sourceCancelled     = 1
	offerDestroy        = 1
)

// pasteLimit is how long a program that pastes may take to read.
const pasteLimit = time.Second

var errWaylandGone = errors.New("the connection to the compositor was lost")

// waylandBoard is the clipboard of Wayland. It connects to the compositor when it is first used. It does not work with
// compositors that lack a data control protocol, such as GNOME's.
//
// wl-copy --sensitive would work with some of these, but it writes what it copies to a file, which stays if wl-copy is
// killed.
type waylandBoard struct {
	log  *slog.Logger
	link atomic.Pointer[waylandLink]
}

// copy copies the secret. If the connection turns out to be lost, it tries again with a new one.
func (w *waylandBoard) copy(_ uintptr, secret string) error {
	before := w.link.Load()
	for {
		link, err := w.Connect()
		if err != nil {
			return err
		}
		if err = link.copy(secret); err == nil || link != before {
			return err
		}
	}
}

func (w *waylandBoard) clear() error {
	if link := w.link.Load(); link != nil {
		return link.clear()
	}
	return nil
}

func (w *waylandBoard) removeBlank(ctx context.Context) error {
	if link := w.link.Load(); link != nil {
		link.removeBlank(ctx)
	}
	return nil
}

func (w *waylandBoard) held() bool {
	link := w.link.Load()
	return link != nil && link.holding.held.Load()
}

func (w *waylandBoard) marks() bool {
	_, err := w.Connect()
	return err == nil
}

func (w *waylandBoard) close() {
	if link := w.link.Swap(nil); link != nil {
		link.Conn.Close()
		<-link.done
	}
}

// Connect returns the current connection, or a new one if there is none.
func (w *waylandBoard) Connect() (*waylandLink, error) {
	if link := w.link.Load(); link != nil && !link.over() {
		return link, nil
	}
	link, err := dialDataControl(w.log)
	if err != nil {
		return nil, err
	}
	w.link.Store(link)
	return link, nil
}

// waylandLink is a connection to a compositor. Each secret has a source of its own.
type waylandLink struct {
	log     *slog.Logger
	Conn    *wayland.Conn
	manager uint32
	device  uint32
	holding holding
	blank   holding       // the blank that replaces a cleared secret for a moment
	synced  chan struct{} // receives when the compositor has handled all requests
	done    chan struct{} // closed when the connection has ended
}

func dialDataControl(log *slog.Logger) (*waylandLink, error) {
	wire, globals, err := wayland.Dial()
	if err != nil {
		return nil, err
	}
	link := &waylandLink{log: log, Conn: wire, synced: make(chan struct{}, 1), done: make(chan struct{})}
	if err := link.bind(globals); err != nil {
		wire.Close()
		return nil, err
	}
	go link.serve()
	return link, nil
}

// bind creates the objects with which a secret is offered.
func (l *waylandLink) bind(globals map[string]wayland.Global) error {
	kind := "ext_data_control_manager_v1"
	if _, has := globals[kind]; !has {
		kind = "zwlr_data_control_manager_v1"
	}
	manager, managed := globals[kind]
	seat, seated := globals["wl_seat"]
	if !managed || !seated {
		return fmt.Errorf("a compositor without data control: %w", errors.ErrUnsupported)
	}
	seatID, err := l.Conn.Bind("wl_seat", seat)
	if err != nil {
		return err
	}
	if l.manager, err = l.Conn.Bind(kind, manager); err != nil {
		return err
	}
	l.device, err = l.Conn.Create("device", func(id uint32) wayland.Request {
		return wayland.Call(l.manager, managerGetDevice).Object(id).Object(seatID)
	})
	return err
}

// over reports whether the connection has ended.
func (l *waylandLink) over() bool {
	select {
	case <-l.done:
		return true
	default:
		return false
	}
}

// copy offers secret as the content of the clipboard. It drops the earlier secret only after that, because a manager that
// does not accept an empty clipboard would otherwise restore something in between.
func (l *waylandLink) copy(secret string) error {
	source, err := l.source()
	if err != nil {
		return l.lost(err)
	}
	before := l.holding.put(source, 0, secret)
	if err := l.selectSource(source); err != nil {
		l.holding.drop(source)
		return l.lost(err)
	}
	if before != 0 {
		if err := l.Conn.Send(wayland.Call(before, sourceDestroy)); err != nil {
			return l.lost(err)
		}
	}
	return nil
}

// lost closes the connection and returns errWaylandGone together with the error that broke it.
func (l *waylandLink) lost(err error) error {
	l.Conn.Close()
	<-l.done
	return fmt.Errorf("%w: %w", errWaylandGone, err)
}

// source creates a source that offers the types of text and the mark.
func (l *waylandLink) source() (uint32, error) {
	source, err := l.Conn.Create("source", func(id uint32) wayland.Request {
		return wayland.Call(l.manager, managerCreateSource).Object(id)
	})
	for _, mime := range append(textTypes(), hint) {
		if err == nil {
			err = l.Conn.Send(wayland.Call(source, sourceOffer).Text(mime))
		}
	}
	return source, err
}

// textTypes returns the types of text, including those of old X11 programs.
func textTypes() []string {
	return []string{"text/plain;charset=utf-8", "text/plain", "UTF8_STRING", "STRING", "TEXT"}
}

// selectSource puts source on the clipboard and waits until the compositor has done so.
func (l *waylandLink) selectSource(source uint32) error {
	if err := l.Conn.Send(wayland.Call(l.device, deviceSetSelection).Object(source)); err != nil {
		return err
	}
	return l.sync()
}

// sync waits until the compositor has handled all requests so far. It ignores an answer that an earlier call left behind.
func (l *waylandLink) sync() error {
	select {
	case <-l.synced: // left over from an earlier call
	default:
	}
	return l.roundTrip()
}

// roundTrip asks the compositor for an answer and waits for one.
func (l *waylandLink) roundTrip() error {
	if err := l.Conn.Sync(); err != nil {
		return err
	}
	select {
	case <-l.synced:
		return nil
	case <-l.done:
		return errWaylandGone
	}
}

// serve answers programs that paste until the connection ends.
func (l *waylandLink) serve() {
	defer close(l.done)
	defer l.holding.end()
	defer l.blank.end()
	defer l.Conn.Discard()
	defer l.Conn.Close()
	for {
		m, err := l.Conn.Receive()
		if err == nil {
			err = l.handle(m)
		}
		if err != nil {
			l.log.Debug("the connection to the compositor is over", "error", err)
			return
		}
	}
}

func (l *waylandLink) handle(m *wayland.Message) error {
	switch l.Conn.Kind(m.Object) {
	case "wl_callback":
		select {
		case l.synced <- struct{}{}:
		default:
		}
	case "device":
		return l.handleDevice(m)
	case "source":
		return l.handleSource(m)
	}
	return nil
}

func (l *waylandLink) handleDevice(m *wayland.Message) error {
	switch m.Opcode {
	case deviceOffer: // another program copied something, which is not needed
		if id := m.Number(); id >= wayland.FirstServerID {
			return l.Conn.Send(wayland.Call(id, offerDestroy))
		}
	case deviceFinished: // the seat is gone
		return errWaylandGone
	}
	return nil
}

func (l *waylandLink) handleSource(m *wayland.Message) error {
	switch m.Opcode {
	case sourceSend:
		return l.writeTo(m.Object, m.Text())
	case sourceCancelled: // another program copied something
		if l.holding.drop(m.Object) || l.blank.drop(m.Object) {
			return l.Conn.Send(wayland.Call(m.Object, sourceDestroy))
		}
	}
	return nil
}

// writeTo writes the requested type of source to the file that came with the request.
func (l *waylandLink) writeTo(source uint32, mime string) error {
	file, err := l.Conn.File()
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	_ = file.SetWriteDeadline(time.Now().Add(pasteLimit))
	write := func(secret []byte, _ uint32) (read bool) {
		switch {
		case mime == hint:
			_, err = file.WriteString(hintSecret)
		case slices.Contains(textTypes(), mime):
			_, err = file.Write(secret)
			return true
		}
		return false
	}
	_ = l.holding.use(source, write) || l.blank.use(source, write)
	if err != nil {
		l.log.Debug("a program did not read all of what it pasted", "error", err)
	}
	return nil
}
