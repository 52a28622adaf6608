package filedialog

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/store"
	"accesskeys/assets"
	"accesskeys/views/kit/marklist"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
)

const (
	fileRowHeight = float32(28)
	focusRing     = float32(2) // around the marked entry, while the list has the focus
)

// fileList is the list of the entries of a folder, one of which is marked.
type fileList struct {
	*marklist.List
	entries []store.FolderEntry
	saves   bool // the name of the file is typed, so that the mark shows only while the list has the focus
}

// newFileList returns an empty list. onOpen is called to open an entry, and onUp to open the parent folder.
func newFileList(win *page.Window, name string, onOpen func(store.FolderEntry), onUp func()) *fileList {
	l := &fileList{}
	l.List = marklist.New(win.Typing, &win.Presses, name, marklist.Rows{
		Pitch:   func() float32 { return fileRowHeight },
		New:     newFileRow,
		Set:     func(at int, row fyne.CanvasObject) { l.setRow(at, row.(*fyne.Container)) },
		ReadOut: func(at int) string { return l.entries[at].Name },
	})
	l.OnOpen = func(at int) { onOpen(l.entries[at]) }
	l.OnKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyRight:
			l.Open()
		case fyne.KeyLeft, fyne.KeyBackspace:
			onUp()
		default:
			return false
		}
		return true
	}
	l.OnRune = l.markNext
	return l
}

func newFileRow() fyne.CanvasObject {
	ground := surface.NewPanel(style.ColorRowChosen)
	ground.Stroke = theme.ColorNamePrimary
	ground.Rect.CornerRadius = 4
	icon := widget.NewIcon(nil)
	row := container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 6, 2), icon), nil,
		container.New(style.AcrossMiddle{}, text.New("", style.SizeText, fyne.TextStyle{})))
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, scroll.Gutter), container.NewStack(style.Gap(0, fileRowHeight), ground, row))
}

func (l *fileList) setRow(i int, row *fyne.Container) {
	e := l.entries[i]
	row = row.Objects[0].(*fyne.Container)
	ground := row.Objects[1].(*surface.Panel)
	ground.Rect.StrokeWidth = 0
	if l.Focused {
		ground.Rect.StrokeWidth = focusRing
	}
	style.Show(ground, i == l.Marked && (l.Focused || !l.saves))
	ground.Refresh()
	parts := row.Objects[2].(*fyne.Container).Objects
	name := parts[0].(*fyne.Container)
	icon := parts[1].(*fyne.Container).Objects[0].(*widget.Icon)
	name.Objects[0].(*text.Text).Set(style.Fitted(e.Name, name.Size().Width, style.SizeText), theme.ColorNameForeground)
	icon.SetResource(nil)
	if e.Folder {
		icon.SetResource(theme.NewColoredResource(assets.FolderIcon(), style.ColorSecondary))
	}
}

// fill shows other entries.
func (l *fileList) fill(entries []store.FolderEntry) {
	l.entries = entries
	l.Fill(len(entries), 0)
}

// marked returns the marked entry, and false if there is none.
func (l *fileList) marked() (store.FolderEntry, bool) {
	if l.Marked >= len(l.entries) {
		return store.FolderEntry{}, false
	}
	return l.entries[l.Marked], true
}

// markNext marks the next entry that begins with a letter.
func (l *fileList) markNext(letter rune) {
	for n := 1; n <= len(l.entries); n++ {
		at := (l.Marked + n) % len(l.entries)
		if first, _ := utf8.DecodeRuneInString(strings.ToLower(l.entries[at].Name)); first == unicode.ToLower(letter) {
			l.Mark(at)
			return
		}
	}
}
