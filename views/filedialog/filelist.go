package filedialog

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/connection"
	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/kit/style"
)

const fileRowHeight = float32(28)

// fileList is the entries of a folder, one of which is marked. A click marks, and opens what is marked already.
type fileList struct {
	widget.List
	OnOpen  func(connection.FolderEntry)
	OnUp    func() // to the parent folder
	name    string
	entries []connection.FolderEntry
	at      int // the marked entry
}

func newFileList(name string) *fileList {
	l := &fileList{name: name}
	l.HideSeparators = true
	l.Length = func() int { return len(l.entries) }
	l.CreateItem = newFileRow
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { l.setRow(i, o.(*fyne.Container)) }
	l.OnSelected = func(i widget.ListItemID) {
		l.Unselect(i)
		if i == l.at {
			l.open()
			return
		}
		l.mark(i)
	}
	l.ExtendBaseWidget(l)
	return l
}

func newFileRow() fyne.CanvasObject {
	ground := control.NewPanel(style.ColorRowChosen)
	ground.Stroke = theme.ColorNamePrimary
	ground.Rect.CornerRadius, ground.Rect.StrokeWidth = 4, 2
	icon := widget.NewIcon(nil)
	row := container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 6, 2), icon), nil,
		container.New(style.AcrossMiddle{}, control.NewText("", style.SizeText, fyne.TextStyle{})))
	return container.NewStack(style.Gap(0, fileRowHeight), ground, row)
}

func (l *fileList) setRow(i int, row *fyne.Container) {
	e := l.entries[i]
	style.Show(row.Objects[1], i == l.at)
	parts := row.Objects[2].(*fyne.Container).Objects
	text := parts[0].(*fyne.Container).Objects[0].(*control.Text)
	icon := parts[1].(*fyne.Container).Objects[0].(*widget.Icon)
	text.Set(e.Name, theme.ColorNameForeground)
	icon.SetResource(nil)
	if e.Folder {
		icon.SetResource(theme.NewColoredResource(assets.FolderIcon(), style.ColorSecondary))
	}
}

// fill shows other entries.
func (l *fileList) fill(entries []connection.FolderEntry) {
	l.entries, l.at = entries, 0
	l.Refresh()
	l.ScrollToTop()
}

func (l *fileList) mark(i int) {
	if len(l.entries) == 0 {
		return
	}
	l.at = max(0, min(i, len(l.entries)-1))
	l.ScrollTo(l.at)
	l.Refresh()
}

func (l *fileList) open() {
	if l.at < len(l.entries) {
		l.OnOpen(l.entries[l.at])
	}
}

// TypedKey goes to another entry, and opens one.
func (l *fileList) TypedKey(e *fyne.KeyEvent) {
	page := max(1, int(l.Size().Height/fileRowHeight)-1)
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
		l.mark(len(l.entries) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyRight:
		l.open()
	case fyne.KeyLeft, fyne.KeyBackspace:
		l.OnUp()
	default:
		keyboard.Pass(l, e)
	}
}

// TypedRune goes to the next entry that begins with a letter.
func (l *fileList) TypedRune(r rune) {
	for n := 1; n <= len(l.entries); n++ {
		i := (l.at + n) % len(l.entries)
		if first, _ := utf8.DecodeRuneInString(strings.ToLower(l.entries[i].Name)); first == []rune(strings.ToLower(string(r)))[0] {
			l.mark(i)
			return
		}
	}
}

// FocusGained and FocusLost change nothing: what is marked is always to be seen.
func (l *fileList) FocusGained() {}

// FocusLost changes nothing.
func (l *fileList) FocusLost() {}

// AccessibilityLabel names the choice, and what is marked.
func (l *fileList) AccessibilityLabel() string {
	if l.at >= len(l.entries) {
		return l.name
	}
	return l.name + ": " + l.entries[l.at].Name
}

// AccessibilityRole is that of a text: the toolkit has none for a list.
func (l *fileList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
