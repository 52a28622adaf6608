package views

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/client"
)

// keyList is the table's rows. It is one stop for the keyboard: the selection is its own, by key ID, and
// what a key press acts on is the selected ID, whatever row that is in by then.
type keyList struct {
	widget.List
	rowActions
	OnUsed     func() // a key was pressed
	OnCopyID   func(id string)
	OnKey      func(*fyne.KeyEvent)
	OnShortcut func(fyne.Shortcut)

	keys     []app.Key
	place    map[string]int // key ID to its place in keys
	selected string
	fresh    map[string]bool
	secrets  map[string]client.Secret // what is shown, by key ID
	focused  bool
}

func newKeyList(need [columnCount]float32, tips *tips) *keyList {
	l := &keyList{place: map[string]int{}, fresh: map[string]bool{}, secrets: map[string]client.Secret{}}
	l.OnSelect = l.Choose
	l.HideSeparators = true
	l.Length = func() int { return len(l.keys) }
	height := rowPitch - theme.Padding()
	l.CreateItem = func() fyne.CanvasObject { return newRow(&l.rowActions, tips, need, height) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*row).Set(l.rowData(i)) }
	l.ExtendBaseWidget(l)
	return l
}

func (l *keyList) rowData(i int) rowData {
	k := l.keys[i]
	return rowData{
		Key:      k,
		Secret:   l.secrets[k.ID],
		Selected: k.ID == l.selected,
		Focused:  l.focused,
		New:      l.fresh[k.ID],
	}
}

// SetKeys shows another list. Selection, scroll place and revealed secrets stay with their key IDs; what
// belongs to a key that is gone, or that can no longer be revealed, is dropped.
func (l *keyList) SetKeys(keys []app.Key) {
	top, offset := l.anchor()
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
	if _, ok := l.place[l.selected]; !ok {
		l.selected = ""
	}
	if l.focused && !hadKeys {
		l.chooseFirst()
	}
	l.Refresh()
	if i, ok := l.place[top]; ok {
		l.ScrollToOffset(float32(i)*rowPitch + offset)
	}
}

// anchor is the key at the top of what is scrolled into view, and how far it is scrolled out.
func (l *keyList) anchor() (id string, offset float32) {
	y := l.GetScrollOffset()
	i := int(y / rowPitch)
	if i >= len(l.keys) {
		return "", 0
	}
	return l.keys[i].ID, y - float32(i)*rowPitch
}

// Key is what the list knows of a key.
func (l *keyList) Key(id string) (app.Key, bool) {
	i, ok := l.place[id]
	if !ok {
		return app.Key{}, false
	}
	return l.keys[i], true
}

// Choose selects a key and takes the focus.
func (l *keyList) Choose(id string) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	l.choose(id)
}

func (l *keyList) choose(id string) {
	i, ok := l.place[id]
	if !ok {
		return
	}
	l.selected = id
	l.ScrollTo(i)
	l.Refresh()
}

// Mark brings keys just made into view, selects the last and highlights them all.
func (l *keyList) Mark(ids []string) {
	clear(l.fresh)
	for _, id := range ids {
		l.fresh[id] = true
		l.choose(id)
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

// Reveals tells whether any secret is shown.
func (l *keyList) Reveals() bool { return len(l.secrets) > 0 }

// HideAll masks every secret.
func (l *keyList) HideAll() {
	clear(l.secrets)
	l.Refresh()
}

// FocusGained is the keyboard coming to the list; with nothing selected, the first key is.
func (l *keyList) FocusGained() {
	l.focused = true
	l.chooseFirst()
	l.Refresh()
}

// chooseFirst gives the keyboard something to act on, where nothing is selected: a key that is not
// deleted, if there is one.
func (l *keyList) chooseFirst() {
	if l.selected != "" || len(l.keys) == 0 {
		return
	}
	first := slices.IndexFunc(l.keys, func(k app.Key) bool { return k.State != client.StateDeleted })
	l.selected = l.keys[max(first, 0)].ID
}

// FocusLost is the keyboard leaving.
func (l *keyList) FocusLost() {
	l.focused = false
	l.Refresh()
}

// TypedKey moves the selection and acts on the selected key.
func (l *keyList) TypedKey(e *fyne.KeyEvent) {
	l.OnUsed()
	page := max(1, int(l.Size().Height/rowPitch)-1)
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
		l.onSelected(l.OnToggleSecret)
	case fyne.KeyDelete:
		l.onSelected(l.OnDelete)
	case desktop.KeyMenu:
		l.openMenu()
	case fyne.KeyF10:
		if keyModifiers() == fyne.KeyModifierShift {
			l.openMenu()
		}
	default:
		l.OnKey(e)
	}
}

// TypedRune hands on what asks for help.
func (l *keyList) TypedRune(r rune) { typedRune(r, l.OnKey) }

// TypedShortcut acts on the selected key, and hands on what is not about one.
func (l *keyList) TypedShortcut(s fyne.Shortcut) {
	l.OnUsed()
	switch s.ShortcutName() {
	case (&fyne.ShortcutCopy{}).ShortcutName():
		l.onSelected(l.OnCopySecret)
	case shortcutCopyID().ShortcutName():
		l.onSelected(l.OnCopyID)
	case shortcutToggleState().ShortcutName():
		l.onSelected(l.OnToggleState)
	default:
		l.OnShortcut(s)
	}
}

func (l *keyList) onSelected(action func(id string)) {
	if _, ok := l.place[l.selected]; ok {
		action(l.selected)
	}
}

func (l *keyList) move(by int) {
	if len(l.keys) == 0 {
		return
	}
	i, ok := l.place[l.selected]
	if !ok {
		i = -1
	}
	l.choose(l.keys[min(max(i+by, 0), len(l.keys)-1)].ID)
}

func (l *keyList) openMenu() {
	i, ok := l.place[l.selected]
	if !ok {
		return
	}
	l.ScrollTo(i)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
	y := float32(i)*rowPitch - l.GetScrollOffset()
	l.OnMenu(l.selected, at.AddXY(cellInset, y+rowPitch))
}

// AccessibilityLabel tells the selected key, which is what the keyboard acts on.
func (l *keyList) AccessibilityLabel() string {
	name := lang.L("Access Keys")
	k, ok := l.Key(l.selected)
	if !ok {
		return name
	}
	word, _ := stateLook(k.State)
	return name + ": " + k.ID + ", " + word
}

// AccessibilityRole is that of a text: of a container, the toolkit tells nobody.
func (l *keyList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
