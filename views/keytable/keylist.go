// Package keytable provides the table of access keys: its columns, header, rows, selection and keyboard. It leaves it
// to callbacks to act on a key.
package keytable

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/drawtogether"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/selection"
	"accesskeys/views/words"
)

// List has the rows of the table. It is one stop for Tab. A key press acts on the selected keys, or else on the key at
// the cursor. Both are known by their key IDs, so that it does not matter in which rows they are by then.
type List struct {
	widget.List
	control.HeldKey
	Actions    Actions
	OnType     func(r rune) // a character was typed with which filtering begins
	OnFocus    func()       // the list has got or lost the focus
	OnShortcut func(fyne.Shortcut)

	Layout    *Layout
	Pool      *rowPool
	Keys      []keys.Key
	Index     map[string]int // the index of each key in Keys, by its ID
	Selection selection.Selection
	Secrets   ShownSecrets
	New       map[string]bool
	Signs     Signs
	fetching  fetching
	redraws   drawtogether.Requests
	lastIndex int // the index at which the cursor was last, for when its key is gone
	focused   bool
	limits    limits
}

// limits tells what cannot be done now.
type limits struct {
	readOnly bool            // nothing can be changed
	kept     map[string]bool // the keys whose secrets are available; nil means all
}

// noSecret reports whether a key's secret is not available.
func (l limits) noSecret(id string) bool { return l.kept != nil && !l.kept[id] }

// Actions has the callbacks of a list. They name keys by ID.
type Actions struct {
	RowActions
	LabelOf        func(id string) (string, bool)    // returns the label of a key, and whether the key that it replaces lends it
	FieldOf        func(id string) fyne.CanvasObject // returns the field in a key's row that asks for the label, mostly nil
	Tools          Tools
	OnToggleStates func(ids []string)
	OnDeleteAll    func(ids []string)
	OnNotOne       func(selected int)   // a key was pressed that acts on one access key, but that is not the one selected
	Deleting       func(id string) bool // reports whether this window deletes a key, even if the list does not show it yet
}

// Tools has the callbacks for what does not change a key on the server.
type Tools struct {
	OnOwnLeftOut func(others bool) // all keys were selected, except those that the app signs in with: its own, or others too
	OnNote       func(id string)
	OnCopyID     func(ids []string)
	OnCopyAs     func(id string)
	OnDetails    func(id string)
	OnReplace    func(id string)
	OnReminder   func(id string)
	OnCheck      func(ids []string)
	OnUndo       func()               // undoes the last change, if that is possible
	OnEmpty      func()               // Enter was pressed although there are no rows
	OnTypedAhead func(typed any) bool // takes a rune, key or shortcut that is typed ahead for a field that is about to open
}

// NewList returns an empty list of keys. after calls a function once some time has passed.
func NewList(look *Layout, tips *tooltip.Tips, after func(time.Duration, func()) (stop func())) *List {
	l := &List{Layout: look, Index: map[string]int{}, New: map[string]bool{}}
	can := func(id string) bool {
		k, ok := l.Key(id)
		return ok && keys.CanReveal(k.State)
	}
	l.redraws = drawtogether.Requests{After: after, Draw: func() { l.Pool.Redraw(len(l.Keys), l.RowData) }}
	l.Secrets = ShownSecrets{secrets: map[string]client.Secret{}, canReveal: can, redraw: l.redraws.Now}
	l.Signs = newSigns(l.redraws.Request)
	l.fetching = fetching{after: after, redraw: l.redraws.Request, timers: map[string]func(){}}
	l.Actions.LabelOf, l.Actions.FieldOf = func(string) (string, bool) { return "", false }, func(string) fyne.CanvasObject { return nil }
	l.Actions.Deleting = func(string) bool { return false }
	l.Actions.Presses = &press.Presses{Now: time.Now}
	l.Actions.Tools.OnTypedAhead, l.Actions.Tools.OnEmpty = func(any) bool { return false }, func() {}
	l.Actions.OnSelect, l.Actions.OnTick, l.Actions.hold = l.Choose, l.Tick, l.redraws.Hold
	l.HideSeparators = true
	l.Length = func() int { return len(l.Keys) }
	l.Pool = newRowPool(func() *Row { return NewRow(&l.Actions.RowActions, tips, look) })
	l.CreateItem = func() fyne.CanvasObject { return l.Pool.Get() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { l.Pool.Update(o.(*fyne.Container), i, l.RowData(i)) }
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return scroll.NewListRenderer(&l.List) }

// Refresh redraws all rows.
func (l *List) Refresh() { l.Pool.Refresh(l.List.Refresh) }

// RowData returns what the row at an index shows.
func (l *List) RowData(i int) RowData {
	k := l.Keys[i]
	label, lent := l.Actions.LabelOf(k.ID)
	return RowData{
		Key:      l.fetching.shown(k),
		Account:  l.Signs.Accounts[k.ID],
		Label:    label,
		Lent:     lent,
		StandIn:  l.Signs.standIn(k.ID, label),
		Field:    l.Actions.FieldOf(k.ID),
		Secret:   l.Secrets.Of(k.ID),
		Selected: l.Selection.IsSelected(k.ID),
		Ticked:   l.Selection.IsMarked(k.ID),
		Boxes:    l.Selection.AnyMarked(),
		Keyboard: l.focused && k.ID == l.Selection.Cursor,
		New:      l.New[k.ID],
		ReadOnly: l.limits.readOnly,
		NoSecret: l.limits.noSecret(k.ID),
		Chips:    l.Signs.chips(k),
		Age:      l.Signs.age(k, l.Layout.Table),
	}
}

// SetKeys shows another list of keys. The selection, the scroll position and the shown secrets stay with their key IDs,
// and are dropped for a key that is no longer listed, and a secret also if it can no longer be revealed. If the key at
// the cursor is gone, the cursor is on no key, and the next arrow key goes on from where it was; it returns when its
// key is listed again. Only if the key was deleted here, or while the user was in another account, does the cursor move to
// another key. If the cursor's row goes out of sight, the list follows it, unless a row is under the pointer.
func (l *List) SetKeys(keys []keys.Key) {
	offset := l.GetScrollOffset()
	before, cursor, returned := l.Keys, l.Selection.Cursor, l.Selection.Returned()
	seen := false
	if at, ok := l.Index[cursor]; ok {
		l.lastIndex = at
		seen = scrolling{l}.hasInSight(at) && (l.Pool.Hovered() == nil || typesInRow(l))
	}
	l.Keys = keys
	if !slices.EqualFunc(before, keys, sameID) { // most changes are to one key, and indexing 10,000 keys takes a while
		clear(l.Index)
		for i := range keys {
			l.Index[keys[i].ID] = i
		}
	}
	l.Secrets.prune()
	l.fetching.update(keys)
	l.Selection.Update(l.Shows, l.markable)
	cursorSlide{l}.afterDelete(cursor, before, returned)
	if l.focused && len(before) == 0 {
		l.ChooseFirst()
	}
	if len(keys) == len(before) {
		l.redraws.Request()
	} else {
		l.Refresh()
	}
	scrolling{l}.settle(before, offset)
	if at, ok := l.Index[l.Selection.Cursor]; ok && (cursor == "" || seen && !scrolling{l}.hasInSight(at)) {
		scrolling{l}.show(at)
	}
}

// SetBusy shows what is being done to a key.
func SetBusy(l *List, id string, op keys.Operation) {
	i, ok := l.Index[id]
	if !ok {
		return
	}
	l.Keys[i].Busy = op
	l.fetching.set(id, op == keys.OpReveal)
	l.redraws.Request()
}

func sameID(a, b keys.Key) bool { return a.ID == b.ID }

// SetTable changes the settings of the table. The key at the top stays there.
func (l *List) SetTable(t settings.Table) {
	top, offset := Anchor(l)
	l.Layout.Set(t)
	l.Refresh()
	scrolling{l}.restore(top, offset)
}

// SetKept dims Show and Copy of all keys whose secret is not in kept. With nil it dims none.
func (l *List) SetKept(kept map[string]bool) {
	l.limits.kept = kept
	l.redraws.Request()
}

// NoSecret reports whether a key's secret is not available: it is not shown, and not among those given to SetKept.
func NoSecret(l *List, id string) bool { return l.limits.noSecret(id) && l.Secrets.Of(id).IsZero() }

// SetReadOnly dims the actions that change keys, or shows them as usual again.
func (l *List) SetReadOnly(readOnly bool) {
	l.limits.readOnly = readOnly
	l.redraws.Request()
}

// Shows reports whether a key is in the list.
func (l *List) Shows(id string) bool {
	_, ok := l.Index[id]
	return ok
}

// Key returns the key with an ID, if it is in the list.
func (l *List) Key(id string) (keys.Key, bool) {
	i, ok := l.Index[id]
	if !ok {
		return keys.Key{}, false
	}
	return l.Keys[i], true
}

// Highlight highlights keys that were just created, and no others.
func (l *List) Highlight(ids []string) {
	clear(l.New)
	for _, id := range ids {
		l.New[id] = true
	}
	l.redraws.Request()
}

// ContinueFrom takes over the keys, selection and scroll position of another list.
func (l *List) ContinueFrom(before *List) {
	l.Selection.CopyFrom(before.Selection)
	l.New, l.lastIndex, l.limits.kept = before.New, before.lastIndex, before.limits.kept
	l.SetKeys(before.Keys)
	l.ScrollToOffset(before.GetScrollOffset())
}

// AccessibilityLabel describes the key at the cursor, on which the keyboard acts. It changes at every arrow key, so that
// VoiceOver reads out the row. Fyne's accessibility on Windows is left out, because it frees the elements of labels that
// change.
func (l *List) AccessibilityLabel() string {
	name := lang.L("Access Keys")
	k, ok := l.Key(l.Selection.Cursor)
	if !ok {
		return name
	}
	label, _ := l.Actions.LabelOf(k.ID)
	return name + ": " + words.ReadOut(label, l.Signs.standIn(k.ID, label), k.ID) + ", " + words.StateName(k.State) + l.Signs.chips(k).ReadOut()
}

// AccessibilityRole returns the role of a text: the toolkit does not expose a list to screen readers otherwise.
func (l *List) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// RedrawFields redraws the rows whose field, as FieldOf returns it, has changed.
func RedrawFields(l *List) { l.redraws.Now() }
