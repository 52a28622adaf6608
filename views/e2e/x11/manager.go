package x11

import (
	"github.com/jezek/xgb/xproto"
)

// ManageClipboard registers this connection as the display's clipboard manager, which programs that end can ask to keep
// what they have copied. It keeps nothing and answers no request.
func (d *Display) ManageClipboard() error {
	id, err := xproto.NewWindowId(d.conn)
	if err != nil {
		return err
	}
	err = xproto.CreateWindowChecked(d.conn, 0, id, d.root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check()
	if err != nil {
		return err
	}
	name := "CLIPBOARD_MANAGER"
	selection, err := xproto.InternAtom(d.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		return err
	}
	return xproto.SetSelectionOwnerChecked(d.conn, id, selection.Atom, xproto.TimeCurrentTime).Check()
}

// AskedToKeep reports whether a program has asked the clipboard manager to keep what it copied, since the last call.
func (d *Display) AskedToKeep() (bool, error) {
	if _, err := xproto.GetInputFocus(d.conn).Reply(); err != nil { // after the reply, all earlier events have arrived
		return false, err
	}
	asked := false
	for {
		event, err := d.conn.PollForEvent()
		if event == nil && err == nil {
			return asked, nil
		}
		if _, ok := event.(xproto.SelectionRequestEvent); ok {
			asked = true
		}
	}
}
