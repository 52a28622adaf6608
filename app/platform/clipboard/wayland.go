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

// The requests and events of ext-data-control-v1, which are those of its predecessor
// zwlr-data-control-unstable-v1 too. Through either, a program may use the clipboard at any time, not
// only in the moment of a key press in its window.
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

// patience is how long a program that pastes may take to read.
const patience = time.Second

var errWaylandGone = errors.New("the connection to the compositor was lost")

// waylandBoard is Wayland's clipboard, on a connection that is made when it is needed. Compositors without
// data control, GNOME's above all, give a program none that it could use.
//
// wl-copy --sensitive would do for some of those, but it puts what it copies into a file, and leaves it
// there when it is killed.
type waylandBoard struct {
	log  *slog.Logger
	link atomic.Pointer[waylandLink]
}

// copy copies over a new connection where the one that there was turns out to be lost: nobody need have
// noticed before.
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

func (w *waylandBoard) leave(ctx context.Context) error {
	if link := w.link.Load(); link != nil {
		link.leave(ctx)
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

// Connect is the connection that there is, or a new one.
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
	blank   holding       // what is there between a secret and nothing
	synced  chan struct{} // the compositor has done all that it was sent
	done    chan struct{} // closed when the connection is over
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

// bind makes the objects that a secret is offered through.
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

// over reports whether the connection is.
func (l *waylandLink) over() bool {
	select {
	case <-l.done:
		return true
	default:
		return false
	}
}

// copy offers secret as what is on the clipboard. What was offered before is dropped only then: a
// manager that dislikes an empty clipboard would put something there in between.
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

// lost is an error that ended the connection: this one gives no more.
func (l *waylandLink) lost(err error) error {
	l.Conn.Close()
	<-l.done
	return fmt.Errorf("%w: %w", errWaylandGone, err)
}

// source is a new source that says what it has: the secret, and the mark.
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

// textTypes is what text is called, by programs of X11's days too.
func textTypes() []string {
	return []string{"text/plain;charset=utf-8", "text/plain", "UTF8_STRING", "STRING", "TEXT"}
}

// selectSource puts source on the clipboard, and waits until the compositor has.
func (l *waylandLink) selectSource(source uint32) error {
	if err := l.Conn.Send(wayland.Call(l.device, deviceSetSelection).Object(source)); err != nil {
		return err
	}
	return l.sync()
}

// sync is settle for what was sent before, and not for an earlier call's.
func (l *waylandLink) sync() error {
	select {
	case <-l.synced: // left over
	default:
	}
	return l.settle()
}

// settle waits until the compositor has done what it was sent.
func (l *waylandLink) settle() error {
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

// clear takes the secret back: its source takes it along if it is still on the clipboard, and leaves
// another program's alone. Managers that keep a clipboard beyond its program restore what is gone, so
// where another program has read the secret, a blank replaces it first.
func (l *waylandLink) clear() error {
	if !l.holding.held.Load() {
		return nil
	}
	if err := l.sync(); err != nil { // what others have copied is known now
		l.holding.end()
		return nil
	}
	was := l.holding.end()
	if was.owner == 0 {
		return nil
	}
	var err error
	if was.read {
		err = l.replace()
	}
	if err == nil {
		err = l.Conn.Send(wayland.Call(was.owner, sourceDestroy))
	}
	if err == nil {
		err = l.settle()
	}
	if err != nil { // without the connection nothing of the secret is left
		l.log.Debug("the compositor was gone before the clipboard was cleared", "error", err)
		l.Conn.Close()
		<-l.done
	}
	return nil
}

// replace puts a blank on the clipboard.
func (l *waylandLink) replace() error {
	source, err := l.source()
	if err != nil {
		return err
	}
	if before := l.blank.put(source, 0, blank); before != 0 {
		if err := l.Conn.Send(wayland.Call(before, sourceDestroy)); err != nil {
			return err
		}
	}
	return l.selectSource(source)
}

// leave lets go of the blank once managers have seen it.
func (l *waylandLink) leave(ctx context.Context) {
	if !l.blank.held.Load() {
		return
	}
	stay(ctx, l.done, handover)
	if source := l.blank.end().owner; source != 0 {
		_ = l.Conn.Send(wayland.Call(source, sourceDestroy)) // without the connection the blank is gone as well
	}
}

// serve answers the programs that paste until the connection is over.
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
	case deviceOffer: // what others copy is none of our business
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
		return l.hand(m.Object, m.Text())
	case sourceCancelled: // another program copied something
		if l.holding.drop(m.Object) || l.blank.drop(m.Object) {
			return l.Conn.Send(wayland.Call(m.Object, sourceDestroy))
		}
	}
	return nil
}

// hand writes what is asked for to the file that came with the question.
func (l *waylandLink) hand(source uint32, mime string) error {
	file, err := l.Conn.File()
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	_ = file.SetWriteDeadline(time.Now().Add(patience))
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
