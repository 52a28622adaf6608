//go:build linux || freebsd || netbsd || openbsd

package clipboard

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/jezek/xgb/xproto"
)

// answered is the property where other owners put what they have.
const answered = "ACCESS_KEYS_CLIPBOARD"

// clear takes the secret back. Clipboard managers restore what a program had on the clipboard when that
// leaves it without an owner, so where another program has read the secret, a blank replaces it first.
func (l *x11Link) clear() error {
	was := l.holding.end()
	if was.owner == 0 {
		return nil
	}
	var err error
	if was.read {
		err = l.replace(was)
	}
	// Its window takes the selection along if it is still the owner, and leaves another program's alone.
	if gone := xproto.DestroyWindowChecked(l.conn, xproto.Window(was.owner)).Check(); gone != nil {
		err = gone
	}
	if errors.Is(err, io.EOF) || errors.Is(err, errX11Gone) { // the server is gone, and the selection with it
		return nil
	}
	return err
}

// replace puts a blank in the place of a secret, if that is still on the clipboard.
func (l *x11Link) replace(was former) error {
	window, now, err := l.newOwner()
	if err != nil {
		return err
	}
	before := l.blank.put(uint32(window), uint32(now), blank)
	if before != 0 {
		xproto.DestroyWindow(l.conn, xproto.Window(before))
	}
	l.cleared.Store(&was)
	// Nobody else copies anything between the question and the claim.
	xproto.GrabServer(l.conn)
	owner, err := l.owner()
	if err == nil && owner == xproto.Window(was.owner) {
		err = l.own(window, now)
	}
	xproto.UngrabServer(l.conn)
	return err
}

func (l *x11Link) owner() (xproto.Window, error) {
	reply, err := xproto.GetSelectionOwner(l.conn, l.atoms["CLIPBOARD"]).Reply()
	if err != nil {
		return 0, err
	}
	return reply.Owner, nil
}

// leave lets go of the blank, and looks whether the secret comes back.
func (l *x11Link) leave(ctx context.Context) error {
	was := l.cleared.Swap(nil)
	if was == nil {
		return nil
	}
	stay(ctx, l.done, handover)
	if window := l.blank.end().owner; window != 0 {
		xproto.DestroyWindow(l.conn, xproto.Window(window))
	}
	for until := time.Now().Add(relapse); time.Now().Before(until); {
		owner, err := l.owner()
		if err != nil || l.holding.has(uint32(owner)) {
			return nil
		}
		if owner != 0 {
			return l.compare(ctx, was.print)
		}
		if !stay(ctx, l.done, glance) {
			return nil
		}
	}
	return nil
}

// compare asks the clipboard's owner for what it has, and is ErrRestored if that is the secret.
func (l *x11Link) compare(ctx context.Context, print fingerprint) error {
	window, err := l.newWindow()
	if err != nil {
		return nil
	}
	defer xproto.DestroyWindow(l.conn, window)
	xproto.ConvertSelection(l.conn, window, l.atoms["CLIPBOARD"], l.atoms["UTF8_STRING"], l.atoms[answered],
		xproto.TimeCurrentTime)
	ctx, cancel := context.WithTimeout(ctx, relapse)
	defer cancel()
	for {
		select {
		case answer := <-l.answers:
			if answer.Requestor != window {
				continue
			}
			got, err := xproto.GetProperty(l.conn, true, window, l.atoms[answered], xproto.GetPropertyTypeAny, 0,
				longest/4+1).Reply()
			if err != nil {
				return nil
			}
			defer clear(got.Value)
			if print.matches(got.Value) {
				return ErrRestored
			}
			return nil
		case <-l.done:
			return nil
		case <-ctx.Done():
			return nil
		}
	}
}
