// Package askinglink finds the link of a row that a click beside an open question is meant for.
package askinglink

import (
	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// Link is a link of a row that asks a question, and does nothing else.
type Link struct {
	of   keys.Key
	op   keys.Operation
	list *keytable.List
	link *control.Link
}

// At returns the link Disable or Delete of a row at a position in the window, or nil if there is none.
func At(l *keytable.List, at fyne.Position) *Link {
	if !style.Covers(l, at) {
		return nil
	}
	y := at.Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(l).Y + l.GetScrollOffset()
	place := int(y / l.Layout.Pitch())
	if place >= len(l.Keys) {
		return nil
	}
	k := l.Keys[place]
	row := l.Pool.At(place, k.ID)
	switch {
	case row == nil:
	case keys.Toggle(k.State) == keys.OpDisable && style.Covers(row.Links.State, at):
		return newLink(l, k, keys.OpDisable, row.Links.State)
	case style.Covers(row.Links.Delete, at):
		return newLink(l, k, keys.OpDelete, row.Links.Delete)
	}
	return nil
}

func newLink(l *keytable.List, k keys.Key, op keys.Operation, link *control.Link) *Link {
	link.MouseDown(nil) // a link acts only if it has the same target later
	return &Link{of: k, op: op, list: l, link: link}
}

// Asks reports whether the link asks about an operation on a key.
func (a *Link) Asks(op keys.Operation, id string) bool { return a.op == op && a.of.ID == id }

// Press presses the link, unless its key is in another state now: the link may do something else then.
func (a *Link) Press() {
	if now, ok := a.list.Key(a.of.ID); ok && now.State == a.of.State {
		a.link.Tapped(nil)
	}
}
