// Package page is what every page is given of the window that it is in.
package page

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/toast"
)

const (
	FoldWidth   = float32(900) // a narrower window folds its tabs, so that the list has room
	NarrowWidth = float32(760) // a narrower one spares what it can besides
)

// Window is what every page uses of the window that it is in.
type Window struct {
	Canvas  fyne.Canvas
	Tasks   *background.Tasks // end with the application
	Toasts  *toast.Toasts
	Tips    *control.Tips
	Dialogs *dialog.Dialogs

	Typing   *control.Typing
	Presses  press.Presses
	CopyText func(text string) // puts a text that is no secret on the clipboard
}

// Copied is what is said of the clipboard: only the last thing that was copied is on it.
func (w *Window) Copied() toast.Subject { return w.Toasts.About("clipboard") }
