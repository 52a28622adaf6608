package filedialog

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
)

// Open has the user choose a file, beginning where a path leads.
func Open(win *page.Window, title, from string, chosen func(path string)) {
	b := newBrowser(win, title)
	b.onFile = func(path string) {
		win.Dialogs.Dismiss()
		chosen(path)
	}
	b.begin(title, control.NewButton(lang.L("Open"), control.ButtonPrimary, b.list.Open), b.list.List)
	b.enter(from)
}
