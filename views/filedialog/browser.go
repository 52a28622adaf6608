// Package filedialog has the dialogs in which the user chooses a file to open or to save. The toolkit's own dialogs
// cannot be closed by the keyboard and are hidden from screen readers.
package filedialog

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/store"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
)

const (
	browseWidth      = float32(540)
	heightAroundList = float32(246) // the height of everything but the list, also of what must be left of the window
	maxListHeight    = float32(320) // the height of the list at most
)

// browser is a dialog that shows the contents of a folder.
type browser struct {
	win    *page.Window
	path   *text.Wrapped
	notice *text.Wrapped
	list   *fileList
	found  []store.FolderEntry // in the folder
	tidy   bool                // hidden entries are left out
	verb   *control.Button
	onFile func(path string) // called when a file in the folder is opened
	onRead func()            // called when a folder was read, or could not be
}

func newBrowser(win *page.Window, title string) *browser {
	b := &browser{win: win, path: form.Fact(""), notice: form.Fact(""), onRead: func() {}}
	b.notice.Importance = widget.DangerImportance
	b.notice.Hide()
	b.list = newFileList(win, title, b.open, b.openParent)
	return b
}

// showDialog shows the dialog with more below the list, and the focus on first. It is called before the folder is read,
// so that the dialog can be closed while a slow folder is being read.
func (b *browser) showDialog(title string, verb *control.Button, first fyne.Focusable, more ...fyne.CanvasObject) {
	b.verb = verb
	up := control.NewButton(lang.L("Parent Folder"), control.ButtonDefault, func() {
		b.openParent()
		if b.win.Canvas.Focused() == nil { // after a click
			b.win.Canvas.Focus(first)
		}
	})
	cancel := control.NewButton(lang.L("Cancel"), control.ButtonDefault, b.win.Dialogs.Dismiss)
	room := heightAroundList
	for _, o := range more {
		room += o.MinSize().Height + form.NameGap
	}
	high := func() float32 { return min(maxListHeight, max(90, b.win.Canvas.Size().Height-room)) }
	frame := surface.NewPanel(style.ColorCard)
	frame.Stroke = style.ColorBorder
	frame.Rect.StrokeWidth, frame.Rect.CornerRadius = style.LineWidth, 6
	body := []fyne.CanvasObject{form.Flush(b.path), form.Flush(b.notice),
		dialog.AsHigh(high, container.NewStack(frame, container.New(layout.NewCustomPaddedLayout(3, 3, 3, 3), b.list.List)))}
	b.win.Dialogs.Show(dialog.Sheet{
		Title:    title,
		Width:    browseWidth,
		Body:     []fyne.CanvasObject{form.Column(form.NameGap, append(body, more...)...)},
		Buttons:  container.NewHBox(up, layout.NewSpacer(), cancel, style.Gap(4, 0), verb),
		First:    first,
		OnEscape: b.win.Dialogs.Dismiss,
	})
}

func (b *browser) show(f store.Folder, err error) {
	b.onRead()
	if err != nil {
		b.setNotice(lang.L("This folder can't be read. Choose another one."))
		if b.path.Text == "" {
			b.path.SetText(f.Path) // so that there is a parent folder to go to
		}
		return
	}
	b.setNotice("")
	b.path.SetText(f.Path)
	b.found = f.Entries
	b.list.fill(b.listed())
	b.list.ScrollToTop()
	if b.list.Focused && b.list.Count == 0 {
		b.list.OnEmpty() // nothing could be marked
	}
}

// listed returns the entries of the folder that the list shows.
func (b *browser) listed() []store.FolderEntry {
	if b.tidy {
		return slices.DeleteFunc(slices.Clone(b.found), store.FolderEntry.Hidden)
	}
	return b.found
}

// setTidy leaves hidden entries out, or lists them again. The mark stays on its entry, and else goes to the first.
func (b *browser) setTidy(tidy bool) {
	if tidy == b.tidy {
		return
	}
	marked, _ := b.list.marked()
	b.tidy = tidy
	b.list.fill(b.listed())
	b.list.Marked = max(0, slices.Index(b.list.entries, marked))
	b.list.ScrollTo(b.list.Marked)
}

// setNotice shows what is wrong, or hides it if message is empty.
func (b *browser) setNotice(message string) {
	b.notice.SetText(message)
	style.Show(b.notice, message != "")
}

// open enters a folder, or chooses a file.
func (b *browser) open(e store.FolderEntry) {
	path := filepath.Join(b.path.Text, e.Name)
	if !e.Folder {
		b.onFile(path)
		return
	}
	b.enter(path)
}

func (b *browser) openParent() { b.enter(filepath.Dir(b.path.Text)) }

func (b *browser) enter(folder string) {
	background.Go(b.win.Tasks, func(context.Context) (store.Folder, error) { return store.ListFolder(folder) }, b.show)
}
