package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/words"
)

// list is the events, one of which is marked. A click marks, and opens what is marked already.
type list struct {
	widget.List
	OnOpen     func(history.Event)
	OnMenu     func(history.Event, fyne.Position)
	OnType     func(rune)
	OnUsed     func()
	OnShortcut func(fyne.Shortcut)

	label   func(keys.Ref) string
	base    func() string
	events  []history.Event
	at      int  // the marked event
	focused bool // it has the keyboard
	wide    bool // an event takes one line
}

func newList() *list {
	l := &list{wide: true}
	l.HideSeparators = true
	l.Length = func() int { return len(l.events) }
	l.CreateItem = func() fyne.CanvasObject { return newRow(l) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*row).set(i) }
	l.ExtendBaseWidget(l)
	return l
}

// fill shows other events. The mark stays with its event.
func (l *list) fill(events []history.Event) {
	var marked history.Event
	if l.at < len(l.events) {
		marked = l.events[l.at]
	}
	at := 0
	if l.at > 0 {
		for i, e := range events {
			if e == marked {
				at = i
				break
			}
		}
	}
	l.events, l.at = events, at
	l.Refresh()
}

// fold has an event take one line or two.
func (l *list) fold(wide bool) {
	if l.wide != wide {
		l.wide = wide
		l.Refresh()
	}
}

func (l *list) mark(i int) {
	if len(l.events) == 0 {
		return
	}
	l.at = max(0, min(i, len(l.events)-1))
	l.ScrollTo(l.at)
	l.Refresh()
}

// press marks an event, or opens the marked one.
func (l *list) press(i int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	if i == l.at {
		l.open()
		return
	}
	l.mark(i)
}

func (l *list) open() {
	if l.at < len(l.events) {
		l.OnOpen(l.events[l.at])
	}
}

// menu opens the menu of the marked event in the middle of the list, or at a place.
func (l *list) menu(at *fyne.Position) {
	if l.at >= len(l.events) {
		return
	}
	if at == nil {
		middle := fyne.CurrentApp().Driver().AbsolutePositionForObject(l).AddXY(l.Size().Width/3, l.Size().Height/4)
		at = &middle
	}
	l.OnMenu(l.events[l.at], *at)
}

// TypedKey goes to another event, and opens one.
func (l *list) TypedKey(e *fyne.KeyEvent) {
	l.OnUsed()
	page := max(1, int(l.Size().Height/pitch(l.wide))-1)
	switch e.Name {
	case fyne.KeyDown:
		l.mark(l.at + 1)
	case fyne.KeyUp:
		l.mark(l.at - 1)
	case fyne.KeyPageDown:
		l.mark(l.at + page)
	case fyne.KeyPageUp:
		l.mark(l.at - page)
	case fyne.KeyHome:
		l.mark(0)
	case fyne.KeyEnd:
		l.mark(len(l.events) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.open()
	case desktop.KeyMenu:
		l.menu(nil)
	default:
		keyboard.Pass(l, e)
	}
}

// TypedRune begins to filter.
func (l *list) TypedRune(r rune) {
	if !keyboard.PassRune(l, r) && r != ' ' {
		l.OnType(r)
	}
}

// TypedShortcut opens the menu by Shift+F10, and passes others on.
func (l *list) TypedShortcut(s fyne.Shortcut) {
	if s.ShortcutName() == keyboard.WithShift(fyne.KeyF10).ShortcutName() {
		l.menu(nil)
		return
	}
	l.OnShortcut(s)
}

// FocusGained shows which event is marked.
func (l *list) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost does so no more.
func (l *list) FocusLost() { l.focused = false; l.Refresh() }

// AccessibilityLabel names the list, and what is marked.
func (l *list) AccessibilityLabel() string {
	if l.at >= len(l.events) {
		return lang.L("History")
	}
	return lang.L("History") + ": " + l.told(l.events[l.at])
}

// told is an event as it is read out.
func (l *list) told(e history.Event) string {
	return words.EventTime(e.At) + ", " + words.EventName(e) + ", " + l.subject(e) + ", " + words.EventOutcome(e)
}

// AccessibilityRole is that of a text: the toolkit has none for a list.
func (l *list) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
