package filedialog

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
)

// Open opens a dialog in which the user chooses a file. It begins in the folder of the path from.
func Open(win *page.Window, title, from string, chosen func(path string)) {
	b := newBrowser(win, title)
	b.onFile = func(path string) {
		win.Dialogs.Dismiss()
		chosen(path)
	}
	b.showDialog(title, control.NewButton(lang.L("Open"), control.ButtonPrimary, b.list.Open), b.list.List)
	b.enter(from)
}
