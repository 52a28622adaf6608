//go:build linux || freebsd || netbsd || openbsd

package clipboard

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/jezek/xgb/xproto"
)

// answered is the property to which other owners of the clipboard write its content.
const answered = "ACCESS_KEYS_CLIPBOARD"

// clear removes the secret. Clipboard managers restore the content of a clipboard that loses its owner, so if another
// program has read the secret, clear first replaces it by a blank.
func (l *x11Link) clear() error {
	was := l.holding.end()
	if was.owner == 0 {
		return nil
	}
	var err error
	if was.read {
		err = l.putBlank(was)
	}
	// If its window still owns the selection, destroying the window clears it. Another owner is not affected.
	if gone := xproto.DestroyWindowChecked(l.conn, xproto.Window(was.owner)).Check(); gone != nil {
		err = gone
	}
	if errors.Is(err, io.EOF) || errors.Is(err, errX11Gone) { // the server is gone, and the selection with it
		return nil
	}
	return err
}

// putBlank replaces a secret by a blank if the secret is still on the clipboard.
func (l *x11Link) putBlank(was former) error {
	window, now, err := l.newOwner()
	if err != nil {
		return err
	}
	before := l.blank.put(uint32(window), uint32(now), blank)
	if before != 0 {
		xproto.DestroyWindow(l.conn, xproto.Window(before))
	}
	l.cleared.Store(&was)
	// Keep other programs from copying between the check and the claim.
	xproto.GrabServer(l.conn)
	owner, err := l.owner()
	if err == nil && owner == xproto.Window(was.owner) {
		err = l.takeSelection(window, now)
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

// removeBlank removes the blank when clipboard managers have had time to see it, and returns ErrRestored if one of them
// puts the secret back.
func (l *x11Link) removeBlank(ctx context.Context) error {
	was := l.cleared.Swap(nil)
	if was == nil {
		return nil
	}
	sleep(ctx, l.done, blankTime)
	if window := l.blank.end().owner; window != 0 {
		xproto.DestroyWindow(l.conn, xproto.Window(window))
	}
	for until := time.Now().Add(restoreTime); time.Now().Before(until); {
		owner, err := l.owner()
		if err != nil || l.holding.has(uint32(owner)) {
			return nil
		}
		if owner != 0 {
			return l.checkRestored(ctx, was.print)
		}
		if !sleep(ctx, l.done, ownerInterval) {
			return nil
		}
	}
	return nil
}

// checkRestored reads the clipboard and returns ErrRestored if its content is the secret.
func (l *x11Link) checkRestored(ctx context.Context, print fingerprint) error {
	window, err := l.newWindow()
	if err != nil {
		return nil
	}
	defer xproto.DestroyWindow(l.conn, window)
	xproto.ConvertSelection(l.conn, window, l.atoms["CLIPBOARD"], l.atoms["UTF8_STRING"], l.atoms[answered],
		xproto.TimeCurrentTime)
	ctx, cancel := context.WithTimeout(ctx, restoreTime)
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
