// Package keytable is the table of access keys: its columns, header, rows, selection, and the keys that are pressed in
// it. What is done with a key, it leaves to callbacks.
package keytable

import (
	"slices"

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
	RowActions
	selection
	control.HeldKey
	OnUsed         func()       // a key was pressed
	OnType         func(r rune) // a character that begins to filter
	OnFocus        func()       // it has the keyboard, or no longer
	OnCopyID       func(id string)
	OnDetails      func(id string)
	OnToggleStates func(ids []string)
	OnDeleteAll    func(ids []string)
	OnShortcut     func(fyne.Shortcut)

	Layout  *Layout
	Pool    *rowPool
	Keys    []keys.Key
	Place   map[string]int // key ID to its place in keys
	gap     int            // where the cursor was, when its key has gone
	Fresh   map[string]bool
	Secrets map[string]client.Secret // what is shown, by key ID
	focused bool

	readOnly bool // nothing can be changed now
}

// NewList returns an empty list of keys.
func NewList(look *Layout, tips *control.Tips) *List {
	l := &List{Layout: look, Place: map[string]int{}, Fresh: map[string]bool{}, Secrets: map[string]client.Secret{}}
	l.OnSelect = l.Choose
	l.HideSeparators = true
	l.Length = func() int { return len(l.Keys) }
	l.Pool = newRowPool(func() *Row { return NewRow(&l.RowActions, tips, look) })
	l.CreateItem = func() fyne.CanvasObject { return l.Pool.Get() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { l.Pool.Update(o.(*Row), l.RowData(i)) }
	l.ExtendBaseWidget(l)
	return l
}

// Refresh shows what has changed.
func (l *List) Refresh() { l.Pool.During(l.List.Refresh) }

// RowData is what the row at a place shows.
func (l *List) RowData(i int) RowData {
	k := l.Keys[i]
	return RowData{
		Key:      k,
		Secret:   l.Secrets[k.ID],
		Selected: l.Selects(k.ID),
		Cursor:   k.ID == l.Cursor,
		Focused:  l.focused,
		New:      l.Fresh[k.ID],
		ReadOnly: l.readOnly,
	}
}

// SetKeys shows another list. Selection, scroll place and revealed secrets stay with their key IDs; what
// belongs to a key that is not shown any more, or that can no longer be revealed, is dropped. Where that was
// the cursor's, no other key takes its place: the next arrow key goes on from there.
func (l *List) SetKeys(keys []keys.Key) {
	top, offset := l.Anchor()
	if at, ok := l.Place[l.Cursor]; ok {
		l.gap = at
	}
	hadKeys := len(l.Keys) > 0
	l.Keys = keys
	clear(l.Place)
	for i, k := range keys {
		l.Place[k.ID] = i
	}
	for id := range l.Secrets {
		if k, ok := l.Key(id); !ok || !words.CanReveal(k.State) {
			delete(l.Secrets, id)
		}
	}
	l.Keep(l.Shows)
	if l.focused && !hadKeys {
		l.ChooseFirst()
	}
	l.Refresh()
	l.scrollBack(top, offset)
}

// SetTable has the list shown in another way. The scroll place stays with its key.
func (l *List) SetTable(t settings.Table) {
	top, offset := l.Anchor()
	l.Layout.Set(t)
	l.Refresh()
	l.scrollBack(top, offset)
}

// SetReadOnly has it look as if nothing could be changed, or as if it could.
func (l *List) SetReadOnly(readOnly bool) {
	if l.readOnly != readOnly {
		l.readOnly = readOnly
		l.Refresh()
	}
}

// Shows reports whether a key is in the list.
func (l *List) Shows(id string) bool {
	_, ok := l.Place[id]
	return ok
}

// Anchor is the key at the top of what is scrolled into view, and how far it is scrolled out.
func (l *List) Anchor() (id string, offset float32) {
	y := l.GetScrollOffset()
	i := int(y / l.Layout.Pitch())
	if i >= len(l.Keys) {
		return "", 0
	}
	return l.Keys[i].ID, y - float32(i)*l.Layout.Pitch()
}

// scrollBack scrolls to where a key that may have moved was at the top.
func (l *List) scrollBack(top string, offset float32) {
	if i, ok := l.Place[top]; ok {
		l.ScrollToOffset(float32(i)*l.Layout.Pitch() + offset)
	}
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
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	l.Pick(id, held)
}

// Pick is Choose without taking the focus.
func (l *List) Pick(id string, held fyne.KeyModifier) {
	i, ok := l.Place[id]
	if !ok {
		return
	}
	switch {
	case held&fyne.KeyModifierShift != 0:
		l.To(id, l.between)
	case held&fyne.KeyModifierShortcutDefault != 0:
		l.Toggle(id)
	default:
		l.Only(id)
	}
	l.ScrollTo(i) // which refreshes
}

// between is the IDs of the keys from one to another, in the list's order.
func (l *List) between(a, b string) []string {
	from, to := l.Place[a], l.Place[b]
	ids := make([]string, 0, max(from, to)-min(from, to)+1)
	for _, k := range l.Keys[min(from, to) : max(from, to)+1] {
		ids = append(ids, k.ID)
	}
	return ids
}

// SelectAll selects every key that is shown.
func (l *List) SelectAll() {
	if len(l.Keys) == 0 {
		return
	}
	l.All(l.between(l.Keys[0].ID, l.Keys[len(l.Keys)-1].ID))
	l.Refresh()
}

// SelectNone leaves only the cursor.
func (l *List) SelectNone() {
	l.Only(l.Cursor)
	l.Refresh()
}

// Selected is the IDs of the keys that are selected, in the list's order.
func (l *List) Selected() []string {
	ids := l.IDs()
	slices.SortFunc(ids, func(a, b string) int { return l.Place[a] - l.Place[b] })
	return ids
}

// Mark brings keys just made into view, selects the last and highlights them all.
func (l *List) Mark(ids []string) {
	clear(l.Fresh)
	for _, id := range ids {
		l.Fresh[id] = true
		l.Pick(id, 0)
	}
}

// Reveal shows a key's secret; the zero Secret hides it.
func (l *List) Reveal(id string, s client.Secret) {
	delete(l.Secrets, id)
	if k, ok := l.Key(id); ok && words.CanReveal(k.State) && !s.IsZero() {
		l.Secrets[id] = s
	}
	l.Refresh()
}

// Secret is what is shown for a key, the zero Secret while it is masked.
func (l *List) Secret(id string) client.Secret { return l.Secrets[id] }

// Reveals is how many secrets are shown.
func (l *List) Reveals() int { return len(l.Secrets) }

// HideAll masks every secret.
func (l *List) HideAll() {
	clear(l.Secrets)
	l.Refresh()
}

// OpenMenu opens the menu of the key at the cursor.
func (l *List) OpenMenu() {
	i, ok := l.Place[l.Cursor]
	if !ok {
		return
	}
	l.ScrollTo(i)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
	y := float32(i)*l.Layout.Pitch() - l.GetScrollOffset()
	l.OnMenu(l.Cursor, at.AddXY(CellInset, y+l.Layout.Pitch()))
}

// Spot is where in the window a key's actions are, or nil where its row is scrolled out of sight.
func (l *List) Spot(id string) *fyne.Position {
	i, ok := l.Place[id]
	y := (float32(i)+0.5)*l.Layout.Pitch() - l.GetScrollOffset()
	if !ok || y < 0 || y > l.Size().Height {
		return nil
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l).AddXY(l.Layout.At.Spans[ColumnActions].x+4*CellInset, y)
	return &at
}

// ContinueFrom shows what another list did.
func (l *List) ContinueFrom(before *List) {
	l.Take(before.selection)
	l.Fresh, l.gap = before.Fresh, before.gap
	l.SetKeys(before.Keys)
	l.Resize(before.Size())
	l.ScrollToOffset(before.GetScrollOffset())
}

// AccessibilityLabel tells the key that the cursor is on, which is what the keyboard acts on.
func (l *List) AccessibilityLabel() string {
	name := lang.L("Access Keys")
	k, ok := l.Key(l.Cursor)
	if !ok {
		return name
	}
	return name + ": " + k.ID + ", " + words.StateName(k.State)
}

// AccessibilityRole is that of a text: of a container, the toolkit tells nobody.
func (l *List) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
