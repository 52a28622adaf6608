package views

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/client"
)

// keyList is the table's rows. It is one stop for the keyboard: what a key press acts on is the keys that are
// selected, by their IDs, or else the one that the cursor is on, whatever rows those are in by then.
type keyList struct {
	widget.List
	rowActions
	selection
	heldKey
	OnUsed         func() // a key was pressed
	OnFocus        func() // it has the keyboard, or no longer
	OnCopyID       func(id string)
	OnDetails      func(id string)
	OnToggleStates func(ids []string)
	OnDeleteAll    func(ids []string)
	OnKey          func(*fyne.KeyEvent)
	OnShortcut     func(fyne.Shortcut)

	look    *tableLook
	pool    *rowPool
	keys    []app.Key
	place   map[string]int // key ID to its place in keys
	gap     int            // where the cursor was, when its key has gone
	fresh   map[string]bool
	secrets map[string]client.Secret // what is shown, by key ID
	focused bool

	readOnly bool // nothing can be changed now
}

func newKeyList(look *tableLook, tips *tips) *keyList {
	l := &keyList{look: look, place: map[string]int{}, fresh: map[string]bool{}, secrets: map[string]client.Secret{}}
	l.OnSelect = l.Choose
	l.HideSeparators = true
	l.Length = func() int { return len(l.keys) }
	l.pool = newRowPool(func() *row { return newRow(&l.rowActions, tips, look) })
	l.CreateItem = func() fyne.CanvasObject { return l.pool.Get() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { l.pool.Update(o.(*row), l.rowData(i)) }
	l.ExtendBaseWidget(l)
	return l
}

// Refresh shows what has changed.
func (l *keyList) Refresh() { l.pool.During(l.List.Refresh) }

func (l *keyList) rowData(i int) rowData {
	k := l.keys[i]
	return rowData{
		Key:      k,
		Secret:   l.secrets[k.ID],
		Selected: l.Selects(k.ID),
		Cursor:   k.ID == l.cursor,
		Focused:  l.focused,
		New:      l.fresh[k.ID],
		ReadOnly: l.readOnly,
	}
}

// SetKeys shows another list. Selection, scroll place and revealed secrets stay with their key IDs; what
// belongs to a key that is not shown any more, or that can no longer be revealed, is dropped. Where that was
// the cursor's, no other key takes its place: the next arrow key goes on from there.
func (l *keyList) SetKeys(keys []app.Key) {
	top, offset := l.anchor()
	if at, ok := l.place[l.cursor]; ok {
		l.gap = at
	}
	hadKeys := len(l.keys) > 0
	l.keys = keys
	clear(l.place)
	for i, k := range keys {
		l.place[k.ID] = i
	}
	for id := range l.secrets {
		if k, ok := l.Key(id); !ok || !canReveal(k.State) {
			delete(l.secrets, id)
		}
	}
	l.Keep(l.shows)
	if l.focused && !hadKeys {
		l.chooseFirst()
	}
	l.Refresh()
	l.scrollBack(top, offset)
}

// SetTable has the list shown in another way. The scroll place stays with its key.
func (l *keyList) SetTable(t app.Table) {
	top, offset := l.anchor()
	l.look.Set(t)
	l.Refresh()
	l.scrollBack(top, offset)
}

// SetReadOnly has it look as if nothing could be changed, or as if it could.
func (l *keyList) SetReadOnly(readOnly bool) {
	if l.readOnly != readOnly {
		l.readOnly = readOnly
		l.Refresh()
	}
}

func (l *keyList) shows(id string) bool {
	_, ok := l.place[id]
	return ok
}

// anchor is the key at the top of what is scrolled into view, and how far it is scrolled out.
func (l *keyList) anchor() (id string, offset float32) {
	y := l.GetScrollOffset()
	i := int(y / l.look.Pitch())
	if i >= len(l.keys) {
		return "", 0
	}
	return l.keys[i].ID, y - float32(i)*l.look.Pitch()
}

// scrollBack scrolls to where a key that may have moved was at the top.
func (l *keyList) scrollBack(top string, offset float32) {
	if i, ok := l.place[top]; ok {
		l.ScrollToOffset(float32(i)*l.look.Pitch() + offset)
	}
}

// Key is what the list knows of a key.
func (l *keyList) Key(id string) (app.Key, bool) {
	i, ok := l.place[id]
	if !ok {
		return app.Key{}, false
	}
	return l.keys[i], true
}

// Choose takes the focus and selects a key: alone, with Ctrl (Cmd on macOS) beside what is selected, with
// Shift all from the last one to it.
func (l *keyList) Choose(id string, held fyne.KeyModifier) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	l.choose(id, held)
}

func (l *keyList) choose(id string, held fyne.KeyModifier) {
	i, ok := l.place[id]
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
func (l *keyList) between(a, b string) []string {
	from, to := l.place[a], l.place[b]
	ids := make([]string, 0, max(from, to)-min(from, to)+1)
	for _, k := range l.keys[min(from, to) : max(from, to)+1] {
		ids = append(ids, k.ID)
	}
	return ids
}

// SelectAll selects every key that is shown.
func (l *keyList) SelectAll() {
	if len(l.keys) == 0 {
		return
	}
	l.All(l.between(l.keys[0].ID, l.keys[len(l.keys)-1].ID))
	l.Refresh()
}

// SelectNone leaves only the cursor.
func (l *keyList) SelectNone() {
	l.Only(l.cursor)
	l.Refresh()
}

// Selected is the IDs of the keys that are selected, in the list's order.
func (l *keyList) Selected() []string {
	ids := l.IDs()
	slices.SortFunc(ids, func(a, b string) int { return l.place[a] - l.place[b] })
	return ids
}

// Mark brings keys just made into view, selects the last and highlights them all.
func (l *keyList) Mark(ids []string) {
	clear(l.fresh)
	for _, id := range ids {
		l.fresh[id] = true
		l.choose(id, 0)
	}
}

// Reveal shows a key's secret; the zero Secret hides it.
func (l *keyList) Reveal(id string, s client.Secret) {
	delete(l.secrets, id)
	if k, ok := l.Key(id); ok && canReveal(k.State) && !s.IsZero() {
		l.secrets[id] = s
	}
	l.Refresh()
}

// Secret is what is shown for a key, the zero Secret while it is masked.
func (l *keyList) Secret(id string) client.Secret { return l.secrets[id] }

// Reveals is how many secrets are shown.
func (l *keyList) Reveals() int { return len(l.secrets) }

// HideAll masks every secret.
func (l *keyList) HideAll() {
	clear(l.secrets)
	l.Refresh()
}

// FocusGained is the keyboard coming to the list; with nothing selected, the first key is.
func (l *keyList) FocusGained() {
	l.focused = true
	if l.gap == 0 {
		l.chooseFirst()
	}
	l.Refresh()
	l.OnFocus()
}

// chooseFirst gives the keyboard something to act on, where nothing is selected: a key that is not
// deleted, if there is one.
func (l *keyList) chooseFirst() {
	if l.cursor != "" || len(l.keys) == 0 {
		return
	}
	first := slices.IndexFunc(l.keys, func(k app.Key) bool { return k.State != client.StateDeleted })
	l.Only(l.keys[max(first, 0)].ID)
}

// FocusLost is the keyboard leaving.
func (l *keyList) FocusLost() {
	l.focused = false
	l.Refresh()
	l.OnFocus()
}

// Lost tells whether the list has the keyboard, but no key has the cursor.
func (l *keyList) Lost() bool { return l.focused && l.cursor == "" }

// TypedKey moves the cursor and acts on what is selected.
func (l *keyList) TypedKey(e *fyne.KeyEvent) {
	l.OnUsed()
	page := max(1, int(l.Size().Height/l.look.Pitch())-1)
	switch e.Name {
	case fyne.KeyDown:
		l.move(1)
	case fyne.KeyUp:
		l.move(-1)
	case fyne.KeyPageDown:
		l.move(page)
	case fyne.KeyPageUp:
		l.move(-page)
	case fyne.KeyHome:
		l.move(-len(l.keys))
	case fyne.KeyEnd:
		l.move(len(l.keys))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.once() {
			l.atCursor(l.OnToggleSecret)
		}
	case fyne.KeyDelete:
		l.onSelected(l.OnDelete, l.OnDeleteAll)
	case desktop.KeyMenu:
		l.openMenu()
	default:
		l.typedOther(e)
	}
}

func (l *keyList) typedOther(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape && l.Count() > 1:
		l.SelectNone()
	case e.Name == fyne.KeyF10 && keyModifiers() == fyne.KeyModifierShift:
		l.openMenu()
	default:
		l.OnKey(e)
	}
}

// TypedRune hands on what asks for help.
func (l *keyList) TypedRune(r rune) { typedRune(r, l.OnKey) }

// TypedShortcut acts on what is selected, and hands on what is not about that.
func (l *keyList) TypedShortcut(s fyne.Shortcut) {
	l.OnUsed()
	switch s.ShortcutName() {
	case (&fyne.ShortcutCopy{}).ShortcutName():
		l.atCursor(l.OnCopySecret)
	case (&fyne.ShortcutSelectAll{}).ShortcutName():
		l.SelectAll()
	case shortcutSelect().ShortcutName():
		l.atCursor(func(id string) { l.choose(id, fyne.KeyModifierShortcutDefault) })
	case shortcutCopyID().ShortcutName():
		l.atCursor(l.OnCopyID)
	case shortcutDetails().ShortcutName():
		l.atCursor(l.OnDetails)
	case shortcutToggleState().ShortcutName():
		l.onSelected(l.OnToggleState, l.OnToggleStates)
	default:
		l.OnShortcut(s)
	}
}

func (l *keyList) atCursor(action func(id string)) {
	if l.shows(l.cursor) {
		action(l.cursor)
	}
}

// onSelected acts on the one key that is selected, or on all that are.
func (l *keyList) onSelected(one func(id string), all func(ids []string)) {
	if l.Count() > 1 {
		all(l.Selected())
		return
	}
	l.atCursor(one)
}

func (l *keyList) move(by int) {
	if len(l.keys) == 0 {
		return
	}
	i, ok := l.place[l.cursor]
	switch {
	case ok:
	case by > 0:
		i = l.gap - 1
	default:
		i = l.gap
	}
	l.choose(l.keys[min(max(i+by, 0), len(l.keys)-1)].ID, keyModifiers()&fyne.KeyModifierShift)
}

func (l *keyList) openMenu() {
	i, ok := l.place[l.cursor]
	if !ok {
		return
	}
	l.ScrollTo(i)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
	y := float32(i)*l.look.Pitch() - l.GetScrollOffset()
	l.OnMenu(l.cursor, at.AddXY(cellInset, y+l.look.Pitch()))
}

// Spot is where in the window a key's actions are, or nil where its row is scrolled out of sight.
func (l *keyList) Spot(id string) *fyne.Position {
	i, ok := l.place[id]
	y := (float32(i)+0.5)*l.look.Pitch() - l.GetScrollOffset()
	if !ok || y < 0 || y > l.Size().Height {
		return nil
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l).AddXY(l.look.at.spans[columnActions].x+4*cellInset, y)
	return &at
}

// goOnFrom shows what another list did.
func (l *keyList) goOnFrom(before *keyList) {
	l.Take(before.selection)
	l.fresh, l.gap = before.fresh, before.gap
	l.SetKeys(before.keys)
	l.Resize(before.Size())
	l.ScrollToOffset(before.GetScrollOffset())
}

// AccessibilityLabel tells the key that the cursor is on, which is what the keyboard acts on.
func (l *keyList) AccessibilityLabel() string {
	name := lang.L("Access Keys")
	k, ok := l.Key(l.cursor)
	if !ok {
		return name
	}
	return name + ": " + k.ID + ", " + stateName(k.State)
}

// AccessibilityRole is that of a text: of a container, the toolkit tells nobody.
func (l *keyList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
