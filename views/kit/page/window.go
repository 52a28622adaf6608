// Package page has what the window gives to each of its pages.
package page

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/toast"
	"accesskeys/views/kit/tooltip"
)

const (
	FoldWidth  = float32(900) // a window narrower or lower than this folds its tabs, so that the list has room
	FoldHeight = float32(560)
)

// Folds reports whether a window of this size folds its tabs.
func Folds(size fyne.Size) bool { return size.Width < FoldWidth || size.Height < FoldHeight }

// Card has the sizes of a tab's card with a table, and of the parts around the table.
type Card struct {
	Top     float32 // from the tab's top to the card's
	Inset   float32 // from the card's sides to the table's
	Toolbar float32 // from the card's top to the table's
	Head    float32 // the height of the titles of the columns
	Footer  float32 // from the table's bottom to the card's
}

// FoldedCard is the card of a tab in a window that has little room. It has the least sizes of all.
var FoldedCard = Card{Top: 0, Inset: 8, Toolbar: 46, Head: 32, Footer: 38}

// CardOf returns the sizes of a card: those of the console, or else folded.
func CardOf(folded bool) Card {
	if folded {
		return FoldedCard
	}
	return Card{Top: 61, Inset: 21, Toolbar: 54, Head: 38, Footer: 49}
}

// Window is what every page uses of its window.
type Window struct {
	Canvas  fyne.Canvas
	Tasks   *background.Tasks // end with the application
	Toasts  *toast.Toasts
	Tips    *tooltip.Tips
	Dialogs *dialog.Dialogs

	Typing   *control.Typing
	Presses  press.Presses
	CopyText func(text string) // copies a text that is not a secret to the clipboard

	SavedIn string // the folder in which the user saved a file last; "" is none
}

// Follow returns the OnFocus callback of a control to which scroll scrolls. It does nothing when the control gets the keyboard
// without a key: it is below the pointer, or the user may have scrolled since.
func (w *Window) Follow(scroll func()) func() {
	return func() {
		if !w.Presses.StaysInPlace() {
			scroll()
		}
	}
}

// Copied returns the subject of messages about the clipboard. They share one, because only what was copied last is on
// the clipboard.
func (w *Window) Copied() toast.Subject { return w.Toasts.About("clipboard") }
