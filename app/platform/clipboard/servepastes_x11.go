//go:build linux || freebsd || netbsd || openbsd

package clipboard

import (
	"unicode/utf8"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// mostPairAtoms is the most atoms in a MULTIPLE request. Each target takes two.
const mostPairAtoms = 64

// serve answers programs that paste until the connection ends.
func (l *x11Link) serve() {
	defer close(l.done)
	defer l.holding.end()
	defer l.blank.end()
	for {
		event, fault := l.conn.WaitForEvent()
		switch e := event.(type) {
		case xproto.SelectionRequestEvent:
			l.answer(e)
		case xproto.SelectionClearEvent:
			l.handleClear(e)
		case xproto.SelectionNotifyEvent:
			select {
			case l.answers <- e:
			default:
			}
		case xproto.PropertyNotifyEvent:
			l.forwardTime(e)
		case nil:
			if fault == nil {
				l.log.Debug("the connection to the X server is over")
				return
			}
			// Otherwise a requestor disappeared before it was answered.
		}
	}
}

// forwardTime sends the X server's time to serverTime if that waits for it.
func (l *x11Link) forwardTime(e xproto.PropertyNotifyEvent) {
	if uint32(e.Window) != l.timeWindow.Load() {
		return
	}
	select {
	case l.times <- e.Time:
	default:
	}
}

// handleClear drops a secret that is no longer on the clipboard because another program copied something.
func (l *x11Link) handleClear(e xproto.SelectionClearEvent) {
	if e.Selection == l.atoms["CLIPBOARD"] && (l.holding.drop(uint32(e.Owner)) || l.blank.drop(uint32(e.Owner))) {
		xproto.DestroyWindow(l.conn, e.Owner)
	}
}

// answer answers a program's request for the clipboard, or refuses it.
func (l *x11Link) answer(e xproto.SelectionRequestEvent) {
	property := e.Property
	if property == xproto.AtomNone { // an obsolete client means the property with the name of the target
		property = e.Target
	}
	served := false
	if e.Selection == l.atoms["CLIPBOARD"] {
		offering := func(secret []byte, since uint32) (read bool) {
			// A request with a time before this secret was copied is about the earlier content.
			if e.Time == xproto.TimeCurrentTime || int32(uint32(e.Time)-since) >= 0 {
				served = l.writeTo(offer{link: l, secret: secret, since: since, read: &read}, e, property)
			}
			return read
		}
		_ = l.holding.use(uint32(e.Owner), offering) || l.blank.use(uint32(e.Owner), offering)
	}
	if !served {
		property = xproto.AtomNone
	}
	notice := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection,
		Target: e.Target, Property: property}
	xproto.SendEvent(l.conn, false, e.Requestor, 0, string(notice.Bytes()))
}

// writeTo writes the requested target to the requestor's property, and reports whether it could.
func (l *x11Link) writeTo(o offer, e xproto.SelectionRequestEvent, property xproto.Atom) bool {
	if e.Target == l.atoms["MULTIPLE"] {
		return e.Property != xproto.AtomNone && l.writeMultiple(o, e)
	}
	return o.write(e.Requestor, property, e.Target)
}

// writeMultiple answers a MULTIPLE request, which has a list of targets with the properties to which they are written. It
// sets the property of each refused target to None in the list.
func (l *x11Link) writeMultiple(o offer, e xproto.SelectionRequestEvent) bool {
	list, err := xproto.GetProperty(l.conn, false, e.Requestor, e.Property, l.atoms["ATOM_PAIR"], 0, mostPairAtoms).Reply()
	if err != nil || list.Format != 32 || list.BytesAfter != 0 || len(list.Value)%8 != 0 {
		return false
	}
	for pair := list.Value; len(pair) > 0; pair = pair[8:] {
		target, property := xproto.Atom(xgb.Get32(pair)), xproto.Atom(xgb.Get32(pair[4:]))
		if property == xproto.AtomNone || !o.write(e.Requestor, property, target) {
			xgb.Put32(pair[4:], xproto.AtomNone)
		}
	}
	xproto.ChangeProperty(l.conn, xproto.PropModeReplace, e.Requestor, e.Property, l.atoms["ATOM_PAIR"], 32,
		uint32(len(list.Value)/4), list.Value)
	return true
}

// offer is what a program that pastes can get.
type offer struct {
	link   *x11Link
	secret []byte
	since  uint32
	read   *bool // set when the secret is written
}

// write writes one target to a requestor's property, and reports whether the target is supported. SAVE_TARGETS is not,
// because a clipboard manager would then keep the secret after the application ends.
func (o offer) write(requestor xproto.Window, property, target xproto.Atom) bool {
	put := func(kind xproto.Atom, format byte, data []byte) bool {
		xproto.ChangeProperty(o.link.conn, xproto.PropModeReplace, requestor, property, kind, format,
			uint32(len(data)*8/int(format)), data)
		return true
	}
	text := func(kind xproto.Atom) bool {
		*o.read = true
		return put(kind, 8, o.secret)
	}
	atoms := o.link.atoms
	switch target {
	case atoms["TARGETS"]:
		return put(xproto.AtomAtom, 32, words(o.targets()...))
	case atoms["TIMESTAMP"]:
		return put(xproto.AtomInteger, 32, words(o.since))
	case atoms[hint]:
		return put(target, 8, []byte(hintSecret))
	case atoms["TEXT"]:
		return text(atoms["UTF8_STRING"]) // the owner chooses the encoding
	case atoms["UTF8_STRING"], atoms["text/plain"], atoms["text/plain;charset=utf-8"]:
		return text(target)
	case atoms["STRING"]:
		return o.latin() && text(target)
	}
	return false
}

// targets returns the targets that write supports, and MULTIPLE.
func (o offer) targets() []uint32 {
	names := []string{"TARGETS", "TIMESTAMP", "MULTIPLE", hint, "UTF8_STRING", "text/plain;charset=utf-8",
		"text/plain", "TEXT"}
	if o.latin() {
		names = append(names, "STRING")
	}
	targets := make([]uint32, len(names))
	for i, name := range names {
		targets[i] = uint32(o.link.atoms[name])
	}
	return targets
}

// latin reports whether the secret is the same in UTF-8 and in Latin-1, the encoding of STRING.
func (o offer) latin() bool {
	for _, b := range o.secret {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// words returns 32-bit values in the encoding of xgb.
func words(values ...uint32) []byte {
	data := make([]byte, 4*len(values))
	for i, v := range values {
		xgb.Put32(data[4*i:], v)
	}
	return data
}
