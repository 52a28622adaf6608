package keyspage

import (
	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// askingLink is a link of a row that asks a question, and does nothing else.
type askingLink struct {
	of   keys.Key
	op   keys.Operation
	list *keytable.List
	link *control.Link
}

// askingAt returns the link Disable or Delete of a row at a position in the window, or nil if there is none.
func askingAt(l *keytable.List, at fyne.Position) *askingLink {
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
		return newAskingLink(l, k, keys.OpDisable, row.Links.State)
	case style.Covers(row.Links.Delete, at):
		return newAskingLink(l, k, keys.OpDelete, row.Links.Delete)
	}
	return nil
}

func newAskingLink(l *keytable.List, k keys.Key, op keys.Operation, link *control.Link) *askingLink {
	link.MouseDown(nil) // a link acts only if it has the same target later
	return &askingLink{of: k, op: op, list: l, link: link}
}

// press presses the link, unless its key is in another state now: the link may do something else then.
func (a *askingLink) press() {
	if now, ok := a.list.Key(a.of.ID); ok && now.State == a.of.State {
		a.link.Tapped(nil)
	}
}
