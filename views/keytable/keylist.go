// Package keytable is the table of access keys: its columns, header, rows, selection, and the keys that are pressed in
// it. What is done with a key, it leaves to callbacks.
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
	"accesskeys/views/words"
)

// List is the table's rows. It is one stop for the keyboard: what a key press acts on is the keys that are
// selected, by their IDs, or else the one that the cursor is on, whatever rows those are in by then.
type List struct {
	widget.List
	control.HeldKey
	Actions    Actions
	OnUsed     func()       // a key was pressed
	OnType     func(r rune) // a character that begins to filter
	OnFocus    func()       // it has the keyboard, or no longer
	OnShortcut func(fyne.Shortcut)

	Layout    *Layout
	Pool      *rowPool
	Keys      []keys.Key
	Place     map[string]int // key ID to its place in Keys
	Selection Selection
	Secrets   ShownSecrets
	Fresh     map[string]bool
	Signs     Signs
	fetching  fetching
	redraws   redraws
	gap       int // where the cursor was, when its key has gone
	focused   bool
	limits    limits
}

// limits is what can't be done now.
type limits struct {
	readOnly bool            // nothing can be changed
	kept     map[string]bool // the keys whose secrets are available; nil means all
}

// noSecret reports whether a key's secret is not available.
func (l limits) noSecret(id string) bool { return l.kept != nil && !l.kept[id] }

// Actions is what is asked for; each names its keys by ID.
type Actions struct {
	RowActions
	LabelOf        func(id string) string            // what the user calls a key
	FieldOf        func(id string) fyne.CanvasObject // in which its row asks for that, nil on most
	Tools          Tools
	OnToggleStates func(ids []string)
	OnDeleteAll    func(ids []string)
	OnNoKey        func()               // there is no key at the cursor
	OnSlide        func()               // the cursor has gone on to another key by itself
	Deleting       func(id string) bool // it is being deleted here, though the list may not show it yet
	TooSoon        func() bool          // what is pressed cannot be meant for that key yet
}

// Tools is what does not change a key on the server.
type Tools struct {
	OnNote     func(id string)
	OnCopyID   func(id string)
	OnCopyAs   func(id string)
	OnDetails  func(id string)
	OnReplace  func(id string)
	OnReminder func(id string)
	OnCheck    func(ids []string)
	OnUndo     func()               // undoes the last change, if that is possible
	Ahead      func(typed any) bool // takes a rune, key or shortcut that is meant for a field to come
}

// NewList returns an empty list of keys. after calls a function once some time has passed.
func NewList(look *Layout, tips *control.Tips, after func(time.Duration, func()) (stop func())) *List {
	l := &List{Layout: look, Place: map[string]int{}, Fresh: map[string]bool{}}
	can := func(id string) bool {
		k, ok := l.Key(id)
		return ok && keys.CanReveal(k.State)
	}
	l.redraws = redraws{after: after, draw: func() { l.Pool.Redraw(len(l.Keys), l.RowData) }}
	l.Secrets = ShownSecrets{secrets: map[string]client.Secret{}, can: can, redraw: l.redraws.now}
	l.Signs = newSigns(l.redraws.want)
	l.fetching = fetching{after: after, redraw: l.redraws.want, waits: map[string]func(){}}
	l.Actions.LabelOf, l.Actions.FieldOf = func(string) string { return "" }, func(string) fyne.CanvasObject { return nil }
	l.Actions.Deleting = func(string) bool { return false }
	l.Actions.Tools.Ahead = func(any) bool { return false }
	l.Actions.OnSelect, l.Actions.OnTick, l.Actions.hold = l.Choose, l.Tick, l.redraws.hold
	l.HideSeparators = true
	l.Length = func() int { return len(l.Keys) }
	l.Pool = newRowPool(func() *Row { return NewRow(&l.Actions.RowActions, tips, look) })
	l.CreateItem = func() fyne.CanvasObject { return l.Pool.Get() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { l.Pool.Update(o.(*Row), i, l.RowData(i)) }
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is how Fyne draws it.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return control.KeepScroll(&l.List) }

// Refresh draws all rows again.
func (l *List) Refresh() { l.Pool.During(l.List.Refresh) }

// RowData is what the row at a place shows.
func (l *List) RowData(i int) RowData {
	k := l.Keys[i]
	return RowData{
		Key:      l.fetching.shown(k),
		Label:    l.Actions.LabelOf(k.ID),
		Field:    l.Actions.FieldOf(k.ID),
		Secret:   l.Secrets.Of(k.ID),
		Selected: l.Selection.Selects(k.ID),
		Ticked:   l.Selection.Marks(k.ID),
		Boxes:    l.Selection.Marking(),
		Keyboard: l.focused && k.ID == l.Selection.Cursor,
		New:      l.Fresh[k.ID],
		ReadOnly: l.limits.readOnly,
		NoSecret: l.limits.noSecret(k.ID),
		Chips:    l.Signs.chips(k),
		Age:      l.Signs.age(k, l.Layout.Table),
	}
}

// SetKeys shows another list. Selection, scroll place and revealed secrets stay with their key IDs; what
// belongs to a key that is not shown any more, or that can no longer be revealed, is dropped. Where that was
// the cursor's, no other key takes its place, unless it was deleted here: the next arrow key goes on from there. Once
// its key is shown again, it is there again.
func (l *List) SetKeys(keys []keys.Key) {
	top, offset := Anchor(l)
	before, cursor := l.Keys, l.Selection.Cursor
	if at, ok := l.Place[cursor]; ok {
		l.gap = at
	}
	l.Keys = keys
	if !slices.EqualFunc(before, keys, sameID) { // most changes are to one key, and noting 10,000 places takes a while
		clear(l.Place)
		for i := range keys {
			l.Place[keys[i].ID] = i
		}
	}
	l.Secrets.prune()
	l.fetching.update(keys)
	l.Selection.Keep(l.Shows, l.markable)
	sliding{l}.from(cursor, before)
	if l.focused && len(before) == 0 {
		l.ChooseFirst()
	}
	if len(keys) == len(before) {
		l.redraws.want()
	} else {
		l.Refresh()
	}
	scrolling{l}.back(top, offset)
	if at, ok := l.Place[l.Selection.Cursor]; ok && cursor == "" {
		scrolling{l}.show(at)
	}
}

func sameID(a, b keys.Key) bool { return a.ID == b.ID }

// SetTable has the list shown in another way. The scroll place stays with its key.
func (l *List) SetTable(t settings.Table) {
	top, offset := Anchor(l)
	l.Layout.Set(t)
	l.Refresh()
	scrolling{l}.back(top, offset)
}

// SetKept dims Show and Copy of all keys but some, or with nil of none.
func (l *List) SetKept(kept map[string]bool) {
	l.limits.kept = kept
	l.redraws.want()
}

// NoSecret reports whether a key's secret is not available: it is not shown, and SetKept leaves it out.
func NoSecret(l *List, id string) bool { return l.limits.noSecret(id) && l.Secrets.Of(id).IsZero() }

// SetReadOnly has it look as if nothing could be changed, or as if it could.
func (l *List) SetReadOnly(readOnly bool) {
	l.limits.readOnly = readOnly
	l.redraws.want()
}

// Shows reports whether a key is in the list.
func (l *List) Shows(id string) bool {
	_, ok := l.Place[id]
	return ok
}

// Key is what the list knows of a key.
func (l *List) Key(id string) (keys.Key, bool) {
	i, ok := l.Place[id]
	if !ok {
		return keys.Key{}, false
	}
	return l.Keys[i], true
}

// Choose takes the focus and selects a key: alone, with Ctrl (Cmd on macOS) beside what is selected, with
// Shift all from the last one to it.
func (l *List) Choose(id string, held fyne.KeyModifier) {
	takeFocus(l)
	l.Pick(id, held)
}

// Tick takes the focus, and marks a key by its box, or no longer.
func (l *List) Tick(id string) {
	takeFocus(l)
	if l.markable(id) {
		l.Selection.Tick(id)
		l.redraws.want()
	}
}

func takeFocus(l *List) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
}

// Pick is Choose without taking the focus.
func (l *List) Pick(id string, held fyne.KeyModifier) {
	i, ok := l.Place[id]
	if !ok {
		return
	}
	switch {
	case held&fyne.KeyModifierShift != 0:
		l.Selection.To(id, func(a, b string) []string {
			from, to := l.Place[a], l.Place[b]
			return markableIn(l.Keys[min(from, to) : max(from, to)+1])
		})
	case held&fyne.KeyModifierShortcutDefault != 0 && l.markable(id):
		l.Selection.Toggle(id)
	case held&fyne.KeyModifierShortcutDefault != 0:
		l.Selection.Move(id)
	default:
		l.Selection.Only(id)
	}
	scrolling{l}.show(i)
	l.redraws.want()
}

// Present moves the cursor to a key, and leaves what is marked. Where nothing is, the key is selected.
func (l *List) Present(id string) {
	if l.Selection.Marking() {
		typing{l}.moveCursor(id)
		return
	}
	l.Pick(id, 0)
}

// Selected is the IDs of the keys that are selected, in the list's order.
func (l *List) Selected() []string {
	ids := l.Selection.IDs()
	slices.SortFunc(ids, func(a, b string) int { return l.Place[a] - l.Place[b] })
	return ids
}

// Highlight highlights keys just made, and no others.
func (l *List) Highlight(ids []string) {
	clear(l.Fresh)
	for _, id := range ids {
		l.Fresh[id] = true
	}
	l.redraws.want()
}

// ContinueFrom shows what another list did.
func (l *List) ContinueFrom(before *List) {
	l.Selection.Take(before.Selection)
	l.Fresh, l.gap, l.limits.kept = before.Fresh, before.gap, before.limits.kept
	l.SetKeys(before.Keys)
	l.ScrollToOffset(before.GetScrollOffset())
}

// AccessibilityLabel tells the key that the cursor is on, which is what the keyboard acts on. So it changes at every arrow
// key, for VoiceOver to tell the row. Fyne's part for Windows, which frees the elements of labels that change, is left out.
func (l *List) AccessibilityLabel() string {
	name := lang.L("Access Keys")
	k, ok := l.Key(l.Selection.Cursor)
	if !ok {
		return name
	}
	return name + ": " + words.Labelled(l.Actions.LabelOf(k.ID), k.ID) + ", " + words.StateName(k.State) + readOut(l.Signs.chips(k))
}

// AccessibilityRole is that of a text: of a container, the toolkit tells nobody.
func (l *List) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
