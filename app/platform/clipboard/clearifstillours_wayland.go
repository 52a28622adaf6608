//go:build linux || freebsd || netbsd || openbsd

package clipboard

import (
	"context"

	"accesskeys/app/platform/wayland"
)

// clear destroys the source of the secret, which removes the secret if it is still on the clipboard and does not affect
// what another program copied. Clipboard managers restore what disappears, so if another program has read the secret,
// clear first replaces it by a blank.
func (l *waylandLink) clear() error {
	if !l.holding.held.Load() {
		return nil
	}
	if err := l.sync(); err != nil { // after this, we know whether another program copied something
		l.holding.end()
		return nil
	}
	was := l.holding.end()
	if was.owner == 0 {
		return nil
	}
	var err error
	if was.read {
		err = l.putBlank()
	}
	if err == nil {
		err = l.Conn.Send(wayland.Call(was.owner, sourceDestroy))
	}
	if err == nil {
		err = l.roundTrip()
	}
	if err != nil { // closing the connection removes the secret as well
		l.log.Debug("the compositor was gone before the clipboard was cleared", "error", err)
		l.Conn.Close()
		<-l.done
	}
	return nil
}

// putBlank puts a blank on the clipboard.
func (l *waylandLink) putBlank() error {
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

// removeBlank removes the blank when clipboard managers have had time to see it.
func (l *waylandLink) removeBlank(ctx context.Context) {
	if !l.blank.held.Load() {
		return
	}
	sleep(ctx, l.done, blankTime)
	if source := l.blank.end().owner; source != 0 {
		_ = l.Conn.Send(wayland.Call(source, sourceDestroy)) // if the connection has ended, the blank is gone too
	}
}
