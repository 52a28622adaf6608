// Package page is what every page is given of the window that it is in.
package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/toast"
)

// Window is what every page uses of the window that it is in.
type Window struct {
	Canvas  fyne.Canvas
	Tasks   *background.Tasks // end with the application
	Toasts  *toast.Toasts
	Tips    *control.Tips
	Dialogs *dialog.Dialogs

	OnKey      func(*fyne.KeyEvent) // takes the keys that nothing on a page has a use for
	OnShortcut func(fyne.Shortcut)  // takes the shortcuts that the focused control has no use for
	OnUsed     func()               // the user is at work
	CopyText   func(text string)    // puts a text that is no secret on the clipboard
}

// Connect tells the window of what is done in a field.
func (w *Window) Connect(e *control.Entry) {
	e.OnShortcut, e.OnUsed = w.OnShortcut, w.OnUsed
	e.OnCut = func() {
		w.Toasts.Hint(lang.L("That is too long: this field holds {{.Count}} characters at most.", map[string]any{"Count": e.Most}))
	}
}
