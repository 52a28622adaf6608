// Package page has what the window gives to each of its pages.
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
	FoldWidth   = float32(900) // a window narrower than this folds its tabs, so that the list has room
	NarrowWidth = float32(760) // a window narrower than this also leaves out what it can
)

// Window is what every page uses of its window.
type Window struct {
	Canvas  fyne.Canvas
	Tasks   *background.Tasks // end with the application
	Toasts  *toast.Toasts
	Tips    *control.Tips
	Dialogs *dialog.Dialogs

	Typing   *control.Typing
	Presses  press.Presses
	CopyText func(text string) // copies a text that is not a secret to the clipboard
}

// Copied returns the subject of messages about the clipboard. They share one, because only what was copied last is on
// the clipboard.
func (w *Window) Copied() toast.Subject { return w.Toasts.About("clipboard") }
