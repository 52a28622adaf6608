package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// filter is the field for what is looked for among the keys.
type filter struct{ control.FilterField }

func newFilter(t *control.Typing) *filter {
	f := &filter{}
	f.BeginFilter(f, t)
	return f
}

// filterIcon is the room of the field that its text has not.
const filterIcon = float32(44)

// Fit says in the field what it is for, as far as there is room for that.
func (f *filter) Fit(width float32) {
	hint := f.AccessibilityLabel()
	if style.Measure(hint, style.SizeText, fyne.TextStyle{}) > width-filterIcon {
		hint = lang.L("Filter")
	}
	if f.PlaceHolder != hint {
		f.SetPlaceHolder(hint)
	}
}

// AccessibilityLabel is what it is for.
func (f *filter) AccessibilityLabel() string { return lang.L("Filter by label, ID, state, date") }
