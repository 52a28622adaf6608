package connectionform

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/connection"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
)

const (
	browseWidth = float32(540)
	browseRoom  = float32(230) // the height of what is in the dialog beside the list
	browseMost  = float32(320) // of the list
)

// browser is a dialog in which a file is chosen. The toolkit's own can be left by no key and is not told to screen
// readers.
type browser struct {
	win    *page.Window
	path   *widget.Label
	notice *widget.Label
	list   *fileList
	choose *control.Button
	chosen func(path string)
}

// browse has the user choose a file, beginning where a path leads.
func browse(win *page.Window, title, from string, chosen func(path string)) {
	b := &browser{win: win, path: control.Fact(""), notice: control.Fact(""), chosen: chosen}
	b.notice.Importance = widget.DangerImportance
	b.notice.Hide()
	b.list = newFileList(title)
	b.list.OnOpen, b.list.OnUp = b.open, b.up
	b.begin(title) // at once, so that what closes dialogs closes this one while a slow folder is read
	b.enter(from)
}

func (b *browser) look(path string) func(context.Context) (connection.Folder, error) {
	return func(context.Context) (connection.Folder, error) { return connection.Open(path) }
}

func (b *browser) begin(title string) {
	up := control.NewButton(lang.L("Parent Folder"), control.ButtonDefault, b.up)
	cancel := control.NewButton(lang.L("Cancel"), control.ButtonDefault, b.win.Dialogs.Dismiss)
	b.choose = control.NewButton(lang.L("Open"), control.ButtonPrimary, func() { b.list.open() })
	high := min(browseMost, max(90, b.win.Canvas.Size().Height-browseRoom))
	frame := control.NewPanel(style.ColorCard)
	frame.Stroke = style.ColorBorder
	frame.Rect.StrokeWidth, frame.Rect.CornerRadius = style.LineWidth, 6
	b.win.Dialogs.Show(dialog.Sheet{
		Title: title,
		Width: browseWidth,
		Body: []fyne.CanvasObject{
			control.Column(control.NameGap, control.Flush(b.path), control.Flush(b.notice),
				container.NewStack(frame, style.Gap(0, high), container.New(layout.NewCustomPaddedLayout(3, 3, 3, 3), b.list))),
		},
		Buttons:  container.NewHBox(up, layout.NewSpacer(), cancel, style.Gap(4, 0), b.choose),
		First:    b.list,
		OnEscape: b.win.Dialogs.Dismiss,
	})
}

func (b *browser) show(f connection.Folder, err error) {
	if err != nil {
		b.notice.SetText(lang.L("This folder can't be read. Choose another one."))
		style.Show(b.notice, true)
		if b.path.Text == "" {
			b.path.SetText(f.Path) // so that there is a parent folder to go to
		}
		return
	}
	style.Show(b.notice, false)
	b.path.SetText(f.Path)
	b.list.fill(f.Entries)
}

// open goes into a folder, or chooses a file.
func (b *browser) open(e connection.FolderEntry) {
	path := filepath.Join(b.path.Text, e.Name)
	if !e.Folder {
		b.win.Dialogs.Dismiss()
		b.chosen(path)
		return
	}
	b.enter(path)
}

func (b *browser) up() { b.enter(filepath.Dir(b.path.Text)) }

func (b *browser) enter(folder string) {
	background.Go(b.win.Tasks, b.look(folder), b.show)
}
