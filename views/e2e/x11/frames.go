package x11

import (
	"fmt"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/damage"
	"github.com/jezek/xgb/xproto"
)

// Frames reports when a window is painted.
type Frames struct {
	conn    *xgb.Conn
	painted chan time.Time
}

// Frames starts to report when w is painted, until the result is closed.
func (w *Window) Frames() (*Frames, error) {
	conn, err := xgb.NewConnDisplay(w.display.name)
	if err != nil {
		return nil, err
	}
	f := &Frames{conn: conn, painted: make(chan time.Time, 1000)}
	if err := f.watch(w.id); err != nil {
		conn.Close()
		return nil, fmt.Errorf("the X server does not tell what is painted: %w", err)
	}
	go f.receive()
	return f, nil
}

// Close stops the reports.
func (f *Frames) Close() { f.conn.Close() }

func (f *Frames) watch(id xproto.Window) error {
	if err := damage.Init(f.conn); err != nil {
		return err
	}
	if _, err := damage.QueryVersion(f.conn, 1, 1).Reply(); err != nil {
		return err
	}
	watch, err := damage.NewDamageId(f.conn)
	if err != nil {
		return err
	}
	return damage.CreateChecked(f.conn, watch, xproto.Drawable(id), damage.ReportLevelRawRectangles).Check()
}

func (f *Frames) receive() {
	defer close(f.painted)
	for {
		event, err := f.conn.WaitForEvent()
		if event == nil && err == nil {
			return
		}
		if _, ok := event.(damage.NotifyEvent); ok {
			f.painted <- time.Now()
		}
	}
}

// Next waits for the next frame and returns its time, or false if that takes longer than limit.
func (f *Frames) Next(limit time.Duration) (at time.Time, ok bool) {
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case at, ok = <-f.painted:
		return at, ok
	case <-timer.C:
		return time.Time{}, false
	}
}

// Rest waits until nothing was painted for as long as quiet. It returns the number of frames before that.
func (f *Frames) Rest(quiet time.Duration) int {
	for n := 0; ; n++ {
		if _, ok := f.Next(quiet); !ok {
			return n
		}
	}
}

// Spoil has the whole window painted again.
func (w *Window) Spoil() error {
	return xproto.ClearAreaChecked(w.display.conn, true, w.id, 0, 0, 0, 0).Check()
}
