package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/text"
)

// TestDropDownListsOfAReplacementAreAlignedWithTheirNames compares a name above its list, and beside it, with the text above.
func TestDropDownListsOfAReplacementAreAlignedWithTheirNames(t *testing.T) {
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, size := range []fyne.Size{{Width: 1221, Height: 740}, {Width: 480, Height: 360}} {
		r := newRig(t, demo.Options{})
		r.resize(size, 1)
		r.replace(r.idInState(client.StateEnabled, false))
		label := func(says string) float32 {
			l := onScreen(r, says, func(l *text.Wrapped) bool { return l.Text == says })
			return place(l).X + theme.InnerPadding()
		}
		list := r.choice("How to replace it")
		name, page := label("How to replace it"), label("You get a new key and put it in place before the old one is disabled. You can leave at every step and come back later. No key changes by itself.")
		if name != page || size.Width < 500 && place(list).X != name || size.Width > 500 && place(list).X < name {
			t.Errorf("at %v, the text is at %v, the name at %v, and the list at %v", size, page, name, place(list))
		}
	}
}
